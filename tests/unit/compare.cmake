foreach(name align compare disagree findings indicator link null people referent shared_text sourcing stance terms
        topic)
    px_unit_test(compare ${name})
endforeach()
