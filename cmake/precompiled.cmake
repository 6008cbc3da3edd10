# What nearly every source includes, compiled once: halves the time of a build. A source still names
# each header it needs; `tools/lint tidy` reads them all without this. Off: -DHOMPHIEU_PRECOMPILED=OFF.
option(HOMPHIEU_PRECOMPILED "compile the common headers once" ON)

set(HOMPHIEU_STD_HEADERS <algorithm> <array> <chrono> <cstdint> <expected> <filesystem> <functional>
  <map> <memory> <optional> <set> <span> <string> <string_view> <utility> <vector>)

# homphieu_headers(NAME HEADERS … LIBRARIES … OPTIONS …): a set of headers, compiled with the
# options that its users have; the compiler takes it for no others.
function(homphieu_headers name)
  cmake_parse_arguments(SET "" "" "HEADERS;LIBRARIES;OPTIONS" ${ARGN})
  if(HOMPHIEU_PRECOMPILED)
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "")  # untouched where it is there
    add_library(${name} OBJECT EXCLUDE_FROM_ALL ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE ${SET_LIBRARIES} homphieu_flags)
    target_compile_options(${name} PRIVATE ${SET_OPTIONS})
    target_precompile_headers(${name} PRIVATE ${HOMPHIEU_STD_HEADERS} ${SET_HEADERS})
  endif()
endfunction()

# Options of a command line cost most where they are optimised, and are read once.
set(HOMPHIEU_CLI_OPTIONS -O0)

homphieu_headers(headers)
homphieu_headers(headers_proto HEADERS <homphieu/v1/api.pb.h> LIBRARIES hp_proto)
homphieu_headers(headers_test HEADERS <gmock/gmock.h> <gtest/gtest.h> LIBRARIES GTest::gmock
  OPTIONS ${HOMPHIEU_TEST_OPTIONS})
homphieu_headers(headers_proto_test HEADERS <gmock/gmock.h> <gtest/gtest.h> <homphieu/v1/api.pb.h>
  LIBRARIES GTest::gmock hp_proto OPTIONS ${HOMPHIEU_TEST_OPTIONS})
homphieu_headers(headers_proto_cli HEADERS <CLI/CLI.hpp> <homphieu/v1/api.pb.h>
  LIBRARIES hp_proto CLI11::CLI11 OPTIONS ${HOMPHIEU_CLI_OPTIONS})

# homphieu_precompiled(TARGET [test]): gives the target the set that fits it. A room that has
# messages of the record in its headers hands them on, so what it links decides.
function(homphieu_precompiled target)
  if(HOMPHIEU_PRECOMPILED)
    set(headers headers)
    get_target_property(links ${target} LINK_LIBRARIES)
    if(links MATCHES "hp_(proto|journal|rpc|congress|verify|report|service|http|client|demo|cli|kit)")
      string(APPEND headers _proto)
    endif()
    if(links MATCHES "CLI11")
      target_compile_options(${target} PRIVATE ${HOMPHIEU_CLI_OPTIONS})
      string(APPEND headers _cli)
    elseif("${ARGN}" STREQUAL test)
      string(APPEND headers _test)
    endif()
    target_precompile_headers(${target} REUSE_FROM ${headers})
  endif()
endfunction()
