#include "client/ui/trainer/results/results_rest.hpp"

#include <algorithm>
#include <map>

#include "client/ui/panel/notice.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float icon_room = 28, space_above = 8;

float measure(Rect area, const ReadingRow& row) {
    return area.width() - results_bar_room - (row.icon == Icon::none ? 0 : icon_room);
}

Type title_type(const ReadingRow& row) {
    return row.section ? Type::panel : row.strong ? Type::strong : Type::body;
}

float height_of(Panel& panel, Rect area, const ReadingRow& row) {
    float high = 2 * space_above + (row.section ? 4 : 0);
    if (!row.role.empty()) high += 22;
    const float right = row.right.empty() ? 0 : panel.draw().width(row.right, Type::small) + 16;
    if (row.role.empty())
        high +=
            panel.draw().paragraph_height(measure(area, row) - right, row.title, title_type(row));
    for (const std::string& line : row.lines)
        high += panel.draw().paragraph_height(measure(area, row), line, Type::small);
    return high;
}

template <class Sentences>
void add_section(const Panel& panel, std::vector<ReadingRow>& rows, Say title,
                 const Sentences& sentences, const std::vector<std::string>& why = {}) {
    if (sentences.empty()) return;
    rows.push_back({.title = panel.say(title), .lines = why, .section = true});
    for (const v1::Sentence& sentence : sentences)
        rows.push_back({.icon = Icon::information,
                        .title = model::words(sentence, reading_of(panel)),
                        .strong = false});
}

// What the trainer left out of the score, and which numbers are other ones because of it.
void add_corrections(const Panel& panel, std::vector<ReadingRow>& rows,
                     const v1::Results& results) {
    if (results.corrections().empty()) return;
    rows.push_back({.title = panel.say(Say::report_corrections_title),
                    .lines = {panel.say(Say::results_corrections_gist)},
                    .section = true});
    for (const v1::CorrectionResult& each : results.corrections()) {
        ReadingRow row{.icon = Icon::information,
                       .title = model::words(each.about(), reading_of(panel)),
                       .strong = false};
        for (const v1::Sentence& remark : each.remarks())
            row.lines.push_back(model::words(remark, reading_of(panel)));
        rows.push_back(std::move(row));
    }
    for (const v1::Sentence& number : results.corrected())
        rows.push_back({.title = model::words(number, reading_of(panel)), .strong = false});
}

ReadingRow required_row(const Panel& panel, const v1::RequiredResult& required) {
    const bool used = required.use() == contract::ItemUse::cited,
               there = required.use() == contract::ItemUse::not_cited;
    ReadingRow row{used    ? Icon::fact
                   : there ? Icon::circle
                           : Icon::refuted,
                   used    ? Tone::good
                   : there ? Tone::neutral
                           : Tone::attention,
                   model::words(required.item(), reading_of(panel))};
    row.strong = false;
    row.lines.push_back(model::words(required.words(), reading_of(panel)));
    if (required.has_could())
        row.lines.push_back(model::words(required.could(), reading_of(panel)));
    return row;
}

}  // namespace

model::Reading reading_of(const Panel& panel) {
    constexpr std::int64_t day_ms = 24 * 3'600'000;
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->find<v1::Session>();
    return {panel.ui.settings().language, session != nullptr && session->ends_sim_ms() > day_ms};
}

std::string indicator_code(const std::string& id) {
    std::string code = id;
    if (!code.empty()) code[0] = static_cast<char>(code[0] - 'a' + 'A');
    return code;
}

void draw_reading_rows(Panel& panel, Rect area, const std::string& name,
                       const std::vector<ReadingRow>& rows, ListState& state) {
    std::vector<Row> list;
    for (const ReadingRow& row : rows)
        list.push_back({"", height_of(panel, area, row), row.section});
    scroll_list(
        panel.ui, area, name, list, state,
        [&](std::size_t index, Rect place, const Response&) {
            const ReadingRow& row = rows[index];
            place.right = area.right - results_bar_room;
            if (!row.section) panel.draw().horizontal_rule(place.left, place.right, place.top);
            place.cut_top(space_above + (row.section ? 4 : 0));
            if (row.icon != Icon::none) {
                panel.draw().icon({place.left + 10, place.top + 11}, row.icon, IconSize::control,
                                  words_of(row.tone));
                place.cut_left(icon_room);
            }
            Rect title = place;
            if (!row.right.empty()) {
                Rect right = title.cut_right(panel.draw().width(row.right, Type::small) + 1);
                panel.draw().line(right.cut_top(22), row.right,
                                  {Type::small, Token::text_2, Align::right});
                title.right -= 15;
            }
            if (row.role.empty()) {
                place.cut_top(panel.draw().paragraph(title, row.title, {title_type(row)}));
            } else {
                title = place.cut_top(22);
                title.cut_left(panel.draw().line(title, row.title, {title_type(row)}).width() + 8);
                role_label(panel.ui, title, panel.table_of(row.role), row.role);
            }
            for (const std::string& line : row.lines)
                panel.draw().cut_paragraph(place, line, {Type::small, Token::text_2});
        },
        {.bare = true});
}

void draw_flags(Panel& panel, Rect area, const v1::Results& results, ResultsState& state) {
    panel.ui.area("results.flags");
    std::vector<ReadingRow> rows;
    if (results.flags().empty())
        rows.push_back({Icon::check, Tone::good, panel.say(Say::report_flags_none)});
    else
        rows.push_back({.title = panel.say(Say::report_flags),
                        .lines = {panel.say(Say::report_flags_gist)},
                        .section = true});
    for (const v1::ResultsFlag& flag : results.flags())
        rows.push_back({.icon = Icon::flag,
                        .tone = Tone::wrong,
                        .title = model::words(flag.sentence(), reading_of(panel)),
                        .strong = false});
    add_section(panel, rows, Say::results_swap, results.swap());
    add_section(panel, rows, Say::report_removed, results.left_out(),
                {panel.say(Say::report_removed_gist)});
    add_corrections(panel, rows, results);
    draw_reading_rows(panel, area, "results.flags", rows, state.flags);
}

void draw_decision_results(Panel& panel, Rect area, const v1::Results& results,
                           ResultsState& state) {
    panel.ui.area("results.decisions");
    if (results.decisions().empty()) {
        empty_state(panel.ui, area, {panel.say(Say::results_no_decisions), ""});
        return;
    }
    std::vector<ReadingRow> rows;
    for (const v1::DecisionResult& each : results.decisions()) {
        ReadingRow head{.title = model::words(each.decision(), reading_of(panel)),
                        .right = each.counted() ? model::words(each.value(), reading_of(panel))
                                                : panel.say(Say::report_removed)};
        head.lines.push_back(model::words(each.taken(), reading_of(panel)));
        for (const v1::Sentence& remark : each.remarks())
            head.lines.push_back(model::words(remark, reading_of(panel)));
        rows.push_back(std::move(head));
        for (const v1::RequiredResult& required : each.required())
            rows.push_back(required_row(panel, required));
    }
    draw_reading_rows(panel, area, "results.decisions", rows, state.decisions);
}

}  // namespace casustafel::ui
