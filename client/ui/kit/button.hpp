#pragma once
// Buttons: what a person presses to act. One primary button per area; the rest is outlined or text.
// A button that cannot be used is grey and its panel says why beside it (`reason_line`).
#include <string>
#include <string_view>

#include "client/ui/kit/ui.hpp"

namespace casustafel::ui {

// `quiet` is text in the colour of meta: settings, things beside the task.
enum class ButtonStyle : std::uint8_t { primary, outlined, text, quiet };

struct ButtonLook {
    ButtonStyle style = ButtonStyle::outlined;
    Icon icon = Icon::none;
    std::string_view keycap{};  // shown on the button: the key that does the same
    bool enabled = true;
    bool small = false;  // 13 px semibold, for rows
    bool icon_last = false;
    std::string_view group{};
};

// True in the frame in which it is used. `label` may be empty when `name` says enough and there is
// an icon; `spoken` is then what the record calls it.
bool button(Ui& ui, Rect area, std::string name, std::string_view label, ButtonLook look = {},
            std::string_view spoken = {});

// The width the words, icon and keycap want, padding included.
float button_width(Ui& ui, std::string_view label, const ButtonLook& look = {});

// A button as wide as it wants, cut off the end or the start of a row; `high` 0: as high as the
// row.
bool button_right(Ui& ui, Rect& row, float high, std::string name, std::string_view label,
                  ButtonLook look = {}, std::string_view spoken = {});
bool button_left(Ui& ui, Rect& row, float high, std::string name, std::string_view label,
                 ButtonLook look = {}, std::string_view spoken = {});

// Words that act, without the height of a button; at least 24 high to be hit.
bool link(Ui& ui, Rect area, std::string name, std::string_view label, Icon icon = Icon::none);

// Why something cannot be used, with an icon; on one line, or on two where that is too short.
void reason_line(Ui& ui, Rect area, std::string_view reason);

// The ring of keyboard focus, outside the rectangle with a gap, or inside for rows and fields.
void focus_ring(Ui& ui, Rect area, float radius);
void focus_ring_inside(Ui& ui, Rect area, float radius);

// A key as printed on a keyboard; returns its width.
float keycap(Ui& ui, Point left_middle, std::string_view key, Token colour = Token::text_2);
float keycap_width(Ui& ui, std::string_view key);

}  // namespace casustafel::ui
