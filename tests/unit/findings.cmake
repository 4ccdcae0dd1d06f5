px_unit_test(findings findings)
