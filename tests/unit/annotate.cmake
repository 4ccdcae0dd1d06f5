foreach(name attribution entity quotation section stance voice)
    px_unit_test(annotate ${name})
endforeach()
