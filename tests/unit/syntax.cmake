foreach(name classes conllu draft features lemmas model parsed parser parsing train tree words write)
    px_unit_test(syntax ${name})
endforeach()
