#pragma once
// The numbers of each table beside each other, and those of each role: a line for each indicator,
// so that whole lines fit in any window.
#include "client/ui/trainer/results/results.hpp"

namespace casustafel::ui {

void draw_scopes(Panel& panel, Rect area, const v1::Results& results, ResultsState& state);

}  // namespace casustafel::ui
