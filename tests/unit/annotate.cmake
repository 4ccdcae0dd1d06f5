foreach(name entity section stance)
    px_unit_test(annotate ${name})
endforeach()
