#pragma once
// How values of the core look in a failing test: a struct that is described prints its fields, an
// id its text, a word its word, a command or event the kind that it is. Also the names of all
// kinds.
#include <gtest/gtest.h>

#include <ostream>
#include <set>
#include <string_view>
#include <variant>

#include "server/core/families/command.hpp"
#include "server/core/families/event.hpp"
#include "server/core/values/fields.hpp"

namespace casustafel::contract {

template <ClosedList E>
void PrintTo(const E& value, std::ostream* out) {
    *out << name(value);
}

}  // namespace casustafel::contract

namespace casustafel::core {

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

namespace detail {

template <class>
struct Names;
template <class... Each>
struct Names<std::variant<Each...>> {
    static std::set<std::string_view> all() { return {name_of<Each>()...}; }
};

}  // namespace detail

// The names of all kinds of CommandKinds or EventKinds.
template <class Variant>
std::set<std::string_view> names_of() {
    return detail::Names<Variant>::all();
}

void PrintTo(const Command&, std::ostream* out);
void PrintTo(const Event&, std::ostream* out);

}  // namespace casustafel::core
