foreach(name attribution entity loaded_model quotation section sourcing stance uptake voice)
    px_unit_test(annotate ${name})
endforeach()
