foreach(name conllu model parsed parser train tree words)
    px_unit_test(syntax ${name})
endforeach()
