# One folder under src/ is one room: a static library that sees its own headers
# and those of the rooms it names, and nothing else.

add_library(homphieu_flags INTERFACE)
target_compile_options(homphieu_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# GCC 12 guesses these after inlining, and guesses wrong in std::expected and std::string; which
# ones, hangs on what is compiled together, the sanitizers and the length of the folder's path. What
# they would find, the sanitizers and clang-tidy do.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(homphieu_flags INTERFACE -Wno-maybe-uninitialized -Wno-array-bounds
    -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
endif()
if(HOMPHIEU_SANITIZE)
  target_compile_options(homphieu_flags INTERFACE -fsanitize=${HOMPHIEU_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(homphieu_flags INTERFACE -fsanitize=${HOMPHIEU_SANITIZE})
endif()
# Tests are sooner built, and what they call is in the libraries.
set(HOMPHIEU_TEST_OPTIONS -O0)

# Options of a command line cost most where they are optimised, and are read once.
set(HOMPHIEU_CLI_OPTIONS -O0)

# homphieu_room(NAME SOURCES … ROOMS … LIBRARIES … PRIVATE_LIBRARIES …)
#   ROOMS              rooms this one may include
#   LIBRARIES          outside libraries that its headers need
#   PRIVATE_LIBRARIES  outside libraries that only its sources need
function(homphieu_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  # The include path holds one link, to this folder: "crypto/group.h" is found
  # by the rooms that link crypto, and by no other.
  set(view ${CMAKE_BINARY_DIR}/rooms/${name})
  file(MAKE_DIRECTORY ${view})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${view}/${name} SYMBOLIC)
  add_library(hp_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(hp_${name} PUBLIC ${view})
  list(TRANSFORM ROOM_ROOMS PREPEND hp_)
  target_link_libraries(hp_${name} PUBLIC ${ROOM_ROOMS} ${ROOM_LIBRARIES} PRIVATE ${ROOM_PRIVATE_LIBRARIES} homphieu_flags)
endfunction()

# homphieu_test(NAME SOURCES … LIBRARIES …): one test program of a room, under ctest.
# TEST_DATA is the folder of cases, vectors and example data.
function(homphieu_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${TEST_SOURCES})
  target_link_libraries(${name}_test PRIVATE ${TEST_LIBRARIES} homphieu_flags GTest::gmock GTest::gtest_main)
  target_compile_options(${name}_test PRIVATE ${HOMPHIEU_TEST_OPTIONS})
  target_compile_definitions(${name}_test PRIVATE HOMPHIEU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()

# homphieu_bench(NAME SOURCES … LIBRARIES …): a Google Benchmark program.
function(homphieu_bench name)
  if(HOMPHIEU_BENCH)
    cmake_parse_arguments(BENCH "" "" "SOURCES;LIBRARIES" ${ARGN})
    add_executable(${name}_bench ${BENCH_SOURCES})
    target_link_libraries(${name}_bench PRIVATE ${BENCH_LIBRARIES} homphieu_flags benchmark::benchmark_main)
    target_compile_definitions(${name}_bench PRIVATE HOMPHIEU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  endif()
endfunction()

# homphieu_alone(SOURCES…): compiled each by itself, where names for one file alone meet those of
# another.
function(homphieu_alone)
  set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
