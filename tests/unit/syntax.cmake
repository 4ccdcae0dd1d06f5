foreach(name conllu features model parsed parser train tree words write)
    px_unit_test(syntax ${name})
endforeach()
