# trichluc_tool(LIBRARY PROGRAM)
#
# The .cc files beside the CMakeLists.txt become LIBRARY, main.cc becomes PROGRAM, which stands at the top of the build
# folder. fmt and, for PROGRAM, CLI11 are linked.
function(trichluc_tool library program)
  find_package(fmt REQUIRED)
  find_package(CLI11 REQUIRED)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/main\\.cc$")
  add_library(${library} STATIC ${sources})
  trichluc_together(${library})
  target_link_libraries(${library} PUBLIC fmt::fmt)
  add_executable(${program} main.cc)
  target_link_libraries(${program} PRIVATE ${library} CLI11::CLI11)
  set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
endfunction()

# trichluc_tool_tests(LIBRARY NAME)
#
# tests/tools/NAME*_test.cc become the test program LIBRARY_test, run by ctest case by case.
function(trichluc_tool_tests library name)
  if(NOT BUILD_TESTING)
    return()
  endif()
  find_package(GTest REQUIRED)
  include(GoogleTest)
  set(root ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/..)
  file(GLOB tests CONFIGURE_DEPENDS ${root}/tests/tools/${name}*_test.cc)
  add_executable(${library}_test ${tests})
  trichluc_together(${library}_test)
  target_link_libraries(${library}_test PRIVATE ${library} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${library}_test PRIVATE TRICHLUC_SOURCE_DIR="${root}")
  gtest_discover_tests(${library}_test PROPERTIES TIMEOUT 900 DISCOVERY_TIMEOUT 60)
endfunction()
