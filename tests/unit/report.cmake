foreach(name clean html html_markdown json_article json_writer
        page page_articles page_blame page_headlines page_names page_only page_said page_sourcing page_stance
        page_statements page_statements_round page_topics page_wording
        screen svg tidy)
    px_unit_test(report ${name})
endforeach()
