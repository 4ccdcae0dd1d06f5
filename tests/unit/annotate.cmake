foreach(name blame dismiss dismiss_idiom dismiss_loaded epithet event given loaded_list loaded_model loaded_voice motive own_lexicon quantity section stance stance_model
        tie)
    px_unit_test(annotate ${name})
endforeach()
