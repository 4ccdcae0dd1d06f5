foreach(name conllu features lemmas model parsed parser train tree words write)
    px_unit_test(syntax ${name})
endforeach()
