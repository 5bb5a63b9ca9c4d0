#pragma once
// What a line says of an entity or of a part of it, from its text and the fields of its message:
// "Onderbuik {at_sim_ms} (stuk {item|-}): {text}". README.md tells what stands in the braces. It
// knows no kind of entity; a new one is told as soon as it has a text.
#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "client/console/said/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

// Who reads, and what a line has to know beside its message.
struct Reader {
    const Printer& printer;
    const model::View& view;
    const model::Model* model = nullptr;  // for the names of participants
    std::string own_role = {};            // empty: a trainer
    bool added = false;                   // of a change: the entity came just now
};

// The text `console.<key>` with the fields of the message in it; empty when there is no such text.
std::string line(const Reader&, const std::string& key, const google::protobuf::Message&);
// Any text of this kind, for tests.
std::string filled_in(const Reader&, std::string_view text, const google::protobuf::Message&);
// A kind's name as its text has it: "decision_option" of v1::DecisionOption.
std::string snake(const std::string& type_name);

}  // namespace casustafel::console
