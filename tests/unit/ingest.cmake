foreach(name byline charset corpus dates decide export formats genre header inputs markdown metadata patterns record sieve slim)
    px_unit_test(ingest ${name})
endforeach()
