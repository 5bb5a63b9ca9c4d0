#pragma once
// The console's screens: what a view holds, as readable sentences (or objects with --json). They
// only read; every word comes from the text files or the server.
#include <cstdint>
#include <string>

#include "client/console/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

// The trainer's overview: clock, seats, injects, who has what.
void show_status(const Printer&, const model::Model&, const model::View&, std::int64_t now_ms);

// Everything a role knows: card, dossier, requests, meetings, messages.
void show_role(const Printer&, const model::View&, const std::string& role);
void show_roles(const Printer&, const model::Model&, const model::View&);
void show_card(const Printer&, const model::View&, const std::string& role);
void show_dossier(const Printer&, const model::View&);
void show_item(const Printer&, const model::View&, const v1::Item&);
void show_requests(const Printer&, const model::View&);
void show_meetings(const Printer&, const model::View&);
void show_messages(const Printer&, const model::View&);
// The words of the four questions, numbered as `join` takes them.
void show_choices(const Printer&, const model::View&);

// One sentence about what changed; nothing for what needs no telling. `own_role` is the reader's
// role, empty for a trainer: what one did oneself is not told again.
void tell_change(const Printer&, const model::Model&, const model::View&, const model::Change&,
                 const std::string& own_role);

}  // namespace casustafel::console
