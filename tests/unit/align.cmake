foreach(name align likeness null reuse shared_quotation shared_text shared_trim told topic topic_alike topic_doubt topic_further topic_hang topic_lead topic_quoted topic_terms topic_weak warn)
    px_unit_test(align ${name})
endforeach()
