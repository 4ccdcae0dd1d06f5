foreach(name byline corpus dates formats genre inputs metadata patterns record)
    px_unit_test(ingest ${name})
endforeach()
