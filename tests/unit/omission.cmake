foreach(name lone only_event only_name only_quotation)
    px_unit_test(omission ${name})
endforeach()
