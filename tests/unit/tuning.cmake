foreach(name loaded_rows label clean gold evaluate tune agree)
    px_unit_test(tuning ${name})
endforeach()
