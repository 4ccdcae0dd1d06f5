foreach(name align compare findings indicator referent shared_text sourcing stance terms topic)
    px_unit_test(compare ${name})
endforeach()
