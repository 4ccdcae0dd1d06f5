foreach(name arena slice buffer vector table error stream lines pool)
    px_unit_test(base ${name})
endforeach()
