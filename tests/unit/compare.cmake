foreach(name align compare findings indicator link people referent shared_text sourcing stance terms topic)
    px_unit_test(compare ${name})
endforeach()
