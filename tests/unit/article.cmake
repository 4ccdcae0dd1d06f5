px_unit_test(article names)
px_unit_test(article segment)
