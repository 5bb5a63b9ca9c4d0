// What says something and cannot be used: letters, counts, chips, labels, shapes, rings and keys.
#include "client/ui/kit/signs.hpp"

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "tests/showcase/showcase.hpp"

namespace casustafel::ui {
namespace {

constexpr std::pair<Tone, const char*> tones[] = {{Tone::neutral, "Geparkeerd"},
                                                  {Tone::accent, "Nieuw"},
                                                  {Tone::good, "Klaar"},
                                                  {Tone::attention, "Wacht"},
                                                  {Tone::wrong, "Fout"}};

// A sample of one state that draws a row of things one after the other.
Sample in_a_row(const char* title, float height, std::function<void(Ui&, Rect, Cell&)> draw,
                std::vector<Show> shows = {Show::usual}) {
    const float wide = shows.size() > 1 ? 650 : 1300;
    return {title, wide, height, std::move(shows), std::move(draw)};
}

Sample of_letters() {
    return in_a_row("letters", 60, [](Ui& ui, Rect area, Cell&) {
        constexpr std::pair<Type, const char*> all[] = {
            {Type::countdown, "2:14"},        {Type::title, "10:15"},
            {Type::heading, "Een stuk"},      {Type::panel, "Overleg"},
            {Type::reading, "Lang lezen"},    {Type::strong, "Beantwoorden"},
            {Type::body, "Gewone tekst"},     {Type::strong_small, "Knop in rij"},
            {Type::small, "Bijschrift 10:12"}};
        for (const auto& [type, words] : all)
            area.cut_left(ui.draw().line(area, words, {type}).width() + 28);
    });
}

Sample of_pills() {
    return in_a_row(
        "count_pill", 28,
        [](Ui& ui, Rect area, Cell& cell) {
            for (const char* count : {"3", "12", "99+", "9999+"}) {
                const Rect place = area.cut_left(count_pill_width(ui, count) + 10);
                count_pill(ui, {place.left, place.centre().y}, count, cell.is(Show::chosen));
            }
        },
        {Show::usual, Show::chosen});
}

Sample of_chips() {
    return in_a_row("chip", 32, [](Ui& ui, Rect area, Cell&) {
        for (const auto& [tone, words] : tones) {
            const Rect place = area.cut_left(chip_width(ui, Icon::timer, words) + 12);
            chip(ui, {place.left, place.centre().y}, Icon::timer, words, tone);
        }
        for (const auto& [tone, words] : tones)
            area.cut_left(chip(ui, {area.left, area.centre().y}, Icon::none, words, tone) + 12);
    });
}

Sample of_presence() {
    return in_a_row("presence_chip", 36, [](Ui& ui, Rect area, Cell&) {
        for (const char* code : {"OVJ", "SHN-V", "VT"}) {
            const Rect place = area.cut_left(presence_chip_width(ui, code) + 10);
            presence_chip(ui, {place.left, place.centre().y}, code, code[0] != 'V');
        }
    });
}

Sample of_labels() {
    return in_a_row("icon_label", 30, [](Ui& ui, Rect area, Cell&) {
        for (const bool strong : {false, true})
            for (const auto& [tone, words] : tones)
                icon_label(ui, area.cut_left(124), Icon::flag, words, tone, strong);
    });
}

Sample of_dot() {
    return in_a_row("new_dot", 30, [](Ui& ui, Rect area, Cell&) {
        new_dot(ui, {area.left + 6, area.centre().y});
        ui.draw().line(area.inset(18, 0), "Nieuw stuk", {Type::strong});
    });
}

// Soft grounds with the words that may stand on them.
Sample of_tones() {
    return in_a_row("words_of, ground_of", 40, [](Ui& ui, Rect area, Cell&) {
        for (const auto& [tone, words] : tones) {
            const Rect place = area.cut_left(150);
            ui.draw().fill(place, ground_of(tone), radius::control);
            ui.draw().line(place.inset(12, 0), words, {Type::strong, words_of(tone)});
            area.cut_left(12);
        }
    });
}

Sample of_keys() {
    return in_a_row("keycap", 30, [](Ui& ui, Rect area, Cell&) {
        for (const char* key : {"F6", "Tab", "Esc", "Ctrl ↵", "Alt 1", "?"}) {
            const Rect place = area.cut_left(keycap_width(ui, key) + 12);
            keycap(ui, {place.left, place.centre().y}, key);
        }
    });
}

Sample of_reasons() {
    return {
        "reason_line", 300, 44, {Show::usual, Show::long_text}, [](Ui& ui, Rect area, Cell& cell) {
            reason_line(ui, area, cell.words("Wacht op de trainer"));
        }};
}

Sample of_rings() {
    return in_a_row("focus_ring, inside", 48, [](Ui& ui, Rect area, Cell&) {
        const Rect outside = area.cut_left(120).middle_row(32);
        ui.draw().border(outside, Token::control_border, 1, radius::control);
        focus_ring(ui, outside, radius::control);
        area.cut_left(24);
        const Rect inside = area.cut_left(120).middle_row(32);
        ui.draw().fill(inside, Token::inset, radius::control);
        focus_ring_inside(ui, inside, radius::control);
    });
}

Sample of_shapes() {
    return in_a_row("draw_tick, draw_radio", 32,
                    [](Ui& ui, Rect area, Cell& cell) {
                        const bool usable = !cell.is(Show::disabled);
                        for (const Tick tick : {Tick::none, Tick::partly, Tick::full})
                            draw_tick(ui, area.cut_left(40).centre(), tick, usable);
                        for (const bool chosen : {false, true})
                            draw_radio(ui, area.cut_left(40).centre(), chosen, usable);
                    },
                    {Show::usual, Show::disabled});
}

}  // namespace

ShowcasePage showcase_of_signs() {
    return {"signs",
            "Letters en tekens",
            {of_letters(), of_tones(), of_pills(), of_chips(), of_presence(), of_labels(), of_dot(),
             of_keys(), of_reasons(), of_rings(), of_shapes()}};
}

}  // namespace casustafel::ui
