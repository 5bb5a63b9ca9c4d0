#pragma once
// The kit as a product of its own: every widget in every state, on pages that are drawn without a
// window. It knows the kit and what lies under it, and nothing of a case.
#include <functional>
#include <string>
#include <vector>

#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/paint/picture.hpp"

namespace casustafel::ui {

// The state a widget is shown in. Those before `usual` need a mouse or a key to come about.
enum class Show : std::uint8_t {
    hover,
    focus,
    pressed,
    open,
    usual,
    chosen,
    good,
    error,
    disabled,
    empty,
    long_text,
    overfull,
};
constexpr bool needs_hand(Show show) { return show < Show::usual; }

// One widget in one state, with what a panel would keep for it.
struct Cell {
    std::string name;
    Show show;
    std::string text{};
    ListState list{};
    bool began = false;

    bool is(Show other) const { return show == other; }
    // Words that fit, or more than fit when the state is about that.
    std::string words(std::string_view few) const;
};

struct Sample {
    std::string title;
    float width, height;  // of each cell
    std::vector<Show> shows;
    std::function<void(Ui&, Rect, Cell&)> draw;
    std::string part{};  // what the hand goes to, behind the name of the cell
};

struct ShowcasePage {
    std::string name, title;
    std::vector<Sample> samples;
};

// All pages: choosing, writing, reading, signs.
std::vector<ShowcasePage> showcase();
ShowcasePage showcase_of_choosing();
ShowcasePage showcase_of_writing();
ShowcasePage showcase_of_reading();
ShowcasePage showcase_of_signs();

// What a page is, drawn; and what is wrong with its text and widgets at rest, empty when all is
// well.
struct Shown {
    Picture picture;
    std::string faults;
};
Shown shown(const ShowcasePage& page, Contrast contrast);

}  // namespace casustafel::ui
