foreach(name agency attribution blame entity given introduction loaded_model motive quotation scope section sourcing stance tie uptake voice)
    px_unit_test(annotate ${name})
endforeach()
