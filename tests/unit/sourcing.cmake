foreach(name attribution quotation quoted_pronoun sourcing sourcing_bodies sourcing_content sourcing_edges sourcing_frame
        sourcing_heard sourcing_laws sourcing_leans sourcing_offices sourcing_rules sourcing_speaks sourcing_sure sourcing_told
        sourcing_theme sourcing_whose uptake voice)
    px_unit_test(sourcing ${name})
endforeach()
