#pragma once
// Inside codec only: how a struct of the core lies in a message, found once per type (bind.hpp) and
// then followed for every value that is read or written.
#include <google/protobuf/message.h>

#include <cstddef>
#include <string>
#include <vector>

#include "proto/contract/limits.hpp"
#include "server/codec/reader.hpp"

namespace casustafel::codec {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

struct Plan;

// One field of a message, and the member of the struct that it is.
struct Binding {
    const FieldDescriptor* field = nullptr;
    const Reflection* reflection = nullptr;  // of its message
    contract::limits::Field limits;
    std::string name;            // "share_item.purpose", for the server's log
    std::size_t from = 0;        // where the member begins in its struct
    const Plan* part = nullptr;  // of the messages inside, when it holds messages
    // False when the field holds a value that is none of the core's.
    bool (*read)(Reader&, const Message&, const Binding&, void* member) = nullptr;
    void (*write)(const void* member, const Binding&, Message&) = nullptr;
};

struct Plan {
    const Descriptor* type = nullptr;
    std::vector<Binding> bindings;
};

// Fills `value`, a struct of the type that the plan was made for. False when the message is not one
// of ours; then the reader says why.
bool read_fields(Reader&, const Message&, const Plan&, void* value);

void write_fields(const void* value, const Plan&, Message&);

// Whether the message carries a field of its own that this build does not know.
bool says_more_than_we_know(const Message&);

}  // namespace casustafel::codec
