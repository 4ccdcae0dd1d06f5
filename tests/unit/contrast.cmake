foreach(name blame disagree headline headline_names indicator people sourcing sourcing_absent sourcing_also sourcing_doubt
        sourcing_name sourcing_one sourcing_role speaker_body stance terms)
    px_unit_test(contrast ${name})
endforeach()
