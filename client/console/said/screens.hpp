#pragma once
// The console's screens: what a view holds, as readable sentences (or objects with --json). They
// only read; every word comes from the text files or the server. What they list is text as well
// (README.md); in code stands what more than one kind of entity makes together.
#include <cstdint>
#include <string>

#include "client/console/said/lines.hpp"
#include "client/console/said/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

// The lists of the text `console.screen.<name>`, or of `console.list.<name>`, which nobody types.
void show_lists(const Reader&, const std::string& name);
// One entity by its line; its object is called as its kind.
void show_entity(const Reader&, const std::string& kind, const google::protobuf::Message&);

// The trainer's overview: clock, seats, swap, injects, decisions, plan, tracks, calls for help.
void show_status(const Printer&, const model::Model&, const model::View&, std::int64_t now_ms);
// Everything a role knows: card, dossier, requests, meetings, messages.
void show_role(const Printer&, const model::View&, const std::string& role);
void show_roles(const Reader&);
void show_card(const Reader&, const std::string& role);
// The words of the four questions, numbered as `join` takes them.
void show_choices(const Printer&, const model::View&);
// What asks this participant to act, in all its roles, and the next decision.
void show_waiting(const Printer&, const model::Model&);
// The questions that are open for everybody, numbered as `join` takes the answers.
void show_open_prompt(const Printer&, const model::View&);
// A trainer's: every prompt, what was answered and what was right.
void show_prompts(const Printer&, const model::View&);
// A trainer's: everything a correction can be about, numbered as `correct` takes it.
void show_acts(const Printer&, const model::View&);

// A participant hears of questions when they open, a trainer of every step.
void tell_prompt(const Printer&, const model::View&, const v1::Prompt&, bool added, bool trainer);

}  // namespace casustafel::console
