#include <algorithm>

#include "server/report/limits.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::Indicator;
using text::Key;

Html number(double value) { return Html::text(std::to_string(score::shown(value))); }
Html count(std::size_t amount) { return Html::text(std::to_string(amount)); }

std::string upper(std::string_view id) {
    std::string shown(id);
    shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
    return shown;
}

std::string key_part(score::IndicatorId id, std::string_view part) {
    return std::string(score::name(id)) + "." + std::string(part);
}

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

// Of C6: which halves the number is of.
Html halves(const Wording& wording, const Indicator& indicator) {
    if (!indicator.halves || !indicator.value) return {};
    const auto& [picture, plan] = *indicator.halves;
    const Html said =
        picture && plan
            ? wording.say(Key::report_c6_both, {number(*picture), number(*plan)})
            : wording.say(picture ? Key::report_c6_picture_only : Key::report_c6_plan_only);
    return Html::element("p", {{"class", "meta"}}, {said});
}

Html block(const Wording& wording, const Indicator& indicator) {
    const std::string name = wording.word("indicator.", key_part(indicator.id, "name"));
    const std::string gist = wording.word("indicator.", key_part(indicator.id, "gist"));
    const Html n = wording.say(Key::report_opportunities,
                               {count(static_cast<std::size_t>(indicator.opportunities))});
    const Html heading = Html::element(
        "h3",
        {Html::element("span", {{"class", "id"}}, {Html::text(upper(score::name(indicator.id)))}),
         Html::text(" " + name + " "), Html::element("span", {{"class", "meta"}}, {n})});
    const Html result =
        Html::element("p", {{"class", "result"}}, {value_and_band(wording, indicator.value)});
    Html about = Html::element("p", {Html::text(gist)});
    const Html sensitive = range(wording, indicator);
    if (!sensitive.empty()) about += Html::element("p", {{"class", "meta"}}, {sensitive});
    if (indicator.thirds) {
        about += Html::element("p", {{"class", "meta"}},
                               {wording.say(Key::report_thirds, {number(indicator.thirds->first),
                                                                 number(indicator.thirds->last)})});
    }
    about += without_corrections(wording, indicator.value, indicator.original);
    about += halves(wording, indicator);
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
    const std::string name = wording.word("indicator.", key_part(team.id, "name"));
    std::vector<Html> cells{Html::element("th", {{"scope", "row"}},
                                          {Html::text(upper(score::name(team.id)) + " " + name)})};
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

Html flag_line(const Wording& wording, const score::Flag& flag) {
    std::vector<core::RoleId> to;
    for (const core::Recipient& recipient : flag.recipients) to.push_back(recipient.role);
    return Html::element(
        "li",
        {wording.say(Key::report_flag, {wording.role(flag.giver), wording.receivers(flag.giver, to),
                                        wording.form(flag.form), wording.item(flag.item),
                                        Html::text(wording.time(flag.sim_ms)),
                                        verdict(wording, flag.recipients.front().verdict)}),
         Html::text(" "), event_link(wording, flag.seq)});
}

}  // namespace

Html numbers(const Wording& wording, const score::Score& score) {
    std::vector<Html> blocks{Html::element("h2", {wording.say(Key::report_numbers)})};
    for (const Indicator& indicator : score.team) {
        const bool first_of_heading =
            indicator.id == score::IndicatorId::s1 || indicator.id == score::IndicatorId::c1;
        if (first_of_heading) {
            const bool sharing = indicator.id == score::IndicatorId::s1;
            blocks.push_back(Html::element(
                "p", {{"class", "group"}},
                {wording.say(sharing ? Key::report_sharing : Key::report_cooperation)}));
        }
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
    for (const score::Flag& flag : score.flags) lines.push_back(flag_line(wording, flag));
    parts.push_back(Html::element("p", {wording.say(Key::report_flags_gist)}));
    parts.push_back(Html::element("ul", lines));
    return Html::element("section", {{"class", "flags"}}, parts);
}

Html removed_needs(const Wording& wording, const score::Score& score) {
    if (score.removed.empty()) return {};
    std::vector<Html> lines;
    for (const score::RemovedNeed& need : score.removed) {
        lines.push_back(Html::element(
            "li", {wording.say(
                      Key::report_removed_need,
                      {wording.role(need.role), wording.item(need.item), wording.role(need.holder),
                       Html::text(wording.time(need.deadline_sim_ms))})}));
    }
    return Html::element("section", {Html::element("h2", {wording.say(Key::report_removed)}),
                                     Html::element("p", {wording.say(Key::report_removed_gist)}),
                                     Html::element("ul", lines)});
}

}  // namespace casustafel::report
