# SPDX-License-Identifier: Apache-2.0
# One place for the flags every target of ours is built with.

function(pennydrop_target_options target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /permissive- /utf-8)
    if(PENNYDROP_WARNINGS_AS_ERRORS)
      target_compile_options(${target} PRIVATE /WX)
    endif()
  else()
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
                                             -Woverloaded-virtual)
    # Under a sanitizer GCC 12 warns of overflows that its own instrumentation makes up; the preset `dev` holds the warnings.
    if(PENNYDROP_WARNINGS_AS_ERRORS AND NOT (PENNYDROP_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU"))
      target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(PENNYDROP_SANITIZE)
      target_compile_options(${target} PRIVATE -fsanitize=${PENNYDROP_SANITIZE} -fno-omit-frame-pointer
                                               -fno-sanitize-recover=undefined)
      target_link_options(${target} PRIVATE -fsanitize=${PENNYDROP_SANITIZE})
    endif()
    if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT PENNYDROP_SANITIZE)
      target_compile_options(${target} PRIVATE -fstack-protector-strong)
      target_compile_definitions(${target} PRIVATE _FORTIFY_SOURCE=2)
    endif()
  endif()
endfunction()

# pennydrop_core_library(<name> FOLDER <dir below core> HEADERS ... SOURCES ... LINKS ... PRIVATE_LINKS ...)
# A static library of the core whose public headers are compiled on their own, so that each includes what it needs.
function(pennydrop_core_library name)
  cmake_parse_arguments(arg "" "" "HEADERS;SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/core FILES ${arg_HEADERS})
  target_compile_features(${name} PUBLIC cxx_std_23)
  set_target_properties(${name} PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON)
  if(arg_LINKS)
    target_link_libraries(${name} PUBLIC ${arg_LINKS})
  endif()
  if(arg_PRIVATE_LINKS)
    target_link_libraries(${name} PRIVATE ${arg_PRIVATE_LINKS})
  endif()
  pennydrop_target_options(${name})
  # What the tests of the core work in, even where a build is not optimised to be done soon.
  if(PENNYDROP_SANITIZE AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${name} PRIVATE -O1)
  endif()
  pennydrop_precompile(${name})
endfunction()
