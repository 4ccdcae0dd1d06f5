foreach(name rate clustered coverage events keyness contingency resample multiple random dispersion diversity agreement confusion unitising verdict)
    px_unit_test(statistics ${name})
endforeach()
