#include "server/telling/decisions.hpp"

#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::DecisionCard;
using score::Use;
using text::Key;

// What becomes of one item in a row: a sign, and the words.
Html use(const Wording& wording, const telling::RequiredTold& item) {
    const char* sign = item.use == Use::cited ? "✓ " : item.use == Use::not_cited ? "○ " : "✗ ";
    return Html::sequence({Html::text(sign), wording.say(item.words)});
}

// The way that was open and the form it asked, without the sentence around them.
Html could(const Wording& wording, const telling::RequiredTold& item) {
    if (!item.could) return Html::text("–");
    return Html::sequence({wording.write(item.could->arguments[0]), Html::text(" ("),
                           wording.write(item.could->arguments[1]), Html::text(")")});
}

Html on_the_table(const Wording& wording, const telling::DecisionTold& told) {
    std::vector<std::vector<Html>> rows;
    for (const telling::RequiredTold& item : told.required) {
        Html name = wording.item(item.item);
        if (item.group)
            name += Html::element("span", {{"class", "meta"}},
                                  {Html::text(" ("), wording.say(*item.group), Html::text(")")});
        rows.push_back({name, use(wording, item), could(wording, item)});
    }
    return table_of({wording.say(Key::report_decision_item), wording.say(Key::report_decision_use),
                     wording.say(Key::report_decision_could)},
                    rows);
}

// What came of it, in the author's words.
Html followed(const Wording& wording, const core::DecisionId& decision,
              const std::vector<core::Record>& records) {
    std::vector<Html> lines;
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            const auto* came = std::get_if<core::ConsequenceCame>(&event);
            if (!came || !came->held || came->cause.kind != core::CauseKind::decision) continue;
            if (came->cause.id != decision.value) continue;
            const core::Consequence* what = core::consequence_of(wording.scenario(), came->cause);
            if (!what || wording.of(what->story).empty()) continue;
            lines.push_back(
                Html::element("li", {Html::text(wording.time(record.stamp.sim_ms) + " "),
                                     Html::text(wording.of(what->story)), Html::text(" "),
                                     event_link(wording, record.seq)}));
        }
    }
    if (lines.empty()) return {};
    return Html::sequence({Html::element("h4", {wording.say(Key::report_decision_followed)}),
                           Html::element("ul", lines)});
}

Html card(const Wording& wording, const DecisionCard& card,
          const std::vector<core::Record>& records) {
    const core::Decision& decision = *core::find(wording.scenario(), card.decision);
    const Html heading = Html::element(
        "h3", {Html::element("span", {{"class", "id"}}, {Html::text(decision.id.value)}),
               Html::text(" "), wording.decision(decision.id)});
    const telling::DecisionTold told = telling::tell(wording.scenario(), card);
    const Html value = told.counted ? value_and_band(wording, told.value)
                                    : Html::element("span", {{"class", "band none"}},
                                                    {wording.say(Key::report_removed)});
    const Html result = Html::element("p", {{"class", "result"}}, {value});
    Html taken = wording.say(told.taken);
    if (card.at_sim_ms) taken += Html::sequence({Html::text(" "), event_link(wording, card.seq)});
    std::vector<Html> parts{Html::element("div", {{"class", "row"}}, {heading, result}),
                            Html::element("p", {taken})};
    const auto add = [&](const std::vector<telling::KeyedText>& all) {
        for (const auto& said : all) parts.push_back(Html::element("p", {wording.say(said)}));
    };
    add(told.direction);
    parts.push_back(on_the_table(wording, told));
    add(told.remarks);
    parts.push_back(followed(wording, decision.id, records));
    return Html::element("section",
                         {{"class", "indicator"}, {"id", "decision-" + decision.id.value}}, parts);
}

}  // namespace

Html decisions(const Wording& wording, const score::Score& score,
               const std::vector<core::Record>& records) {
    if (score.decisions.empty()) return {};
    std::vector<Html> cards;
    for (const DecisionCard& one : score.decisions) cards.push_back(card(wording, one, records));
    return titled(wording, Key::report_decisions, Key::report_decisions_gist, cards);
}

}  // namespace casustafel::report
