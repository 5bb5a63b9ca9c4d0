#pragma once
// How values of the core look in a failing test: a struct that is described prints its fields, an
// id its text, a word its word, a command or event the kind that it is.
#include <gtest/gtest.h>

#include <ostream>
#include <string_view>
#include <type_traits>

#include "server/core/command.hpp"
#include "server/core/event.hpp"
#include "server/core/fields.hpp"

namespace casustafel::core {

template <class T>
concept Named = std::is_enum_v<T> && requires(T value) {
    name(value);
};

template <Described T>
void PrintTo(const T& value, std::ostream* out) {
    *out << type_name(Of<T>{}) << '{';
    const char* between = "";
    fields(
        [&](std::string_view name, auto member) {
            *out << between << name << ": ";
            testing::internal::UniversalPrint(value.*member, out);
            between = ", ";
        },
        Of<T>{});
    *out << '}';
}

template <class Kind>
void PrintTo(const Id<Kind>& id, std::ostream* out) {
    *out << id.value;
}

template <Named E>
void PrintTo(const E& value, std::ostream* out) {
    *out << name(value);
}

void PrintTo(const Command&, std::ostream* out);
void PrintTo(const Event&, std::ostream* out);

}  // namespace casustafel::core
