#pragma once
// The map of meetings: which of them discuss whom, who sits where, and which decisions do not go
// together. From it a meeting is called together, its form chosen, and the meeting closed.
#include "client/ui/acts/draft.hpp"
#include "client/ui/acts/table_state.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

extern const DraftKind meeting_drafts;

void draw_meetings_dialog(Panel& panel, TalkState& state);

// How those in it talk now, as the reader has to know it; empty: all together.
std::string format_words(const Panel& panel, const v1::Meeting& meeting);

}  // namespace casustafel::ui
