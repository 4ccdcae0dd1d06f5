foreach(name clean html html_markdown json_article json_writer page screen svg tidy)
    px_unit_test(report ${name})
endforeach()
