foreach(name clean html html_markdown json_article json_writer page page_names page_only page_statements screen svg tidy)
    px_unit_test(report ${name})
endforeach()
