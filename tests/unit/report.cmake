foreach(name clean json_article json_writer)
    px_unit_test(report ${name})
endforeach()
