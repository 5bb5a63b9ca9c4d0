#pragma once
// The entities of a view by the name of their kind ("informed", "request"), for whoever treats
// all kinds alike: the name is that of the field in v1::Entity.
#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "client/model/view.hpp"

namespace casustafel::console {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using Entities = std::vector<const Message*>;

// All of this kind, in the order of the lists that a person sees; nothing when it is no kind.
Entities all_of(const model::View&, std::string_view kind);
// Whether it is one.
bool is_kind(std::string_view kind);

// The message inside, and the name of its kind; no entity at all: nullptr and an empty name.
const Message* inside(const v1::Entity&);
std::string kind_of(const v1::Entity&);

// A text field by its name; empty when there is no such field.
const std::string& text_in(const Message&, const std::string& field);
// The id of a thing made in play; 0 when it has none.
std::uint64_t number_in(const Message&, const std::string& field);

}  // namespace casustafel::console
