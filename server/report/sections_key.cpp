#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

// One sign, or several of a kind, and what it means.
Html line(const Html& sign, const Html& meaning) {
    return Html::element("li", {sign, Html::text(" "), meaning});
}

}  // namespace

Html key_of_signs(const Wording& wording) {
    const core::Scenario& scenario = wording.scenario();
    std::vector<Html> lines;
    for (const core::Table& table : scenario.tables)
        lines.push_back(line(wording.badge(table.id), Html::text(wording.of(table.name))));
    if (!scenario.roles.empty()) {
        lines.push_back(
            line(wording.role(scenario.roles.front().id), wording.say(Key::report_key_role)));
    }
    if (!scenario.items.empty()) {
        const Html item = Html::element("b", {Html::text(scenario.items.front().id.value)});
        lines.push_back(line(item, wording.say(Key::report_key_item)));
    }
    lines.push_back(line(Html::element("span", {{"class", "event"}}, {Html::text("12")}),
                         wording.say(Key::report_key_event)));
    lines.push_back(Html::element("li", {wording.say(Key::report_legend)}));
    return Html::element(
        "section", {{"class", "key"}},
        {Html::element("h3", {wording.say(Key::report_key)}), Html::element("ul", lines)});
}

}  // namespace casustafel::report
