foreach(name clean json_writer)
    px_unit_test(report ${name})
endforeach()
