# SPDX-License-Identifier: Apache-2.0
# Headers of the standard library and of Qt take most of the time of a build, and never change: they are read once for
# each target, or once for many targets that are built alike. clang-tidy reads without (PENNYDROP_PRECOMPILE is off), so
# that a file that includes too little is found out.
option(PENNYDROP_PRECOMPILE "Precompile the headers of the standard library and of Qt" ON)

set(PENNYDROP_STANDARD_HEADERS
    <algorithm>
    <array>
    <chrono>
    <cstdint>
    <expected>
    <filesystem>
    <functional>
    <memory>
    <optional>
    <span>
    <string>
    <string_view>
    <utility>
    <vector>)

# What the files begin with that QML is compiled to.
set(PENNYDROP_COMPILED_QML_HEADERS
    <QtQml/qjsprimitivevalue.h>
    <QtQml/qjsvalue.h>
    <QtQml/qqmlcomponent.h>
    <QtQml/qqmlcontext.h>
    <QtQml/qqmlengine.h>
    <QtQml/qqmlprivate.h>)

function(_pennydrop_let_cache_precompile target)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess) # for ccache
  endif()
endfunction()

# pennydrop_precompile(<target> [<header>...]): the standard headers and these.
function(pennydrop_precompile target)
  if(PENNYDROP_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${PENNYDROP_STANDARD_HEADERS} ${ARGN})
    _pennydrop_let_cache_precompile(${target})
  endif()
endfunction()

# pennydrop_precompile_as(<target> <other>): what was precompiled for `other`, which has the same flags.
function(pennydrop_precompile_as target other)
  if(PENNYDROP_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${other})
    _pennydrop_let_cache_precompile(${target})
  endif()
endfunction()
