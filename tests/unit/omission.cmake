foreach(name by_itself lone only_event only_name only_number only_quotation only_speaker only_spelling)
    px_unit_test(omission ${name})
endforeach()
