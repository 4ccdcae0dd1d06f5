foreach(name file fit)
    px_unit_test(model ${name})
endforeach()
