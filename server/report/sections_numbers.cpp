#include <algorithm>
#include <map>

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

// Which lines of evidence stand on the page already, and under which indicator. The same finding
// may be behind several numbers; it is told once.
using Printed = std::map<std::string, score::IndicatorId>;

// The lines of one indicator: those that are new on the page, and how many stand elsewhere.
struct Lines {
    std::vector<Html> fresh;
    std::map<score::IndicatorId, std::size_t> elsewhere;
};

Lines lines_of(const Wording& wording, const Indicator& indicator, Printed& printed) {
    Lines lines;
    const std::size_t shown = std::min(indicator.evidence.size(), limits::evidence_lines);
    for (std::size_t at = 0; at < shown; ++at) {
        Html line = evidence_line(wording, indicator.evidence[at]);
        const auto [first, fresh] = printed.try_emplace(line.markup(), indicator.id);
        if (fresh || first->second == indicator.id)
            lines.fresh.push_back(std::move(line));
        else
            ++lines.elsewhere[first->second];
    }
    return lines;
}

Html note(const Html& said) { return Html::element("p", {{"class", "meta"}}, {said}); }

// "49 regels staan al bij S4", with a link.
Html told_elsewhere(const Wording& wording, const Lines& lines) {
    Html all;
    for (const auto& [id, amount] : lines.elsewhere) {
        const Html link = Html::element("a", {{"href", "#" + std::string(score::name(id))}},
                                        {Html::text(telling::code(id))});
        all += note(wording.say(Key::report_evidence_elsewhere, {count(amount), link}));
    }
    return all;
}

Html evidence(const Wording& wording, const Indicator& indicator, Printed& printed) {
    if (indicator.evidence.empty()) return note(wording.say(Key::report_evidence_none));
    const Lines lines = lines_of(wording, indicator, printed);
    Html all = told_elsewhere(wording, lines);
    if (lines.fresh.empty()) return all;
    Html list = Html::element("ul", {{"class", "evidence"}}, lines.fresh);
    if (indicator.evidence.size() > limits::evidence_lines) {
        list += note(wording.say(Key::report_evidence_more,
                                 {count(indicator.evidence.size() - limits::evidence_lines)}));
    }
    all += Html::element(
        "details",
        {Html::element("summary", {wording.say(Key::report_evidence, {count(lines.fresh.size())})}),
         list});
    return all;
}

Html meta(const Wording& wording, const std::optional<telling::KeyedText>& said) {
    if (!said) return {};
    return Html::element("p", {{"class", "meta"}}, {wording.say(*said)});
}

Html block(const Wording& wording, const Indicator& indicator, Printed& printed) {
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
         bar(indicator.value, indicator.original), about, evidence(wording, indicator, printed)});
}

const Indicator* of_table(const score::Score& score, score::IndicatorId id,
                          const core::TableId& table) {
    const auto found = std::ranges::find_if(score.tables, [&](const Indicator& indicator) {
        return indicator.id == id && indicator.scope.table == table;
    });
    return found == score.tables.end() ? nullptr : &*found;
}

Html cell(const Wording& wording, const Indicator& found) {
    const auto n = static_cast<std::size_t>(found.opportunities);
    return Html::element("td", {value_and_band(wording, found.value), Html::text(" "),
                                Html::element("span", {{"class", "meta"}},
                                              {wording.say(Key::report_opportunities, {count(n)})}),
                                without_corrections(wording, found.value, found.original)});
}

// One number of the team and of each table, with a link to its evidence.
Html overview_row(const Wording& wording, const score::Score& score, const Indicator& team) {
    const Html link = Html::element("a", {{"href", "#" + std::string(score::name(team.id))}},
                                    {Html::text(telling::code(team.id))});
    std::vector<Html> cells{
        Html::element("th", {{"scope", "row"}},
                      {link, Html::text(" "), wording.say(telling::title(team.id))}),
        cell(wording, team)};
    for (const core::Table& table : wording.scenario().tables) {
        const Indicator* found = of_table(score, team.id, table.id);
        cells.push_back(found ? cell(wording, *found) : Html::element("td", {Html::text("–")}));
    }
    return Html::element("tr", cells);
}

}  // namespace

Html numbers(const Wording& wording, const score::Score& score) {
    std::vector<Html> blocks{Html::element("h2", {wording.say(Key::report_numbers_evidence)})};
    std::optional<score::Part> part;
    Printed printed;
    for (const Indicator& indicator : score.team) {
        const score::Part next = score::part(indicator.id);
        if (part != next) {
            const bool sharing = next == score::Part::sharing;
            blocks.push_back(Html::element(
                "p", {{"class", "group"}},
                {wording.say(sharing ? Key::report_sharing : Key::report_cooperation)}));
        }
        part = next;
        blocks.push_back(block(wording, indicator, printed));
    }
    return Html::element("section", {{"class", "numbers"}}, blocks);
}

Html numbers_overview(const Wording& wording, const score::Score& score) {
    std::vector<Html> head{
        Html::element("th", {{"scope", "col"}}, {wording.say(Key::report_indicator)}),
        Html::element("th", {{"scope", "col"}}, {wording.say(Key::report_together)})};
    for (const core::Table& table : wording.scenario().tables) {
        head.push_back(
            Html::element("th", {{"scope", "col"}},
                          {wording.badge(table.id), Html::text(" " + wording.of(table.name))}));
    }
    std::vector<Html> rows;
    for (const Indicator& team : score.team) rows.push_back(overview_row(wording, score, team));
    return Html::element("section",
                         {Html::element("h2", {wording.say(Key::report_numbers)}),
                          Html::element("p", {wording.say(Key::report_by_table_gist)}),
                          Html::element("table", {{"class", "overview"}},
                                        {Html::element("thead", {Html::element("tr", head)}),
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
