px_unit_test(article article)
px_unit_test(article names)
px_unit_test(article segment)
