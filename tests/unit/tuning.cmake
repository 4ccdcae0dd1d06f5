foreach(name loaded_rows sourcing stance label clean gold evaluate tune agree)
    px_unit_test(tuning ${name})
endforeach()
