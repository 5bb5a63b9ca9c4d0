# Headers from outside this house are read once and not in every file: the standard library, the
# generated messages for rooms that know the contract, GoogleTest for tests. Our own headers are never
# among them, so that a room still sees only the rooms on its line.
set(precompiled_standard <algorithm> <array> <chrono> <compare> <concepts> <cstddef> <cstdint>
    <functional> <iterator> <limits> <map> <memory> <optional> <set> <span> <string> <string_view>
    <tuple> <type_traits> <utility> <variant> <vector>)
set(precompiled_contract <casustafel/v1/command.pb.h> <casustafel/v1/envelope.pb.h>
    <casustafel/v1/view.pb.h>)

file(WRITE ${CMAKE_BINARY_DIR}/precompiled/empty.cpp "")

# Makes the target whose precompiled headers others use: casustafel_precompile(name headers…).
function(casustafel_precompile name)
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled/empty.cpp)
    target_precompile_headers(${name} PRIVATE ${precompiled_standard} ${ARGN})
endfunction()

casustafel_precompile(precompiled_standard)

# Once the messages exist.
function(casustafel_precompile_contract)
    casustafel_precompile(precompiled_contract ${precompiled_contract})
    target_link_libraries(precompiled_contract PRIVATE proto)
endfunction()

# Once GoogleTest is found.
function(casustafel_precompile_tests)
    casustafel_precompile(precompiled_standard_tests <gtest/gtest.h>)
    casustafel_precompile(precompiled_contract_tests <gtest/gtest.h> ${precompiled_contract})
    target_link_libraries(precompiled_standard_tests PRIVATE GTest::gtest)
    target_link_libraries(precompiled_contract_tests PRIVATE GTest::gtest proto)
endfunction()

# Sets `answer` to whether the target reaches the contract over what it links.
function(casustafel_knows_contract target answer)
    set(${answer} FALSE PARENT_SCOPE)
    if(NOT TARGET ${target})
        return()
    endif()
    if(target STREQUAL "proto")
        set(${answer} TRUE PARENT_SCOPE)
        return()
    endif()
    get_target_property(known ${target} CASUSTAFEL_KNOWS_CONTRACT)
    if(known)
        set(${answer} TRUE PARENT_SCOPE)
    endif()
endfunction()

# Gives a room, a program or a test the precompiled headers that fit what it links.
function(casustafel_precompiled target)
    get_target_property(type ${target} TYPE)
    set(links INTERFACE_LINK_LIBRARIES)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        set(links LINK_LIBRARIES)
    endif()
    get_target_property(uses ${target} ${links})
    set(with_contract FALSE)
    set(with_tests FALSE)
    foreach(one IN LISTS uses)
        casustafel_knows_contract("${one}" knows)
        if(knows)
            set(with_contract TRUE)
        elseif(one STREQUAL "GTest::gtest")
            set(with_tests TRUE)
        endif()
    endforeach()
    set_target_properties(${target} PROPERTIES CASUSTAFEL_KNOWS_CONTRACT ${with_contract})
    if(type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    set(from precompiled_standard)
    if(with_contract)
        set(from precompiled_contract)
    endif()
    if(with_tests)
        string(APPEND from _tests)
    endif()
    target_precompile_headers(${target} REUSE_FROM ${from})
endfunction()
