foreach(name classes conllu draft features lemmas model parsed parser parsing train tree weights words write)
    px_unit_test(syntax ${name})
endforeach()
