// What a person presses or chooses: buttons, links, ticks, one of several, tabs, lists that drop.
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/select.hpp"
#include "tests/showcase/showcase.hpp"

namespace casustafel::ui {
namespace {

const std::vector<Show> of_a_button = {Show::usual,   Show::hover,    Show::focus,
                                       Show::pressed, Show::disabled, Show::long_text};

Sample of_button(const char* title, const char* words, ButtonLook look) {
    return {title, 190, 40, of_a_button, [words, look](Ui& ui, Rect area, Cell& cell) mutable {
                look.enabled = !cell.is(Show::disabled);
                const std::string label = cell.words(words);
                // A small one is cut off the end of a row, here one as wide as itself.
                Rect row = area.cut_left(std::min(area.width(), button_width(ui, label, look)));
                if (look.small)
                    button_right(ui, row, space::control_in_row, cell.name, label, look);
                else
                    button_left(ui, row, 0, cell.name, label, look);
            }};
}

Sample of_link() {
    return {"link",
            190,
            32,
            {Show::usual, Show::hover, Show::focus, Show::pressed},
            [](Ui& ui, Rect area, Cell& cell) {
                link(ui, area.cut_left(130), cell.name, "Toon alles", Icon::search);
            }};
}

Sample of_check(const char* title, Tick tick) {
    return {title, 190, 32, of_a_button, [tick](Ui& ui, Rect area, Cell& cell) {
                check_box(ui, area, cell.name, cell.words("Meesturen"), tick,
                          !cell.is(Show::disabled));
            }};
}

Sample of_radio(const char* title, bool chosen) {
    return {title, 190, 32, of_a_button, [chosen](Ui& ui, Rect area, Cell& cell) {
                radio(ui, area, cell.name, cell.name, cell.words("Eén van"), chosen,
                      !cell.is(Show::disabled));
            }};
}

Sample of_segments() {
    return {"segmented",
            300,
            36,
            {Show::usual, Show::hover, Show::focus, Show::pressed, Show::disabled},
            [](Ui& ui, Rect area, Cell& cell) {
                const bool usable = !cell.is(Show::disabled);
                const Segment parts[] = {
                    {"one", "Wijzer"}, {"two", "Conclusie", usable}, {"three", "Feiten", usable}};
                area.right = area.left + std::min(area.width(), segmented_width(ui, parts));
                segmented(ui, area, cell.name, parts, 0);
            },
            ".two"};
}

Sample of_tabs() {
    return {"tab_row",
            400,
            40,
            {Show::usual, Show::hover, Show::focus, Show::pressed, Show::chosen, Show::overfull},
            [](Ui& ui, Rect area, Cell& cell) {
                const bool full = cell.is(Show::overfull);
                const Tab tabs[] = {
                    {"plan", "Plan", full ? 12345 : 3},
                    {"asked", "Gevraagd", full ? 120 : 2, true, false, 99},
                    {"done", full ? "Besluiten van allen" : "Besluiten", -1, false, true}};
                tab_row(ui, area, cell.name, tabs, cell.is(Show::chosen) ? 1 : 0, 16);
            },
            ".asked"};
}

std::vector<Option> options() {
    return {{"a", "Afdoening", "het OM beslist"}, {"b", "Zorg"}, {"c", "Geen", {}, true}};
}

// Open it needs the room that its list drops in.
Sample of_select(const char* title, float height, std::vector<Show> shows) {
    return {title, 190, height, std::move(shows), [](Ui& ui, Rect area, Cell& cell) {
                std::vector<Option> all = options();
                all[0].label = cell.words("Afdoening");
                select(ui, area.cut_top(space::control), cell.name, all,
                       cell.is(Show::empty) ? -1 : 0, "Kies een doel", !cell.is(Show::disabled));
            }};
}

Sample of_list() {
    return {
        "dropped_list", 260, 230, {Show::usual, Show::open}, [](Ui& ui, Rect area, Cell& cell) {
            const Rect place = area.cut_top(space::control);
            if (button(ui,
                       place.intersection({place.left, place.top, place.left + 110, place.bottom}),
                       cell.name, "Menu"))
                open_list(ui, cell.name + ".list");
            dropped_list(ui, place, cell.name + ".list", options(), 1);
        }};
}

}  // namespace

ShowcasePage showcase_of_choosing() {
    return {
        "choosing",
        "Drukken en kiezen",
        {of_button("button primary", "Delen…",
                   {.style = ButtonStyle::primary, .icon = Icon::share}),
         of_button("button outlined", "Markeer", {.icon = Icon::tag}),
         of_button("button text", "Annuleren", {.style = ButtonStyle::text}),
         of_button("button quiet", "Instellen", {.style = ButtonStyle::quiet}),
         of_button("button keycap", "Vraag", {.icon = Icon::question, .keycap = "V"}),
         of_button("button small", "Antwoord", {.icon = Icon::reply, .small = true}),
         of_button("button icon_last", "Verder", {.icon = Icon::reply, .icon_last = true}),
         of_link(), of_check("check_box full", Tick::full),
         of_check("check_box partly", Tick::partly), of_check("check_box none", Tick::none),
         of_radio("radio chosen", true), of_radio("radio other", false), of_segments(), of_tabs(),
         of_select("select", 40,
                   {Show::usual, Show::hover, Show::focus, Show::pressed, Show::disabled,
                    Show::empty, Show::long_text}),
         of_select("select open", 200, {Show::open}), of_list()}};
}

}  // namespace casustafel::ui
