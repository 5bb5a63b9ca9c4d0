#pragma once
// The results of a session as text: what a trainer reads on a terminal or hears from a screen
// reader.
#include "client/console/said/printer.hpp"
#include "client/model/sentence.hpp"

namespace casustafel::console {

// Headings, the twelve indicators with their evidence, flags, tables and roles, decisions, and what
// was left out; one JSON object with --json.
void show_results(const Printer&, const v1::Results&, bool with_days);

}  // namespace casustafel::console
