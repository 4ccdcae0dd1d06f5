foreach(name edits filter normalise sentences utf8 vocabulary words)
    px_unit_test(text ${name})
endforeach()
