# A room is a folder with its .hpp and .cpp side by side, and one static library of the same name.
# Each room publishes one include directory that holds only a link to its own folder, so that
# `#include "server/core/law/verdict.hpp"` compiles only for a room whose link list leads to server/core/law.

include(.cmake/precompiled.cmake)

function(casustafel_room folder)
    cmake_parse_arguments(ROOM "" "" "PRIVATE" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
    string(REPLACE "/" "_" target ${folder})
    get_filename_component(parent ${folder} DIRECTORY)
    set(published ${CMAKE_BINARY_DIR}/rooms/${target})
    file(MAKE_DIRECTORY ${published}/${parent})
    file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${folder} ${published}/${folder} SYMBOLIC)
    if(sources)
        add_library(${target} STATIC ${sources})
        set(access PUBLIC)
        target_link_libraries(${target} PRIVATE ${ROOM_PRIVATE})
    else()
        add_library(${target} INTERFACE)
        set(access INTERFACE)
    endif()
    target_include_directories(${target} ${access} ${published})
    foreach(uses IN LISTS ROOM_UNPARSED_ARGUMENTS)
        string(REPLACE "/" "_" uses ${uses})
        target_link_libraries(${target} ${access} ${uses})
    endforeach()
    casustafel_precompiled(${target})
endfunction()

# casustafel_program(name main.cpp rooms...): a thin main over rooms.
function(casustafel_program name main)
    if(NOT EXISTS ${CMAKE_SOURCE_DIR}/${main})
        return()
    endif()
    add_executable(${name} ${main})
    foreach(uses IN LISTS ARGN)
        string(REPLACE "/" "_" uses ${uses})
        target_link_libraries(${name} PRIVATE ${uses})
    endforeach()
    casustafel_precompiled(${name})
endfunction()

# A program that the build itself runs. For a browser it comes from the native build beside this one.
function(casustafel_host_program name source)
    if(EMSCRIPTEN)
        add_executable(${name} IMPORTED)
        set_target_properties(${name} PROPERTIES
                              IMPORTED_LOCATION ${CASUSTAFEL_HOST_BUILD}/host/${name})
    else()
        add_executable(${name} ${source} ${ARGN})
        set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/host)
    endif()
endfunction()

# The contract: every .proto compiled once, into one target (for a browser with the lite runtime). The options beside
# the fields become constants (proto/generate), and the messages are made from what is left, so that
# they do not depend on descriptor.pb.h.
function(casustafel_proto target)
    file(GLOB protos CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/proto/casustafel/v1/*.proto)
    set(options ${CMAKE_SOURCE_DIR}/proto/casustafel/v1/options.proto)
    list(REMOVE_ITEM protos ${options})
    set(out ${CMAKE_BINARY_DIR}/proto)
    set(made ${CMAKE_BINARY_DIR}/contract)
    file(MAKE_DIRECTORY ${out} ${made}/proto/contract)
    set(find --proto_path=${CMAKE_SOURCE_DIR}/proto)

    casustafel_host_program(${target}_generate ${CMAKE_SOURCE_DIR}/proto/generate/generate.cpp
                            ${made}/casustafel/v1/options.pb.cc ${made}/casustafel/v1/options.pb.h)
    set(runtime "")
    if(EMSCRIPTEN)
        set(runtime lite:)
    else()
        add_custom_command(
            OUTPUT ${made}/casustafel/v1/options.pb.cc ${made}/casustafel/v1/options.pb.h
            COMMAND protobuf::protoc ${find} --cpp_out=${made} ${options}
            DEPENDS ${options}
            COMMENT "protoc options.proto")
        target_include_directories(${target}_generate SYSTEM PRIVATE ${made})
        target_link_libraries(${target}_generate PRIVATE protobuf::libprotobuf)
    endif()

    set(constants ${made}/proto/contract/limits.hpp ${made}/proto/contract/names.hpp
        ${made}/proto/contract/entities.hpp ${made}/proto/contract/commands.hpp
        ${made}/proto/contract/lists.hpp)
    add_custom_command(
        OUTPUT ${made}/plain.descriptors ${constants}
        COMMAND protobuf::protoc ${find} --include_imports
                --descriptor_set_out=${made}/described.descriptors ${protos}
        COMMAND ${target}_generate ${made}/described.descriptors ${made}/plain.descriptors ${constants}
        DEPENDS ${protos} ${options} ${target}_generate
        COMMENT "limits and names of the contract")
    # Words are constants only.
    list(REMOVE_ITEM protos ${CMAKE_SOURCE_DIR}/proto/casustafel/v1/words.proto)
    foreach(proto IN LISTS protos)
        get_filename_component(stem ${proto} NAME_WE)
        set(base ${out}/casustafel/v1/${stem}.pb)
        add_custom_command(
            OUTPUT ${base}.cc ${base}.h
            COMMAND protobuf::protoc --descriptor_set_in=${made}/plain.descriptors --cpp_out=${runtime}${out}
                    casustafel/v1/${stem}.proto
            DEPENDS ${made}/plain.descriptors
            COMMENT "protoc ${stem}.proto")
        list(APPEND generated ${base}.cc ${base}.h)
    endforeach()
    add_library(${target} STATIC ${generated})
    target_include_directories(${target} SYSTEM PUBLIC ${out})
    target_link_libraries(${target} PUBLIC protobuf::libprotobuf)
    target_compile_options(${target} PRIVATE -w)

    # For who needs the constants and no message: the standard library is enough to read them.
    add_custom_target(${target}_constants_made DEPENDS ${constants})
    add_library(${target}_constants INTERFACE)
    target_include_directories(${target}_constants INTERFACE ${made})
    add_dependencies(${target}_constants ${target}_constants_made)
    target_link_libraries(${target} PUBLIC ${target}_constants)
endfunction()

# The sentences: both languages compiled in, keys as constants (see assets/text/generate.cpp).
function(casustafel_text target)
    set(here ${CMAKE_SOURCE_DIR}/assets/text)
    set(out ${CMAKE_BINARY_DIR}/text)
    file(MAKE_DIRECTORY ${out}/assets/text)
    casustafel_host_program(${target}_generate ${here}/generate.cpp)
    if(NOT EMSCRIPTEN)
        target_link_libraries(${target}_generate PRIVATE nlohmann_json::nlohmann_json)
    endif()
    # A page travels without what only programs on a terminal say.
    set(silent "")
    if(EMSCRIPTEN)
        set(silent call. console. damage. diagnostic. import. log. report.story. serve. store.)
    endif()
    add_custom_command(
        OUTPUT ${out}/text_rows.inc
        BYPRODUCTS ${out}/assets/text/text.hpp
        COMMAND ${target}_generate ${here} ${out}/assets/text ${out}/text_rows.inc ${silent}
        DEPENDS ${here}/nl.json ${here}/en.json ${here}/text.hpp.in ${target}_generate
        COMMENT "sentences in two languages")
    add_library(${target} STATIC ${here}/text.cpp ${out}/text_rows.inc)
    target_include_directories(${target} PUBLIC ${out})
endfunction()
