# The page: index.html, one style, one script, one program and the letters, each also packed, in one
# folder that the server serves as it is.
find_program(BROTLI_PROGRAM brotli REQUIRED)
set(page ${CMAKE_SOURCE_DIR}/client/platform/web/page)
set(out ${CMAKE_BINARY_DIR}/page)

# What draws the pixels is where the time goes; what is read once for all others was read for size.
target_compile_options(client_ui_paint PRIVATE -O3)
set_target_properties(client_ui_paint PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)

add_executable(casustafel-web client/program/web/main.cpp)
target_link_libraries(casustafel-web PRIVATE client_program client_net_web client_platform_web)
set(scripts client/net/web/line.js client/platform/web/page.js client/platform/web/mirror.js)
file(GLOB pages CONFIGURE_DEPENDS ${page}/*)
file(GLOB texts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/text/page/*.json)
set(ways ${CMAKE_SOURCE_DIR}/client/net/web/ways.js)
set(says ${CMAKE_BINARY_DIR}/says.js)
set(link_options -Os)
foreach(script IN ITEMS ${says} ${page}/before.js ${ways})
    list(APPEND link_options "SHELL:--pre-js ${script}")
endforeach()
foreach(script IN LISTS scripts)
    list(APPEND link_options "SHELL:--js-library ${CMAKE_SOURCE_DIR}/${script}")
endforeach()
# No code is made at run time, so that a strict Content-Security-Policy holds.
list(APPEND link_options -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
     -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -sMALLOC=dlmalloc
     -sEXPORTED_FUNCTIONS=_malloc,_free)
target_link_options(casustafel-web PRIVATE ${link_options})
add_custom_command(
    OUTPUT ${says}
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/page_texts ${CMAKE_SOURCE_DIR} says ${says}
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/page_texts ${texts}
    COMMENT "what the page says by itself")
add_custom_target(page_says DEPENDS ${says})
add_dependencies(casustafel-web page_says)
set_property(TARGET casustafel-web APPEND PROPERTY LINK_DEPENDS ${says})
set_target_properties(casustafel-web PROPERTIES OUTPUT_NAME casustafel
                      RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
foreach(script IN LISTS scripts ITEMS client/platform/web/page/before.js client/net/web/ways.js)
    set_property(TARGET casustafel-web APPEND PROPERTY LINK_DEPENDS ${CMAKE_SOURCE_DIR}/${script})
endforeach()

set(letters ${CMAKE_BINARY_DIR}/letters.bin)
add_custom_command(
    OUTPUT ${letters}
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/letters ${CMAKE_SOURCE_DIR} ${letters}
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/letters ${CMAKE_SOURCE_DIR}/client/ui/paint/icons.hpp
            ${CMAKE_SOURCE_DIR}/client/ui/paint/pictograms.hpp
    COMMENT "letters of the page")
add_custom_command(
    OUTPUT ${out}/index.html
    COMMAND ${CMAKE_CURRENT_LIST_DIR}/pack ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/bin ${letters} ${out}
    DEPENDS casustafel-web ${letters} ${pages} ${texts} ${ways} ${CMAKE_CURRENT_LIST_DIR}/pack
            ${CMAKE_CURRENT_LIST_DIR}/page_texts ${CMAKE_SOURCE_DIR}/proto/contract/versions.hpp
    COMMENT "the page in build/web/page")
add_custom_target(page ALL DEPENDS ${out}/index.html)
