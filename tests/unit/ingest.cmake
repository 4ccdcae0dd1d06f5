foreach(name attributes byline charset corpus dates decide explain export expressions formats genre header inputs joints markdown metadata patterns record recurring roles sieve slim)
    px_unit_test(ingest ${name})
endforeach()
