foreach(name agency attribution entity introduction loaded_model quotation scope section stance uptake voice)
    px_unit_test(annotate ${name})
endforeach()
