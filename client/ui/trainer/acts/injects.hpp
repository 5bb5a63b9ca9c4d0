#pragma once
// Making something happen: the injects of the case with ten seconds to take one back, and an inject
// of one's own.
#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

void draw_injects(Panel& panel, Rect area, TrainerState& state);
// Whom it goes to: "Naar CAS".
std::string addressees(const Panel& panel, const v1::InjectControl& inject);
// A pending inject in one line: "Mail over vrijlating, naar NAZ, over 8 s".
std::string pending_words(const Panel& panel, const v1::InjectControl& inject);

// The inject that is about to go and stands in the strip of a small screen; nullptr: none does.
const v1::InjectControl* pressing_inject(const Panel& panel);

}  // namespace casustafel::ui
