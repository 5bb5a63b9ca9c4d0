#pragma once
// The pictures the client uses, by what they mean here; the values are code points of the Material
// Design Icons font. Only these are rasterised into the atlas, so a new one is added here first.
#include <cstdint>
#include <string_view>

namespace casustafel::ui {

// X(name, code point), each once: the enumeration and the ranges of the atlas both come from it.
// The tool would nest each line under the one before.
// clang-format off
#define CASUSTAFEL_ICONS(X) \
    X(account, 0xF013) X(accounts, 0xF00E) X(add, 0xF415) X(alert, 0xF5D6) \
    X(arrow_right, 0xF054) X(bookmark, 0xF0C3) X(check, 0xF12C) X(check_circle, 0xF5E0) \
    X(chevron_down, 0xF140) X(chevron_left, 0xF141) X(chevron_right, 0xF142) \
    X(chevron_up, 0xF143) X(circle, 0xF130) X(close, 0xF156) X(contrast, 0xF196) \
    X(copy, 0xF18F) X(document, 0xF219) X(exit, 0xF206) X(eye, 0xF208) X(fact, 0xF5E1) \
    X(flag, 0xF23D) X(flash, 0xF241) X(format_size, 0xF27F) X(gavel, 0xF29B) \
    X(gut_feeling, 0xF224) X(help, 0xF625) X(hourglass, 0xF51F) X(information, 0xF2FD) \
    X(keyboard, 0xF30C) X(link, 0xF339) X(lock, 0xF341) X(message, 0xF189) X(minus, 0xF374) \
    X(more, 0xF1D8) X(offline, 0xF5AA) X(parking, 0xF3E3) X(pause, 0xF3E4) X(pencil, 0xF3EB) \
    X(play, 0xF40A) X(question, 0xF186) X(refuted, 0xF15A) X(reply, 0xF45A) \
    X(scale_balance, 0xF5D1) X(search, 0xF349) X(send, 0xF48A) X(share, 0xF496) \
    X(shield, 0xF499) X(skip, 0xF4AD) X(sleep, 0xF4B2) X(stop, 0xF4DB) X(swap, 0xF4E1) \
    X(table, 0xF4F1) X(tag, 0xF4FC) X(timer, 0xF51B) X(undo, 0xF54D) X(wifi, 0xF5A9)
// clang-format on

enum class Icon : char16_t {
    none = 0,
#define X(name, code) name = code,
    CASUSTAFEL_ICONS(X)
#undef X
};

// The picture with this name, as that of an entity; else the other.
constexpr Icon icon_named(std::string_view wanted, Icon otherwise) {
#define X(name, code) \
    if (wanted == #name) return Icon::name;
    CASUSTAFEL_ICONS(X)
#undef X
    return otherwise;
}

inline constexpr char16_t all_icons[] = {
#define X(name, code) code,
    CASUSTAFEL_ICONS(X)
#undef X
};

enum class IconSize : std::uint8_t { small, control, large, last_ };

constexpr float size_px(IconSize size) {
    return size == IconSize::small ? 16.0F : size == IconSize::control ? 20.0F : 24.0F;
}

}  // namespace casustafel::ui
