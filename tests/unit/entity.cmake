foreach(name alias entity entity_nature entity_whole introduction)
    px_unit_test(entity ${name})
endforeach()
