foreach(name byline charset corpus dates export formats genre header inputs markdown metadata patterns record sieve)
    px_unit_test(ingest ${name})
endforeach()
