foreach(name link link_join referent referent_choice)
    px_unit_test(naming ${name})
endforeach()
