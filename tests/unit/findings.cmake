foreach(name findings findings_rates)
    px_unit_test(findings ${name})
endforeach()
