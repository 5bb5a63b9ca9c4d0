#pragma once
// How a trainer reads what happened: each kind of thing in one sentence after the role's code, and
// in the two or three words of the seats' list.
#include <string>

#include "client/ui/trainer/watch/happenings.hpp"

namespace casustafel::ui {

// What happened, after the name of the role: "deelt met VT als feiten: A03 Mirjam trok …".
std::string words_of(const Panel& panel, const Happening& happening);

// The same in two or three words: "Deelde A03".
std::string brief_of(const Panel& panel, const Happening& happening);

// "Deelde A03 · 10:12"; with the day when that is not today.
std::string last_act_words(const Panel& panel, const Happening& happening);

}  // namespace casustafel::ui
