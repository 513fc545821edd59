# SPDX-License-Identifier: Apache-2.0
# Uses ccache where it is installed, unless the person chose a launcher.
find_program(PENNYDROP_CCACHE ccache)
mark_as_advanced(PENNYDROP_CCACHE)
if(PENNYDROP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${PENNYDROP_CCACHE})
  # What ccache's manual asks for where headers are precompiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${PENNYDROP_CCACHE})
endif()
