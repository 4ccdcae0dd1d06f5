px_unit_test(compare compare)
