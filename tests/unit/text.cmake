foreach(name sentences words)
    px_unit_test(text ${name})
endforeach()
