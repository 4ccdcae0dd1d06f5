foreach(name disagree headline indicator people sourcing sourcing_also sourcing_doubt speaker_body stance terms)
    px_unit_test(contrast ${name})
endforeach()
