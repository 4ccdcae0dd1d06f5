foreach(name align compare disagree findings headline indicator link link_join lone null only_event only_name only_quotation people
        referent shared_text shared_trim sourcing sourcing_also sourcing_doubt speaker_body stance terms told topic topic_alike topic_doubt topic_hang topic_terms warn)
    px_unit_test(compare ${name})
endforeach()
