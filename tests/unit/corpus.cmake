foreach(name aggregate day sketch pair)
    px_unit_test(corpus ${name})
endforeach()
