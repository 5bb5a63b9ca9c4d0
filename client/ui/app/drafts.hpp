#pragma once
// What a person began and did not send, over all that can be begun at the table: to tell it, to
// read it back, and to keep it through a crash. Drafts stay with the role they were made for.
#include <map>
#include <string>
#include <vector>

#include "client/ui/acts/table_state.hpp"
#include "client/ui/interludes/stints.hpp"
#include "client/ui/panel/panel.hpp"
#include "client/ui/polls/prompt.hpp"

namespace casustafel::ui {

// Everything begun, each with a title and what was typed or chosen. Empty: nothing.
std::vector<DraftNote> half_made(const Panel& panel, const TableState& table);

// Keeps what this role's drafts are about as its view calls it, for when the role is left.
void note_titles(const Panel& panel, TableState& table);

// Forgets drafts that came to something: decisions that were taken, requests that were answered.
// To be called while the view of that role is still there.
void tidy_drafts(const model::View& view, const std::string& role, TableState& table);

// Puts what was typed or chosen in an act that was refused back where it was made, unless something
// newer stands there. Gives whether this act held something that was typed.
bool put_back(TableState& table, const v1::Command& command);

// The drafts of all roles, the one of now first; roles without any are left out.
std::vector<RoleDrafts> all_drafts(const Panel& panel,
                                   const std::map<std::string, TableState>& tables);

// As text for a file, and back. Reading takes whatever it is given: what it does not know it
// leaves out, and it never reads more than `limits` allow. False: nothing that was begun
// stands in it.
// `polls`: what was chosen in a poll and did not reach the server. `stints`: what was done in seats
// that this person left.
using PromptDrafts = std::map<std::string, PromptDraft>;
std::string write_drafts(const std::map<std::string, TableState>& tables,
                         const PromptDrafts& polls = {}, const Stints& stints = {});
bool read_drafts(std::string_view text, std::map<std::string, TableState>& tables,
                 PromptDrafts* polls = nullptr, Stints* stints = nullptr);

}  // namespace casustafel::ui
