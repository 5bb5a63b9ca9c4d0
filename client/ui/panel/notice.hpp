#pragma once
// What a screen says when something is different from usual: nothing here yet, no connection,
// refused, back again. A notice stays until what it says is over or the person closes it.
#include <string>
#include <string_view>

#include "client/ui/kit/signs.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct NoticeText {
    std::string_view title, body;
};

// The picture that goes with a tone.
Icon notice_icon(Tone tone);

// Icon, bold line and sentence on a soft ground. Tone attention is for a lost connection, wrong for
// a refusal, good for being back. Returns the height used, which `notice_height` tells beforehand.
float notice(Ui& ui, Rect area, Tone tone, NoticeText words);
float notice_height(Ui& ui, float width, NoticeText words);

// One line of warning on a soft ground, 40 high.
void limit_line(Ui& ui, Rect area, std::string_view words, Tone tone = Tone::attention);

// An empty list: one bold line and one that says what will appear; returns the height used.
float empty_state(Ui& ui, Rect area, NoticeText words, bool framed = false);
inline float empty_state(const Panel& panel, Rect area, Say title, Say body, bool framed = false) {
    return empty_state(panel.ui, area, {panel.say(title), panel.say(body)}, framed);
}

}  // namespace casustafel::ui
