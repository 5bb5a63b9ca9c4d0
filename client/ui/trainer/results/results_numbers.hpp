#pragma once
// The headings and the twelve indicators: value, word, how many opportunities. Choosing one shows
// what is behind it.
#include "client/ui/trainer/results/results.hpp"

namespace casustafel::ui {

// Nothing can be said of anything yet.
bool is_early(const v1::Results& results);

// Number and word at the right of a row, "te weinig" without one; returns what is left of the row.
Rect draw_value(Panel& panel, Rect row, const v1::ResultsValue& value, Type type);

// A bar of 0 to 100 with gaps where the bands begin; empty without a value.
void draw_value_bar(Panel& panel, Rect area, const v1::ResultsValue& value, bool chosen);
void draw_numbers(Panel& panel, Rect area, const v1::Results& results, ResultsState& state);

}  // namespace casustafel::ui
