#pragma once
// The chosen indicator: what it asks, how far one event moves it, and the events behind it.
#include "client/ui/trainer/results/results.hpp"

namespace casustafel::ui {

void draw_evidence(Panel& panel, Rect area, const v1::Results& results, ResultsState& state);

}  // namespace casustafel::ui
