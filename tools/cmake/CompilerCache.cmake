# SPDX-License-Identifier: Apache-2.0
# Uses ccache where it is installed, unless the person chose a launcher.
find_program(PENNYDROP_CCACHE ccache)
mark_as_advanced(PENNYDROP_CCACHE)
if(PENNYDROP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${PENNYDROP_CCACHE})
  # What ccache's manual asks for where headers are precompiled, besides what the person has asked for: in the environment of the
  # configuration, or in ccache's own (a variable replaces what its files say).
  set(sloppiness "$ENV{CCACHE_SLOPPINESS}")
  if(NOT sloppiness)
    execute_process(COMMAND ${PENNYDROP_CCACHE} --get-config sloppiness OUTPUT_VARIABLE sloppiness
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  string(REGEX MATCHALL "[a-z_]+" sloppiness "${sloppiness}")
  list(APPEND sloppiness pch_defines time_macros)
  list(REMOVE_DUPLICATES sloppiness)
  list(JOIN sloppiness "," sloppiness)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=${sloppiness} ${PENNYDROP_CCACHE})
endif()
