#pragma once
// Talking: the meetings this role may enter and one-to-one conversations, who is present, what was
// said and shared there, and what happened in the case. A half-written message is kept for each
// conversation.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

void draw_talk(Panel& panel, Rect area, TalkState& state);

// Messages and announcements not looked at yet, over all conversations.
int unseen_talk(const Panel& panel, const TalkState& state);

extern const DraftKind message_drafts;

}  // namespace casustafel::ui
