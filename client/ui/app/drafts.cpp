#include "client/ui/app/drafts.hpp"

#include "client/ui/acts/answer_dialog.hpp"
#include "client/ui/acts/ask_dialog.hpp"
#include "client/ui/acts/boards.hpp"
#include "client/ui/acts/decisions.hpp"
#include "client/ui/acts/heard.hpp"
#include "client/ui/acts/interventions.hpp"
#include "client/ui/acts/invite_dialog.hpp"
#include "client/ui/acts/item_acts.hpp"
#include "client/ui/acts/legal_dialogs.hpp"
#include "client/ui/acts/meetings_dialog.hpp"
#include "client/ui/acts/plan.hpp"
#include "client/ui/acts/share_draft.hpp"
#include "client/ui/interludes/swap_writing.hpp"
#include "client/ui/table/talk.hpp"

namespace casustafel::ui {
namespace {

// In the order in which they are told.
const DraftKind* const kinds[] = {
    &share_drafts,  &ask_drafts,     &answer_drafts,   &decision_drafts, &intervention_drafts,
    &action_drafts, &card_drafts,    &item_act_drafts, &weighing_drafts, &triage_drafts,
    &invite_drafts, &meeting_drafts, &message_drafts,  &handover_drafts, &heard_drafts};

// Where the answers to polls stand, beside the roles; no role is called so.
const std::string polls_name = "*polls";

const std::string stints_name = "*seats";

void file_tally(DraftsFile& file, const std::string& path, Tally& tally) {
    file.field(path + "/shared", tally.shared);
    file.field(path + "/received", tally.received);
    file.field(path + "/asked", tally.asked);
    file.field(path + "/answered", tally.answered);
    file.field(path + "/decided", tally.decided);
}

// Numbered, so that they keep their order; what the view of the present seat tells is not kept.
void file_stints(DraftsFile& file, Stints& stints) {
    if (file.writes() && !stints.tells_more()) return;
    std::map<std::uint64_t, Stint> numbered;
    for (const Stint& stint : stints.all) numbered[numbered.size() + 1] = stint;
    file.each(stints_name, numbered, [&](const std::string& at, Stint& stint) {
        bool left = !stint.held;
        file.field(at + "/role", stint.role);
        file.field(at + "/since", stint.since_sim_ms);
        if (left || !file.writes()) file.field(at + "/left", left);
        stint.held = !left;
        file_tally(file, at + "/before", stint.before);
        file_tally(file, at + "/last", stint.last);
    });
    if (file.writes()) return;
    stints.all.clear();
    for (auto& [number, stint] : numbered) stints.all.push_back(std::move(stint));
}

void file_table(DraftsFile& file, const std::string& role, TableState& table) {
    for (const DraftKind* kind : kinds)
        if (kind->file != nullptr) kind->file(file, DraftsFile::step(role), table);
}

void file_polls(DraftsFile& file, PromptDrafts& polls) {
    file.each(polls_name, polls, [&](const std::string& at, PromptDraft& draft) {
        file.each(at, draft.chosen, [&](const std::string& question, std::string& option) {
            file.field(question, option);
        });
    });
}

}  // namespace

std::vector<DraftNote> half_made(const Panel& panel, const TableState& table) {
    DraftNotes notes{panel, table};
    for (const DraftKind* kind : kinds)
        if (kind->tell != nullptr) kind->tell(notes);
    return std::move(notes.notes);
}

void note_titles(const Panel& panel, TableState& table) {
    for (const DraftKind* kind : kinds)
        if (kind->name != nullptr) kind->name(panel, table);
}

void tidy_drafts(const model::View& view, const std::string& role, TableState& table) {
    for (const DraftKind* kind : kinds)
        if (kind->tidy != nullptr) kind->tidy(view, role, table);
}

bool put_back(TableState& table, const v1::Command& command) {
    bool typed = false;
    for (const DraftKind* kind : kinds)
        if (kind->put_back != nullptr && kind->put_back(table, command)) typed = true;
    return typed;
}

std::vector<RoleDrafts> all_drafts(const Panel& panel,
                                   const std::map<std::string, TableState>& tables) {
    std::vector<RoleDrafts> all;
    for (const auto& [role, table] : tables) {
        if (role.empty()) continue;
        RoleDrafts drafts{role, panel.role_name(role), role == panel.role, half_made(panel, table)};
        if (drafts.notes.empty()) continue;
        all.insert(drafts.now ? all.begin() : all.end(), std::move(drafts));
    }
    return all;
}

std::string write_drafts(const std::map<std::string, TableState>& tables, const PromptDrafts& polls,
                         const Stints& stints) {
    DraftsFile file;
    for (auto [role, table] : tables)
        if (!role.empty()) file_table(file, role, table);
    PromptDrafts chosen = polls;
    file_polls(file, chosen);
    Stints held = stints;
    file_stints(file, held);
    return file.text();
}

bool read_drafts(std::string_view text, std::map<std::string, TableState>& tables,
                 PromptDrafts* polls, Stints* stints) {
    auto file = DraftsFile::of(text);
    if (!file) return false;
    std::set<std::string> tops = file->tops();
    const bool kept_stints = tops.erase(stints_name) > 0;
    for (const std::string& role : tops)
        if (role != polls_name) file_table(*file, role, tables[role]);
    if (polls != nullptr) file_polls(*file, *polls);
    if (stints != nullptr && kept_stints) file_stints(*file, *stints);
    return !tops.empty() || !kept_stints;
}

}  // namespace casustafel::ui
