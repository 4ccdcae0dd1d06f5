foreach(name align compare disagree findings indicator null referent shared_text sourcing stance terms topic)
    px_unit_test(compare ${name})
endforeach()
