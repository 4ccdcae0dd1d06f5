foreach(name corpus dates formats inputs metadata patterns record)
    px_unit_test(ingest ${name})
endforeach()
