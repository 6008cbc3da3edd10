# Fuzz targets, each alone by clang with all that it reads in one program: tools/fuzz builds and runs
# them. -DHOMPHIEU_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++-19
include_guard(GLOBAL)
option(HOMPHIEU_FUZZ "build the fuzz targets, which only clang can" OFF)

# homphieu_fuzz(NAME SOURCES … LIBRARIES …): the program NAME_fuzz, with sources of other rooms named
# by their path, so that no library is built for it.
function(homphieu_fuzz name)
  if(HOMPHIEU_FUZZ)
    cmake_parse_arguments(FUZZ "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name}_fuzz ${FUZZ_SOURCES})
    set_target_properties(${name}_fuzz PROPERTIES UNITY_BUILD OFF)  # several rooms' in one target
    target_include_directories(${name}_fuzz PRIVATE ${CMAKE_SOURCE_DIR}/src)
    target_compile_options(${name}_fuzz PRIVATE -O1 -g1 -fsanitize=fuzzer,address,undefined
      -fno-sanitize-recover=all)
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer,address,undefined)
    target_link_libraries(${name}_fuzz PRIVATE ${FUZZ_LIBRARIES})
  endif()
endfunction()
