#pragma once
// What was said aloud and not written down by who said it. Who heard it notes from whom, about whom
// and on what; who said it then points out the item, and the known dialog registers it as said
// aloud. Nothing is disclosed before that, and neither window shows what the other role has.
#include "client/ui/acts/draft.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// The way in, cut off the conversation or, where that is low, off its row of tabs.
void draw_note_heard(Panel& panel, Rect& tabs, Rect& area, TalkState& state);

// The dialogs; call while `state.open`, and while `state.answering` is set.
void draw_heard_dialog(Panel& panel, HeardState& state);
void draw_which_item(Panel& panel, TableState& state);

// "POL-V noteerde dat jij …", for who is said to have said it, or what who heard it waits for.
std::string heard_title(const Panel& panel, const v1::Heard& heard);

// What was noted is not kept over a crash.
extern const DraftKind heard_drafts;

}  // namespace casustafel::ui
