foreach(name align compare shared_text terms topic)
    px_unit_test(compare ${name})
endforeach()
