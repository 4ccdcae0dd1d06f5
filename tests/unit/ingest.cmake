foreach(name byline charset corpus dates export formats genre header inputs markdown metadata patterns record)
    px_unit_test(ingest ${name})
endforeach()
