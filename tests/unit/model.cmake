foreach(name chain file fit)
    px_unit_test(model ${name})
endforeach()
