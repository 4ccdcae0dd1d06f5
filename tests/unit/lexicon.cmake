foreach(name check formats match nesting resources tsv)
    px_unit_test(lexicon ${name})
endforeach()
