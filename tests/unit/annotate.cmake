foreach(name agency attribution entity introduction loaded_model quantity quotation scope section sourcing stance uptake voice)
    px_unit_test(annotate ${name})
endforeach()
