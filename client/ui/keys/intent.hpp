#pragma once
// What a key means to a person, whatever keyboard it is on. Widgets and screens ask for a meaning
// and never for a key, so that every layout and every platform does the same. Which key means what
// stands in one table (keys.cpp).
#include <cstdint>

namespace casustafel::ui {

enum class Intent : std::uint8_t {
    none,

    // Moving: the caret, focus within a group, a scrolling area.
    left,
    right,
    up,
    down,
    word_left,
    word_right,
    home,
    end,
    text_start,
    text_end,
    page_up,
    page_down,
    next,
    previous,
    next_area,
    previous_area,

    // Editing.
    delete_left,
    delete_right,
    delete_word_left,
    delete_word_right,
    undo,
    redo,
    last_that_repeats = redo,

    cut,
    copy,
    paste,
    select_all,

    // Acting.
    confirm,     // Enter; a new line in a field of several lines
    line_break,  // Shift+Enter
    press,       // Space
    send,        // Ctrl+Enter
    close,       // Escape
    letter,      // a letter or digit by itself: Stroke::letter

    // What a screen offers.
    help,
    terms,
    search,
    larger,
    smaller,
    usual_size,
    part_1,  // the first to the fourth part of a dialog
    part_2,
    part_3,
    part_4,
    pause,
    note_moment,
    results,
};

// A key that is held down may move and edit; it does nothing else a second time.
constexpr bool repeats(Intent intent) { return intent <= Intent::last_that_repeats; }

}  // namespace casustafel::ui
