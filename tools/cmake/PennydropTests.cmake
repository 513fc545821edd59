# SPDX-License-Identifier: Apache-2.0
# How tests are declared. Every test is labelled with the folder below tests/ it lies in (core, app, qml, system, ...);
# tools/test chooses by these labels. What is labelled `long` is left out of the ordinary run.

# The environment every test starts in: no display, no desktop session, no settings of the person who runs it.
# TEST_ENVIRONMENT is the name of the variable to fill.
function(_pennydrop_test_environment name TEST_ENVIRONMENT)
  set(home ${CMAKE_CURRENT_BINARY_DIR}/home/${name})
  set(environment
      QT_QPA_PLATFORM=offscreen
      QT_HASH_SEED=0
      QTEST_FUNCTION_TIMEOUT=86400000  # a day: the limit is ctest's, which knows how slow a sanitizer is
      LC_ALL=C.UTF-8
      XDG_CONFIG_HOME=${home}/config
      XDG_DATA_HOME=${home}/data
      XDG_STATE_HOME=${home}/state
      XDG_CACHE_HOME=${home}/cache
      DBUS_SESSION_BUS_ADDRESS=disabled:
      DBUS_SYSTEM_BUS_ADDRESS=disabled:)
  if(PENNYDROP_SANITIZE)
    # Suppressions name functions, so what prints them is needed for more than reading.
    find_program(PENNYDROP_SYMBOLIZER NAMES llvm-symbolizer-19 llvm-symbolizer REQUIRED)
    mark_as_advanced(PENNYDROP_SYMBOLIZER)
    set(suppressions ${CMAKE_SOURCE_DIR}/tests/sanitizers)
    list(APPEND environment
         PENNYDROP_SHORT=1
         ASAN_SYMBOLIZER_PATH=${PENNYDROP_SYMBOLIZER}
         # Strict checks would read a whole text for each of the few bytes that libmd4c looks through with strcspn().
         ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:intercept_strspn=0:detect_stack_use_after_return=1
         # In quotes: a space ends a value otherwise.
         "LSAN_OPTIONS=suppressions='${suppressions}/leaks.supp':print_suppressions=0"
         "UBSAN_OPTIONS=suppressions='${suppressions}/undefined.supp':print_stacktrace=1:halt_on_error=1")
  endif()
  set(${TEST_ENVIRONMENT} "${environment}" PARENT_SCOPE)
endfunction()

# The folder below tests/ that the calling CMakeLists.txt lies in.
function(_pennydrop_test_folder FOLDER)
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${CMAKE_SOURCE_DIR}/tests OUTPUT_VARIABLE folder)
  string(REGEX REPLACE "/.*" "" folder "${folder}")
  set(${FOLDER} ${folder} PARENT_SCOPE)
endfunction()

# Sets labels, environment and time limit of a test. A sanitizer makes everything slower, so it gets four times as long.
function(_pennydrop_finish_test name timeout labels environment)
  _pennydrop_test_folder(folder)
  list(PREPEND labels ${folder})
  list(REMOVE_DUPLICATES labels)
  if(NOT timeout)
    set(timeout 120)
  endif()
  if(PENNYDROP_SANITIZE)
    math(EXPR timeout "${timeout} * 4")
  endif()
  _pennydrop_test_environment(${name} base_environment)
  set_tests_properties(${name} PROPERTIES LABELS "${labels}" TIMEOUT ${timeout}
                                          ENVIRONMENT "${base_environment};${environment}")
endfunction()

# Nearly every test is one file that includes what moc makes of it, which takes a moment. AUTOMOC would look through each for
# half a second and compile a file for it that is empty: a fifth of the time that a build takes. It is for those with headers.
function(_pennydrop_moc_test name source)
  cmake_path(GET source STEM stem)
  file(STRINGS ${source} includes_moc REGEX "^#include \"${stem}\\.moc\"" LIMIT_COUNT 1)
  file(STRINGS ${source} conditions REGEX "^#if")  # which moc would have to judge
  if(NOT includes_moc OR conditions OR "${ARGN}" MATCHES "\\.h(;|$)")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    return()
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/moc/${name})
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${folder}/${stem}.moc
                     COMMAND Qt6::moc ${CMAKE_CURRENT_SOURCE_DIR}/${source} -o ${folder}/${stem}.moc
                     DEPENDS ${source} Qt6::moc
                     COMMENT "moc ${source}"
                     VERBATIM)
  target_sources(${name} PRIVATE ${folder}/${stem}.moc)
  target_include_directories(${name} PRIVATE ${folder})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
endfunction()

# pennydrop_qt_test(<name> SOURCES ... [LINKS ...] [LABELS ...] [TIMEOUT seconds] [ENVIRONMENT VAR=value ...]
#                   [ARGUMENTS ...] [PRECOMPILED_AS target])
# A test program of Qt Test (or, with Qt6::QuickTest in LINKS, of Qt Quick Test), called <name> in bin/tests. It runs with
# the offscreen platform; a variable in ENVIRONMENT replaces the one set here. The target tests_<folder> builds all test
# programs of a folder.
function(pennydrop_qt_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT;PRECOMPILED_AS" "SOURCES;LINKS;LABELS;ENVIRONMENT;ARGUMENTS")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "pennydrop_qt_test(${name}): SOURCES missing, or not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/tests)
  _pennydrop_moc_test(${name} ${arg_SOURCES})
  target_compile_features(${name} PRIVATE cxx_std_23)
  target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LINKS})
  pennydrop_target_options(${name})
  if(arg_PRECOMPILED_AS)
    pennydrop_precompile_as(${name} ${arg_PRECOMPILED_AS})
  endif()
  _pennydrop_test_folder(folder)
  if(NOT TARGET tests_${folder})
    add_custom_target(tests_${folder})
  endif()
  add_dependencies(tests_${folder} ${name})
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
  _pennydrop_finish_test(${name} "${arg_TIMEOUT}" "${arg_LABELS}" "${arg_ENVIRONMENT}")
endfunction()

# pennydrop_command_test(<name> COMMAND ... [LABELS ...] [TIMEOUT seconds] [ENVIRONMENT VAR=value ...] [SERIAL])
# A test that is a script or a command. SERIAL: no other test may run meanwhile (it measures, or needs the machine).
function(pennydrop_command_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "TIMEOUT" "COMMAND;LABELS;ENVIRONMENT")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_COMMAND)
    message(FATAL_ERROR "pennydrop_command_test(${name}): COMMAND missing, or not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_test(NAME ${name} COMMAND ${arg_COMMAND})
  _pennydrop_finish_test(${name} "${arg_TIMEOUT}" "${arg_LABELS}" "${arg_ENVIRONMENT}")
  if(arg_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  endif()
endfunction()

# pennydrop_fuzz_target(<name> SOURCES ... LINKS ... [CORPUS folder])
# A libFuzzer program in bin/fuzz, built with the preset `fuzz` only. tools/test runs every program it finds there for a
# while; the files of the folder CORPUS (default corpus/<name>, if it is there) are what it starts from.
function(pennydrop_fuzz_target name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "CORPUS" "SOURCES;LINKS")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_SOURCES)
    message(FATAL_ERROR "pennydrop_fuzz_target(${name}): SOURCES missing, or not understood: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "Fuzz targets need clang: configure with the preset `fuzz`.")
  endif()
  if(NOT arg_CORPUS)
    set(arg_CORPUS corpus/${name})
  endif()
  cmake_path(ABSOLUTE_PATH arg_CORPUS BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin/fuzz)
  target_compile_features(${name} PRIVATE cxx_std_23)
  target_link_libraries(${name} PRIVATE ${arg_LINKS})
  pennydrop_target_options(${name})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  if(IS_DIRECTORY ${arg_CORPUS})
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/bin/fuzz)
    file(CREATE_LINK ${arg_CORPUS} ${CMAKE_BINARY_DIR}/bin/fuzz/${name}.seeds SYMBOLIC)
  endif()
endfunction()
