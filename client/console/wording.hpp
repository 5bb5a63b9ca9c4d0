#pragma once
// Inside the console only: how its sentences name people, roles, items and forms.
#include <string>

#include "client/console/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

// The names with commas between them; "-" when there are none and `nobody` is wanted.
std::string joined(const google::protobuf::RepeatedPtrField<std::string>& names,
                   const std::string& none = "");
std::string form_name(const Printer&, std::uint32_t form);
std::string person_name(const Printer&, const model::View&, const std::string& id);
// The person and the category that a request is about.
std::string subject(const Printer&, const model::View&, const v1::Request&);
// Who plays the role: a name, an autopilot, a trainer, or nobody.
std::string occupant(const Printer&, const model::Model&, const v1::Role&);
// "A02, A08 (aanname)"; what this viewer has no form of is a row of dots.
std::string cited_names(const Printer&, const google::protobuf::RepeatedPtrField<v1::CitedItem>&);
// The words of an answer to a request, as one line.
void show_answer(const Printer&, const v1::Answer&);

}  // namespace casustafel::console
