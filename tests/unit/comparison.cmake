px_unit_test(comparison said_alike)
