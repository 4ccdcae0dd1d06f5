foreach(name blame dismiss epithet event given loaded_model motive own_lexicon quantity section stance stance_model
        tie)
    px_unit_test(annotate ${name})
endforeach()
