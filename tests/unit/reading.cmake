foreach(name agency scope)
    px_unit_test(reading ${name})
endforeach()
