# How everything here is compiled, in the whole build and where a tool configures alone.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
add_compile_options(-Wall -Wextra -Wpedantic -Wno-missing-field-initializers)

# Most of what it takes to compile a file are the headers of others: several files of a room are compiled as one, so that a
# fresh build takes about half the time. Whoever works on the code turns it off and gets each file alone.
option(TRICHLUC_TOGETHER "Compile several files of a room as one" ON)
function(trichluc_together target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${TRICHLUC_TOGETHER} UNITY_BUILD_BATCH_SIZE 8)
endfunction()
