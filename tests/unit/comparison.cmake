px_unit_test(comparison said_alike)
px_unit_test(comparison uneven)
