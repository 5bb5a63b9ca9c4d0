#include <algorithm>

#include "server/report/limits.hpp"
#include "server/report/sections.hpp"
#include "server/telling/acts.hpp"
#include "server/telling/numbers.hpp"

namespace casustafel::report {
namespace {

using score::Indicator;
using text::Key;

Html number(double value) { return Html::text(std::to_string(score::shown(value))); }
Html count(std::size_t amount) { return Html::text(std::to_string(amount)); }

Html range(const Wording& wording, const Indicator& indicator) {
    if (!indicator.range) return {};
    const score::Range& range = *indicator.range;
    const bool same = score::shown(range.low) == score::shown(range.high);
    Html said = same ? wording.say(Key::report_range_none)
                     : wording.say(Key::report_range, {number(range.low), number(range.high)});
    if (range.sampled) {
        said += Html::text(" ");
        said += wording.say(Key::report_range_sampled);
    }
    return said;
}

Html evidence_list(const Wording& wording, const std::vector<score::Evidence>& evidence) {
    std::vector<Html> lines;
    const std::size_t shown = std::min(evidence.size(), limits::evidence_lines);
    for (std::size_t at = 0; at < shown; ++at)
        lines.push_back(evidence_line(wording, evidence[at]));
    Html list = Html::element("ul", {{"class", "evidence"}}, lines);
    if (shown < evidence.size()) {
        list += Html::element(
            "p", {{"class", "meta"}},
            {wording.say(Key::report_evidence_more, {count(evidence.size() - shown)})});
    }
    return list;
}

Html evidence(const Wording& wording, const Indicator& indicator) {
    if (indicator.evidence.empty()) {
        return Html::element("p", {{"class", "meta"}}, {wording.say(Key::report_evidence_none)});
    }
    return Html::element(
        "details", {Html::element("summary", {wording.say(Key::report_evidence,
                                                          {count(indicator.evidence.size())})}),
                    evidence_list(wording, indicator.evidence)});
}

Html meta(const Wording& wording, const std::optional<telling::KeyedText>& said) {
    if (!said) return {};
    return Html::element("p", {{"class", "meta"}}, {wording.say(*said)});
}

Html block(const Wording& wording, const Indicator& indicator) {
    const Html name = wording.say(telling::title(indicator.id));
    const Html gist =
        wording.say(telling::key_of("indicator.", score::name(indicator.id), ".gist"));
    const Html n = wording.say(Key::report_opportunities,
                               {count(static_cast<std::size_t>(indicator.opportunities))});
    const Html heading = Html::element(
        "h3",
        {Html::element("span", {{"class", "id"}}, {Html::text(telling::code(indicator.id))}),
         Html::text(" "), name, Html::text(" "), Html::element("span", {{"class", "meta"}}, {n})});
    const Html result =
        Html::element("p", {{"class", "result"}}, {value_and_band(wording, indicator.value)});
    Html about = Html::element("p", {gist});
    const Html sensitive = range(wording, indicator);
    if (!sensitive.empty()) about += Html::element("p", {{"class", "meta"}}, {sensitive});
    about += meta(wording, telling::thirds(indicator));
    about += without_corrections(wording, indicator.value, indicator.original);
    about += meta(wording, telling::halves(indicator));
    return Html::element(
        "section", {{"class", "indicator"}, {"id", std::string(score::name(indicator.id))}},
        {Html::element("div", {{"class", "row"}}, {heading, result}),
         bar(indicator.value, indicator.original), about, evidence(wording, indicator)});
}

const Indicator* of_table(const score::Score& score, score::IndicatorId id,
                          const core::TableId& table) {
    const auto found = std::ranges::find_if(score.tables, [&](const Indicator& indicator) {
        return indicator.id == id && indicator.scope.table == table;
    });
    return found == score.tables.end() ? nullptr : &*found;
}

Html table_row(const Wording& wording, const score::Score& score, const Indicator& team) {
    std::vector<Html> cells{Html::element(
        "th", {{"scope", "row"}},
        {Html::text(telling::code(team.id) + " "), wording.say(telling::title(team.id))})};
    for (const core::Table& table : wording.scenario().tables) {
        const Indicator* found = of_table(score, team.id, table.id);
        if (!found) return {};
        cells.push_back(Html::element(
            "td",
            {found->value ? value_and_band(wording, found->value) : Html::text("–"),
             Html::text(" "),
             Html::element("span", {{"class", "meta"}},
                           {wording.say(Key::report_opportunities,
                                        {count(static_cast<std::size_t>(found->opportunities))})}),
             without_corrections(wording, found->value, found->original)}));
    }
    return Html::element("tr", cells);
}

}  // namespace

Html numbers(const Wording& wording, const score::Score& score) {
    std::vector<Html> blocks{Html::element("h2", {wording.say(Key::report_numbers)})};
    std::optional<score::Part> part;
    for (const Indicator& indicator : score.team) {
        const score::Part next = score::part(indicator.id);
        if (part != next) {
            const bool sharing = next == score::Part::sharing;
            blocks.push_back(Html::element(
                "p", {{"class", "group"}},
                {wording.say(sharing ? Key::report_sharing : Key::report_cooperation)}));
        }
        part = next;
        blocks.push_back(block(wording, indicator));
    }
    return Html::element("section", {{"class", "numbers"}}, blocks);
}

Html numbers_by_table(const Wording& wording, const score::Score& score) {
    std::vector<Html> head{
        Html::element("th", {{"scope", "col"}}, {wording.say(Key::report_indicator)})};
    for (const core::Table& table : wording.scenario().tables) {
        head.push_back(
            Html::element("th", {{"scope", "col"}},
                          {wording.badge(table.id), Html::text(" " + wording.of(table.name))}));
    }
    std::vector<Html> rows;
    for (const Indicator& team : score.team) rows.push_back(table_row(wording, score, team));
    return Html::element(
        "section", {Html::element("h2", {wording.say(Key::report_by_table)}),
                    Html::element("p", {wording.say(Key::report_by_table_gist)}),
                    Html::element("table", {Html::element("thead", {Html::element("tr", head)}),
                                            Html::element("tbody", rows)})});
}

Html flags(const Wording& wording, const score::Score& score) {
    std::vector<Html> parts{Html::element("h2", {wording.say(Key::report_flags)})};
    if (score.flags.empty()) {
        parts.push_back(Html::element("p", {wording.say(Key::report_flags_none)}));
        return Html::element("section", parts);
    }
    std::vector<Html> lines;
    for (const score::Flag& flag : score.flags)
        lines.push_back(Html::element("li", {wording.say(telling::tell(flag)), Html::text(" "),
                                             event_link(wording, flag.seq)}));
    parts.push_back(Html::element("p", {wording.say(Key::report_flags_gist)}));
    parts.push_back(Html::element("ul", lines));
    return Html::element("section", {{"class", "flags"}}, parts);
}

Html removed_needs(const Wording& wording, const score::Score& score) {
    if (score.removed.empty()) return {};
    std::vector<Html> lines;
    for (const score::RemovedNeed& need : score.removed)
        lines.push_back(Html::element("li", {wording.say(telling::tell(need))}));
    return Html::element("section", {Html::element("h2", {wording.say(Key::report_removed)}),
                                     Html::element("p", {wording.say(Key::report_removed_gist)}),
                                     Html::element("ul", lines)});
}

}  // namespace casustafel::report
