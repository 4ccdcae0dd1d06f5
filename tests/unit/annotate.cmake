foreach(name attribution entity loaded_model quotation section stance voice)
    px_unit_test(annotate ${name})
endforeach()
