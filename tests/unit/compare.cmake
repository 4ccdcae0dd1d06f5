foreach(name align compare disagree findings headline indicator link null only_event people referent shared_text sourcing stance terms
        topic)
    px_unit_test(compare ${name})
endforeach()
