foreach(name classes conllu model parsed parser parsing train tree words)
    px_unit_test(syntax ${name})
endforeach()
