#pragma once
// "Hulp": how to do what lies before this person now, and everything else one does at the table,
// with where it stands and by which keys. The trainer can be called from it, for what it does not
// tell. It knows the texts and what waits for the role; it opens no panel and does nothing itself.
#include "client/ui/frame/top_bar.hpp"

namespace casustafel::ui {

// The help, open at what waits for this role now.
void open_guide(HelpState& state);

// The number of the topic that helps with what lies before the role now, as the guide counts them.
int topic_now(const Panel& panel);

void draw_guide(Panel& panel, HelpState& state);

}  // namespace casustafel::ui
