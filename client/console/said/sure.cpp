#include "client/console/said/sure.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "client/model/queries.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

struct Asked {
    const v1::Command& act;
    const model::Model& model;
    const model::View& view;
    const Printer& printer;
};
using Question = std::optional<std::string>;

std::string listed(const std::vector<std::string>& all) {
    std::string words;
    for (const std::string& each : all) words += (words.empty() ? "" : ", ") + each;
    return words;
}

bool is_played(const v1::Session& session) {
    return session.phase() == contract::SessionPhase::running ||
           session.phase() == contract::SessionPhase::paused;
}

Question ending(const Asked& of) {
    const v1::Session& session = *of.view.find<v1::Session>();
    if (session.phase() == contract::SessionPhase::ended) return std::nullopt;
    const auto people = of.view.all<v1::Participant>();
    const auto here = std::ranges::count_if(people, &v1::Participant::connected);
    std::string words =
        of.printer.words("console.sure_end",
                         {model::in(session.title(), of.printer.english()), std::to_string(here)});
    if (is_played(session))
        words +=
            " " + of.printer.words("trainer.end_round", {std::to_string(session.round_number()),
                                                         std::to_string(session.rounds())});
    return words + " " + of.printer.words("trainer.end_body");
}

Question sending_away(const Asked& of) {
    const std::uint32_t who = of.act.send_away().participant();
    const auto people = of.view.all<v1::Participant>();
    if (std::ranges::find(people, who, &v1::Participant::id) == people.end()) return std::nullopt;
    return of.printer.words("people.away_body", {of.model.name_of(who)});
}

// Of a trainer about a person; of somebody who cannot sit down again by themselves.
Question releasing(const Asked& of) {
    if (!of.model.trainer) {
        if (!is_played(*of.view.find<v1::Session>())) return std::nullopt;
        return of.printer.words("console.sure_stand_up");
    }
    const v1::Role* role = of.view.find<v1::Role>(of.act.release_role().role());
    if (role == nullptr || role->occupant() == 0) return std::nullopt;
    return of.printer.words("trainer.release_body", {of.model.name_of(role->occupant())});
}

// Of who sits where somebody is moved to.
Question displacing(const Asked& of) {
    const v1::AssignRole& wanted = of.act.assign_role();
    const v1::Role* role = of.view.find<v1::Role>(wanted.role());
    if (!wanted.move() || role == nullptr || role->occupant() == 0 ||
        role->occupant() == wanted.participant())
        return std::nullopt;
    return of.printer.words("trainer.displace_body", {of.model.name_of(role->occupant()),
                                                      of.model.name_of(wanted.participant())});
}

Question going_on_with_swap(const Asked& of) {
    const v1::SwapUnderWay* swap = of.view.find<v1::SwapUnderWay>();
    if (swap == nullptr) return std::nullopt;
    std::vector<std::string> waits_for;
    for (const v1::Role* role : of.view.all<v1::Role>())
        if (role->occupant() != 0 && !model::swaps_with(*swap, role->id()).empty() &&
            !model::is_ready(*swap, role->id()))
            waits_for.push_back(role->id());
    if (waits_for.empty()) return std::nullopt;
    return of.printer.words("trainer.swap_on_body", {listed(waits_for)});
}

Question leaving_swap(const Asked& of) {
    const v1::SwapUnderWay* swap = of.view.find<v1::SwapUnderWay>();
    if (swap == nullptr) return std::nullopt;
    return of.printer.words("trainer.swap_off_body",
                            {of.printer.words("trainer.swap_stage",
                                              {of.printer.words("swap_stage." + swap->stage())})});
}

Question closing_prompt(const Asked& of) {
    const v1::Prompt* open = model::open_prompt(of.view);
    if (open == nullptr) return std::nullopt;
    std::vector<std::string> missing;
    for (const v1::Participant* person : of.view.all<v1::Participant>())
        if (person->roles_size() > 0 && !person->absent() &&
            std::ranges::find(open->answered(), person->id()) == open->answered().end())
            missing.push_back(of.model.name_of(person->id()));
    if (missing.empty()) return std::nullopt;
    return of.printer.words("prompts.close_body", {listed(missing)});
}

Question declassifying(const Asked& of) {
    if (of.view.find<v1::Session>()->declassified()) return std::nullopt;
    return of.printer.words("console.sure_declassify");
}

Question pausing(const Asked& of) { return of.printer.words("ui.pause_body"); }
Question accepting_triage(const Asked& of) { return of.printer.words("table.accept_body"); }

struct Row {
    v1::Command::WhatCase act;
    Question (*question)(const Asked&);
};
constexpr std::array rows = {Row{v1::Command::kEndSession, ending},
                             Row{v1::Command::kSendAway, sending_away},
                             Row{v1::Command::kDeclassifyCase, declassifying},
                             Row{v1::Command::kReleaseRole, releasing},
                             Row{v1::Command::kAdvanceSwap, going_on_with_swap},
                             Row{v1::Command::kCancelSwap, leaving_swap},
                             Row{v1::Command::kClosePrompt, closing_prompt},
                             Row{v1::Command::kAssignRole, displacing},
                             Row{v1::Command::kCallPause, pausing},
                             Row{v1::Command::kAcceptTriage, accepting_triage}};

}  // namespace

std::optional<std::string> question_before(const v1::Command& act, const model::Model& model,
                                           const model::View& view, const Printer& printer) {
    if (view.find<v1::Session>() == nullptr) return std::nullopt;
    const auto row = std::ranges::find(rows, act.what_case(), &Row::act);
    return row == rows.end() ? std::nullopt : row->question({act, model, view, printer});
}

std::string question_before_sign_out(const Printer& printer) {
    return printer.words("table.leave_body");
}

bool says_yes(std::string_view typed) {
    std::string word;
    for (const char letter : typed)
        if (std::isalpha(static_cast<unsigned char>(letter)) != 0)
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return word == "ja" || word == "j" || word == "yes" || word == "y";
}

}  // namespace casustafel::console
