# What speeds a build up is used when it is there and never required.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # With precompiled headers it keeps nothing unless it may trust them.
    set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()

find_program(MOLD_PROGRAM NAMES mold ld.mold)
find_program(LLD_PROGRAM NAMES ld.lld)
if(EMSCRIPTEN)
    # It has a linker of its own.
elseif(MOLD_PROGRAM)
    add_link_options(-fuse-ld=mold)
elseif(LLD_PROGRAM)
    add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wimplicit-fallthrough -Wno-missing-field-initializers)
# GCC 12 sees overlaps and overruns inside std::string where there are none (its bugs 105651, 105329), and of
# a precompiled header it no longer knows that it is the system's.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-restrict -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(CASUSTAFEL_WERROR)
    add_compile_options(-Werror)
endif()
if(CASUSTAFEL_SANITIZE)
    add_compile_options(-fsanitize=${CASUSTAFEL_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${CASUSTAFEL_SANITIZE})
endif()
