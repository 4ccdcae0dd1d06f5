foreach(name agency alias attribution entity epithet introduction loaded_model quotation scope section sourcing stance stance_model uptake voice)
    px_unit_test(annotate ${name})
endforeach()
