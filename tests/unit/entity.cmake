foreach(name alias entity entity_whole introduction)
    px_unit_test(entity ${name})
endforeach()
