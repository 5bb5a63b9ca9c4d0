#pragma once
// The chair calls somebody to a meeting: a member who is not there yet, or somebody who is let in
// by it. It asks whom and why, and the reason reaches who is called as a message.
#include "client/ui/acts/draft.hpp"
#include "client/ui/acts/table_state.hpp"

namespace casustafel::ui {

// Whether there is anybody this role may call to it.
bool may_invite(const Panel& panel, const v1::Meeting& meeting);
void open_invitation(TalkState& state, const std::string& meeting);
void draw_invite_dialog(Panel& panel, TalkState& state);
extern const DraftKind invite_drafts;

}  // namespace casustafel::ui
