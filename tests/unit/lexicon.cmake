foreach(name match)
    px_unit_test(lexicon ${name})
endforeach()
