#pragma once
// Inside codec only: a place in a message where one value stands - a field, or one element of a
// repeated field - whatever its type on the wire.
#include <cstdint>
#include <string>

#include "server/codec/plan.hpp"

namespace casustafel::codec {

struct Source {
    const Message& message;
    const Binding& binding;
    int element = -1;  // -1: the field is not repeated

    std::string text() const;
    std::int64_t number() const;  // a yes is 1; of an id of 64 bits: its bits
    const Message& part() const;
};

// Writing to a repeated field adds an element.
struct Target {
    Message& message;
    const Binding& binding;

    void text(const std::string&) const;
    void number(std::int64_t) const;
    Message& part() const;
};

}  // namespace casustafel::codec
