foreach(name agency alias attribution blame dismiss entity entity_whole epithet event given introduction loaded_model motive own_lexicon
        quantity quotation scope section sourcing sourcing_content sourcing_edges sourcing_frame sourcing_heard sourcing_rules
        sourcing_sure sourcing_whose stance stance_model tie uptake voice)
    px_unit_test(annotate ${name})
endforeach()
