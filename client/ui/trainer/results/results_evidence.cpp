#include "client/ui/trainer/results/results_evidence.hpp"

#include <algorithm>
#include <array>

#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/trainer/results/results_numbers.hpp"
#include "client/ui/trainer/results/results_rest.hpp"

namespace casustafel::ui {
namespace {

// 1 well, 2 partly, 3 lost: as the filter counts.
int outcome(const v1::EvidenceLine& line) {
    return line.credit_percent() >= 100 ? 1 : line.credit_percent() > 0 ? 2 : 3;
}

const v1::Indicator* chosen(const v1::Results& results, const std::string& id) {
    const auto& team = results.team();
    const auto found = std::find_if(team.begin(), team.end(),
                                    [&](const auto& indicator) { return indicator.id() == id; });
    return found == team.end() ? nullptr : &*found;
}

// A sentence of its own from some of the arguments of another.
std::string part_of(const Panel& panel, const v1::Sentence& whole, const std::string& key,
                    std::initializer_list<int> arguments) {
    v1::Sentence part;
    part.set_key(key);
    for (const int at : arguments)
        if (at < whole.arguments_size()) *part.add_arguments() = whole.arguments(at);
    return model::words(part, reading_of(panel));
}

// What somebody needed and got or did not get: the item and the role, what happened, and when.
// Its arguments: 0 who needed it, 1 the item, 2 who had it, 3 when, 4 by when, 5 the form.
bool fill_need(const Panel& panel, const v1::Sentence& sentence, ReadingRow& row) {
    const std::string& key = sentence.key();
    const bool missed = key == "finding.missed";
    const std::string said = key == "finding.delivered" ? "results.gave"
                             : key == "finding.late"    ? "results.gave_late"
                             : key == "finding.thin"    ? "results.gave_thin"
                             : missed                   ? "results.needed_by"
                                                        : std::string();
    if (said.empty() || sentence.arguments_size() < 5) return false;
    const v1::Named& item = sentence.arguments(1).named();
    row.title = item.id() + " " + panel.say(Say::results_for);
    row.role = sentence.arguments(0).role();
    row.strong = true;
    const std::string what =
        missed ? part_of(panel, sentence, said, {4}) : part_of(panel, sentence, said, {2, 5});
    row.lines.push_back(panel.in(item.title()) + ". " + what + ".");
    row.right = missed ? panel.say(Say::results_missed)
                       : model::time_words(sentence.arguments(3).sim_ms(), reading_of(panel));
    return true;
}

ReadingRow row_of(const Panel& panel, const v1::EvidenceLine& line) {
    static constexpr std::array icons = {Icon::none, Icon::fact, Icon::alert, Icon::refuted};
    static constexpr std::array tones = {Tone::neutral, Tone::good, Tone::neutral, Tone::attention};
    const auto kind = static_cast<std::size_t>(outcome(line));
    ReadingRow row{icons[kind], tones[kind], {}};
    row.strong = false;
    if (!fill_need(panel, line.sentence(), row))
        row.title = model::words(line.sentence(), reading_of(panel));
    for (const v1::Sentence& why : line.why())
        row.lines.push_back(model::words(why, reading_of(panel)));
    return row;
}

// The paragraph under the title; returns what is left.
Rect draw_about(Panel& panel, Rect area, const v1::Indicator& indicator) {
    const auto say = [&](const std::string& words, TextLook look) {
        if (!words.empty()) area.cut_top(panel.draw().paragraph(area, words, look));
    };
    say(panel.word("indicator." + indicator.id(), "gist"), {Type::body});
    area.cut_top(4);
    const TextLook small{Type::small, Token::text_2};
    const auto events =
        static_cast<std::uint32_t>(indicator.evidence_size()) + indicator.evidence_left_out();
    const std::string n = panel.say(
        Say::results_about, {std::to_string(indicator.opportunities()), std::to_string(events)});
    const std::string range = model::range_words(indicator.value(), reading_of(panel));
    say(range.empty() ? n : n + " " + range, small);
    for (const v1::Sentence& remark : indicator.remarks())
        say(model::words(remark, reading_of(panel)), small);
    area.cut_top(8);
    return area;
}

void draw_filter(Panel& panel, Rect row, const v1::Indicator& indicator, ResultsState& state) {
    std::array<int, 4> counts{indicator.evidence_size(), 0, 0, 0};
    for (const v1::EvidenceLine& line : indicator.evidence())
        ++counts[static_cast<std::size_t>(outcome(line))];
    const auto count = [&](std::size_t kind) { return std::to_string(counts[kind]); };
    const Segment segments[] = {{"all", panel.say(Say::results_filter_all, {count(0)})},
                                {"well", panel.say(Say::results_filter_well, {count(1)})},
                                {"partly", panel.say(Say::results_filter_part, {count(2)})},
                                {"lost", panel.say(Say::results_filter_lost, {count(3)})}};
    row.right = std::min(row.right, row.left + segmented_width(panel.ui, segments));
    const int picked = segmented(panel.ui, row, "results.filter", segments, state.filter);
    if (picked < 0) return;
    state.filter = picked;
    state.evidence = {};
}

}  // namespace

void draw_evidence(Panel& panel, Rect area, const v1::Results& results, ResultsState& state) {
    panel.ui.area("results.evidence");
    const v1::Indicator* indicator = chosen(results, state.chosen);
    if (indicator == nullptr) return;
    Rect title = area.cut_top(32);
    panel.draw().line(title.cut_left(34), indicator_code(indicator->id()),
                      {Type::strong_small, Token::accent});
    title = draw_value(panel, title, indicator->value(), Type::heading);
    panel.draw().line(title, panel.word("indicator." + indicator->id(), "name"), {Type::panel});
    area = draw_about(panel, area, *indicator);
    if (indicator->evidence().empty()) {
        empty_state(panel.ui, area,
                    is_early(results) ? NoticeText{panel.say(Say::results_early),
                                                   panel.say(Say::results_early_body)}
                                      : NoticeText{panel.say(Say::report_too_little),
                                                   panel.say(Say::report_evidence_none)});
        return;
    }
    draw_filter(panel, area.cut_top(34), *indicator, state);
    area.cut_top(8);
    std::vector<ReadingRow> rows;
    for (const v1::EvidenceLine& line : indicator->evidence())
        if (state.filter == 0 || outcome(line) == state.filter) rows.push_back(row_of(panel, line));
    if (indicator->evidence_left_out() > 0) {
        rows.push_back({Icon::more, Tone::neutral,
                        panel.say(Say::report_evidence_more,
                                  {std::to_string(indicator->evidence_left_out())})});
    }
    draw_reading_rows(panel, area, "results.evidence", rows, state.evidence);
}

}  // namespace casustafel::ui
