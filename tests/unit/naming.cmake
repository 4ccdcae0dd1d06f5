foreach(name link link_join referent)
    px_unit_test(naming ${name})
endforeach()
