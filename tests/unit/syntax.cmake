foreach(name classes conllu features lemmas model parsed parser parsing train tree words write)
    px_unit_test(syntax ${name})
endforeach()
