foreach(name check match resources tsv)
    px_unit_test(lexicon ${name})
endforeach()
