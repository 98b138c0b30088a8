# trichluc_room(NAME USES <rooms…> OWNS <outside libraries…>)
#
# A room is a static library made of every .cc file in src/NAME. USES are the rooms it may include (the arrow table of
# src/README.md); OWNS are outside libraries whose headers appear in this room only – they are linked PRIVATE, so that
# including them elsewhere does not even compile where the library has include folders of its own.
# tests/NAME/*_test.cc become the test program NAME_test.
function(trichluc_room name)
  cmake_parse_arguments(ROOM "" "" "USES;OWNS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  if(sources)
    add_library(${name} STATIC ${sources})
    trichluc_together(${name})
    set(scope PUBLIC)
    target_link_libraries(${name} PRIVATE ${ROOM_OWNS})
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} ${scope} ${ROOM_USES})
endfunction()

include(${CMAKE_CURRENT_LIST_DIR}/embed.cmake)
