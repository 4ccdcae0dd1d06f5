foreach(name agency attribution entity loaded_model quotation scope section stance voice)
    px_unit_test(annotate ${name})
endforeach()
