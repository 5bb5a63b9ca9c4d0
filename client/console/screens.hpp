#pragma once
// The console's screens: what a view holds, as readable sentences (or objects with --json). They
// only read; every word comes from the text files or the server.
#include <cstdint>
#include <string>

#include "client/console/printer.hpp"
#include "client/model/client.hpp"

namespace casustafel::console {

// The trainer's overview: clock, seats, swap, injects, decisions, plan, tracks, calls for help.
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

void show_decisions(const Printer&, const model::View&);
void show_interventions(const Printer&, const model::View&);
void show_plan(const Printer&, const model::View&);
// What asks this participant to act, in all its roles, and the next decision.
void show_waiting(const Printer&, const model::Model&);
void show_swap(const Printer&, const model::View&);
void show_legal(const Printer&, const model::View&);
// Gut feelings, whispers, calls for help.
void show_notes(const Printer&, const model::View&);
// A trainer's: the hidden gauges.
void show_tracks(const Printer&, const model::View&);
void show_ending(const Printer&, const v1::Ending&);
// The questions that are open for everybody, numbered as `join` takes the answers.
void show_open_probe(const Printer&, const model::View&);
// A trainer's: every probe, what was answered and what was right.
void show_probes(const Printer&, const model::View&);
void show_heard(const Printer&, const model::View&);
// A trainer's: what is left out of the score.
void show_corrections(const Printer&, const model::View&);
// A trainer's: everything a correction can be about, numbered as `correct` takes it.
void show_acts(const Printer&, const model::View&);

// One line about one thing; a number is its place in its list, from 1.
void tell_proposal(const Printer&, const model::View&, const v1::Proposal&);
void tell_decision(const Printer&, const model::View&, const v1::Decision&);
void show_action(const Printer&, int number, const v1::Action&);
void tell_handover_note(const Printer&, const model::View&, const v1::HandoverNote&);
void tell_spoken(const Printer&, const model::View&, int number, const v1::Spoken&);
void tell_authority(const Printer&, int number, const v1::AuthorityQuestion&);
void tell_heard(const Printer&, const model::View&, int number, const v1::Heard&);
void tell_probe(const Printer&, const model::View&, const v1::Probe&, bool added, bool trainer);
void tell_correction(const Printer&, const v1::Correction&);
void tell_consent(const Printer&, const model::View&, const v1::Consent&);
void tell_privacy_advice(const Printer&, const v1::PrivacyAdvice&);

// One sentence about what changed; nothing for what needs no telling. `own_role` is the reader's
// role, empty for a trainer: what one did oneself is not told again.
void tell_change(const Printer&, const model::Model&, const model::View&, const model::Change&,
                 const std::string& own_role);

}  // namespace casustafel::console
