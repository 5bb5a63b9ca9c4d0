#pragma once
// The small signs of the kit that mean nothing of the case by themselves: counts, chips, who is
// present, an icon with words, a dot for what is new. A tone gives each its colours, and none says
// anything by colour alone: there is always a letter, a word or a shape.
#include <string_view>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

// What a chip or label says; decides its colours.
enum class Tone : std::uint8_t { neutral, accent, good, attention, wrong };
Token words_of(Tone tone);
Token ground_of(Tone tone);

float count_pill_width(Ui& ui, std::string_view count);
void count_pill(Ui& ui, Point left_middle, std::string_view count, bool asks_attention = false);

// Icon and words on a soft ground; returns the width used.
float chip(Ui& ui, Point left_middle, Icon icon, std::string_view words, Tone tone);
float chip_width(Ui& ui, Icon icon, std::string_view words);
// Somebody present: a dot and a code in a pill; returns the width used.
float presence_chip(Ui& ui, Point left_middle, std::string_view code, bool present);
float presence_chip_width(Ui& ui, std::string_view code);

// Icon and words without a ground, left or right aligned in the area; returns the rectangle used.
Rect icon_label(Ui& ui, Rect area, Icon icon, std::string_view words, Tone tone,
                bool strong = false, Align align = Align::left, IconSize size = IconSize::small);

// Something new: a dot, and words beside it are semibold.
void new_dot(Ui& ui, Point centre);

}  // namespace casustafel::ui
