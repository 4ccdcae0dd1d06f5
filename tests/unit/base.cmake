foreach(name arena crew digest slice buffer vector table map error folder image leftover rename stream lines pool)
    px_unit_test(base ${name})
endforeach()
