#include "client/ui/trainer/results/results_numbers.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/trainer/results/results_rest.hpp"

namespace casustafel::ui {
namespace {

constexpr Measure row_height{48, 38, 38}, row_inset{3, 1, 1}, above_heading{8, 4, 4},
    sharing_height{98, 88, 88}, heading_height{56, 46, 46};

void draw_part_of_heading(Panel& panel, Rect row, Say label, const v1::ResultsValue& value) {
    Rect words = row.cut_top(18);
    words = draw_value(panel, words, value, Type::strong_small);
    panel.draw().line(words, panel.say(label), {Type::small, Token::text_2});
    draw_value_bar(panel, row.cut_top(6).middle_row(6), value, false);
}

void draw_heading(Panel& panel, Rect row, const v1::Results& results, bool sharing) {
    row = row.inset(12, 0);
    const v1::ResultsValue& value =
        sharing ? results.sharing().value() : results.cooperation().value();
    if (!sharing) panel.draw().horizontal_rule(row.left, row.right, row.top);
    row.cut_top(above_heading.in(panel.ui));
    const Rect words = draw_value(panel, row.cut_top(28), value, Type::heading);
    panel.draw().line(words, panel.say(sharing ? Say::report_sharing : Say::report_cooperation),
                      {Type::panel});
    if (!sharing) return draw_value_bar(panel, row.cut_top(10).middle_row(6), value, false);
    draw_part_of_heading(panel, row.cut_top(26), Say::report_arrived, results.arrived());
    draw_part_of_heading(panel, row, Say::report_careful, results.careful());
}

// The flags are of what was shared too far: they stand beside that number.
void draw_flag_count(Panel& panel, Rect& row, int count) {
    if (count == 0) return;
    const std::string words = std::to_string(count);
    icon_label(panel.ui, row, Icon::flag, words, Tone::wrong, true);
}

void draw_indicator(Panel& panel, Rect row, const v1::Indicator& indicator, int flags,
                    bool chosen) {
    row = row.inset(12, row_inset.in(panel.ui));
    Rect words = row.cut_top(22);
    panel.draw().line(words.cut_left(30), indicator_code(indicator.id()),
                      {Type::strong_small, Token::text_2});
    const Rect left = draw_value(panel, words, indicator.value(), Type::strong);
    const std::string n =
        panel.say(Say::report_opportunities, {std::to_string(indicator.opportunities())});
    const float n_wide =
        panel.draw().width(n, Type::small) + 7 +
        (flags > 0 ? panel.draw().width(std::to_string(flags), Type::strong_small) + 26 : 0);
    Rect name = left;
    name.right = std::max(name.left, left.right - n_wide);
    const Rect drawn = panel.draw().line(name, panel.word("indicator." + indicator.id(), "short"),
                                         {chosen ? Type::strong : Type::body});
    Rect rest{drawn.right + 7, left.top, left.right, left.bottom};
    rest.cut_left(panel.draw().line(rest, n, {Type::small, Token::text_2}).width() + 6);
    draw_flag_count(panel, rest, flags);
    row.cut_left(30);
    draw_value_bar(panel, row.cut_top(12).middle_row(6), indicator.value(), chosen);
}

}  // namespace

bool is_early(const v1::Results& results) {
    return std::none_of(results.team().begin(), results.team().end(),
                        [](const auto& indicator) { return indicator.value().has_value(); });
}

Rect draw_value(Panel& panel, Rect row, const v1::ResultsValue& value, Type type) {
    if (!value.has_value()) {
        const std::string nothing = panel.say(Say::results_too_little);
        panel.draw().line(row, nothing, {Type::small, Token::text_2, Align::right});
        row.right -= panel.draw().width(nothing, Type::small) + 8;
        return row;
    }
    const std::string band = panel.word("band", value.band());
    // As wide as the longest of the words, so that the numbers stand under each other.
    float wide = panel.draw().width(band, Type::small);
    for (const Say word : {Say::band_chance, Say::band_underway, Say::band_strong})
        wide = std::max(wide, panel.draw().width(panel.say(word), Type::small));
    wide += 1;
    panel.draw().line(row.cut_right(wide), band, {Type::small, Token::text_2, Align::right});
    row.cut_right(6);
    panel.draw().line(row.cut_right(type == Type::heading ? 40 : 29), std::to_string(value.value()),
                      {type, Token::text, Align::right});
    row.cut_right(6);
    return row;
}

void draw_value_bar(Panel& panel, Rect area, const v1::ResultsValue& value, bool chosen) {
    panel.draw().fill(area, Token::bar_empty, 3);
    if (value.has_value()) {
        Rect filled = area;
        filled.right =
            area.left + area.width() * static_cast<float>(std::min(100U, value.value())) / 100;
        panel.draw().fill(filled, chosen ? Token::accent : Token::text_2, 3);
    }
    for (const float at : {0.4F, 0.7F}) {
        const float x = area.left + area.width() * at;
        panel.draw().fill(Rect{x - 1, area.top, x + 1, area.bottom}, Token::surface);
    }
}

void draw_numbers(Panel& panel, Rect area, const v1::Results& results, ResultsState& state) {
    panel.ui.area("results.numbers");
    if (is_early(results) && panel.ui.layout() == Layout::narrow)
        panel.draw().cut_paragraph(area, panel.say(Say::results_early), {Type::strong_small}, 4);
    const float high = row_height.in(panel.ui);
    std::vector<Row> rows;
    std::vector<const v1::Indicator*> indicators;  // nullptr: a heading
    for (const v1::Indicator& indicator : results.team()) {
        const bool sharing = indicator.id() == "s1";
        if (sharing || indicator.id() == "c1") {
            rows.push_back({"", (sharing ? sharing_height : heading_height).in(panel.ui), true});
            indicators.push_back(nullptr);
        }
        rows.push_back({"results.indicator." + indicator.id(), high, false,
                        indicator.id() == state.chosen,
                        panel.word("indicator." + indicator.id(), "name")});
        indicators.push_back(&indicator);
    }
    const int picked = scroll_list(
        panel.ui, area, "results.numbers", rows, state.numbers,
        [&](std::size_t index, Rect row, const Response&) {
            row.right = std::min(row.right, area.right - results_bar_room);
            if (indicators[index] == nullptr)
                draw_heading(panel, row, results, index == 0);
            else
                draw_indicator(panel, row, *indicators[index],
                               indicators[index]->id() == "s4" ? results.flags_size() : 0,
                               rows[index].selected);
        });
    if (picked < 0 || indicators[static_cast<std::size_t>(picked)] == nullptr) return;
    state.chosen = indicators[static_cast<std::size_t>(picked)]->id();
    state.filter = 0;
    state.evidence = {};
    // Where the evidence stands behind a tab, choosing goes there.
    if (panel.ui.layout() == Layout::compact) state.tab = 0;
    if (panel.ui.layout() == Layout::narrow) state.tab = 1;
}

}  // namespace casustafel::ui
