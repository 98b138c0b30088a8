# Tests that are no GoogleTest programs: checks by tools from outside.
set(SYSTEM_PYTHON /usr/bin/python3)  # Debian's, which has python3-jsonschema

add_executable(sample_exports ${CMAKE_CURRENT_SOURCE_DIR}/report/sample_exports.cc)
target_link_libraries(sample_exports PRIVATE test_support report)
add_test(NAME export_contract
  COMMAND ${SYSTEM_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/report/check_exports.py
          $<TARGET_FILE:sample_exports> ${PROJECT_SOURCE_DIR}/src/report/export.schema.json)

if(TARGET trichluc)
  add_test(NAME export_corpus
    COMMAND ${SYSTEM_PYTHON} -B ${CMAKE_CURRENT_SOURCE_DIR}/report/check_corpus.py
            $<TARGET_FILE:trichluc> ${PROJECT_SOURCE_DIR})
  set_tests_properties(export_corpus PROPERTIES TIMEOUT 600)
endif()

add_test(NAME rooms COMMAND ${SYSTEM_PYTHON} -B ${PROJECT_SOURCE_DIR}/tools/check_rooms)

# Keeps today's database for the migration tests of tomorrow (tests/databases/README.md).
add_executable(keep_database EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/store/keep_database.cc)
target_link_libraries(keep_database PRIVATE test_support store)

# Programs that start the program itself.
foreach(program cli_test cli_slow_test pipeline_test pipeline_slow_test)
  if(TARGET ${program} AND TARGET trichluc)
    add_dependencies(${program} trichluc)
  endif()
endforeach()

# The fast suite, and what several threads share, built a second time with sanitizers: ten minutes and more of two processors,
# begun first, so that all else is passed beside it.
if(NOT TRICHLUC_SANITIZE AND NOT TRICHLUC_FUZZ)
  add_test(NAME sanitized COMMAND ${PROJECT_SOURCE_DIR}/tools/test_sanitized)
  set_tests_properties(sanitized PROPERTIES LABELS slow TIMEOUT 5400 COST 1000)
endif()
