foreach(name conllu model parser train tree words)
    px_unit_test(syntax ${name})
endforeach()
