foreach(name findings findings_loaded findings_names findings_passages findings_rates findings_sources)
    px_unit_test(findings ${name})
endforeach()
