#pragma once
// Inside the console only: how its sentences in code name people and subjects.
#include <string>

#include "client/console/said/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

std::string person_name(const Printer&, const model::View&, const std::string& id);
// The person and the category that a request is about.
std::string subject(const Printer&, const model::View&, const v1::Request&);

}  // namespace casustafel::console
