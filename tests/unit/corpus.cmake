foreach(name aggregate)
    px_unit_test(corpus ${name})
endforeach()
