foreach(name label clean)
    px_unit_test(tuning ${name})
endforeach()
