foreach(name corpus formats inputs record)
    px_unit_test(ingest ${name})
endforeach()
