#include <algorithm>

#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::DecisionCard;
using score::RequiredItem;
using score::Use;
using text::Key;

Html paragraph(const Html& said) { return Html::element("p", {said}); }

Html time(const Wording& wording, std::int64_t sim_ms) { return Html::text(wording.time(sim_ms)); }

// Who took what, when; or that nobody did.
Html taken(const Wording& wording, const DecisionCard& card) {
    const Html due = time(wording, card.deadline_sim_ms);
    if (!card.at_sim_ms) {
        const Key key = card.not_due ? Key::report_decision_not_due : Key::report_decision_never;
        return paragraph(wording.say(key, {due}));
    }
    const Key key = card.late ? Key::report_decision_late : Key::report_decision_taken;
    Html said = wording.say(key, {wording.role(card.by), time(wording, *card.at_sim_ms),
                                  wording.option(card.decision, card.option), due});
    said += Html::text(" ");
    said += event_link(wording, card.seq);
    return paragraph(said);
}

// Where everything together pointed, and what would have shown it.
std::vector<Html> direction(const Wording& wording, const core::Decision& decision,
                            const DecisionCard& card) {
    const core::DecisionOption* chosen = core::find(decision, card.option);
    if (chosen && chosen->best) return {paragraph(wording.say(Key::report_decision_is_best))};
    std::vector<Html> said;
    for (const core::DecisionOption& option : decision.options) {
        if (!option.best) continue;
        said.push_back(paragraph(
            wording.say(Key::report_decision_best, {wording.option(decision.id, option.id)})));
        break;
    }
    if (chosen && !chosen->prevented_by.empty()) {
        said.push_back(paragraph(
            wording.say(Key::report_decision_prevented, {wording.items(chosen->prevented_by)})));
    }
    return said;
}

Html use(const Wording& wording, const RequiredItem& item) {
    const char* sign = item.use == Use::cited ? "✓ " : item.use == Use::not_cited ? "○ " : "✗ ";
    return Html::sequence(
        {Html::text(sign),
         wording.say("report.use.", score::name(item.use),
                     {Html::text(wording.word("report.mark.", core::name(item.cited_as))),
                      wording.form(item.held), wording.form(item.needed)})});
}

Html could(const Wording& wording, const RequiredItem& item) {
    if (item.chain.empty()) return Html::text("–");
    return Html::sequence(
        {wording.chain(item.chain), Html::text(" ("), wording.form(item.needed), Html::text(")")});
}

// How many of the group that holds this item will do.
int enough_of_group(const core::Decision& decision, const core::ItemId& item) {
    for (const core::Required& required : decision.required) {
        if (std::ranges::find(required.of, item) != required.of.end()) return required.any;
    }
    return 0;
}

Html on_the_table(const Wording& wording, const core::Decision& decision,
                  const DecisionCard& card) {
    std::vector<std::vector<Html>> rows;
    for (const RequiredItem& item : card.required) {
        Html name = wording.item(item.item);
        if (item.of_group) {
            const Html group = wording.say(Key::report_decision_of_group,
                                           {Wording::number(enough_of_group(decision, item.item))});
            name += Html::element("span", {{"class", "meta"}},
                                  {Html::text(" ("), group, Html::text(")")});
        }
        rows.push_back({name, use(wording, item), could(wording, item)});
    }
    return table_of({wording.say(Key::report_decision_item), wording.say(Key::report_decision_use),
                     wording.say(Key::report_decision_could)},
                    rows);
}

std::vector<Html> remarks(const Wording& wording, const DecisionCard& card) {
    std::vector<Html> said;
    if (card.left_out) said.push_back(paragraph(wording.say(Key::report_decision_left_out)));
    if (!card.wrong_as_fact.empty())
        said.push_back(paragraph(
            wording.say(Key::report_decision_wrong_fact, {wording.items(card.wrong_as_fact)})));
    if (!card.beside.empty())
        said.push_back(
            paragraph(wording.say(Key::report_decision_beside, {wording.items(card.beside)})));
    if (card.too_early != core::EntityId::none)
        said.push_back(paragraph(wording.say(Key::report_decision_too_early)));
    return said;
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
            const core::Consequence* what = consequence(wording.scenario(), came->cause);
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
    const Html value = score::is_counted(card) ? value_and_band(wording, 100 * card.value)
                                               : Html::element("span", {{"class", "band none"}},
                                                               {wording.say(Key::report_removed)});
    const Html result = Html::element("p", {{"class", "result"}}, {value});
    std::vector<Html> parts{Html::element("div", {{"class", "row"}}, {heading, result}),
                            taken(wording, card)};
    const auto add = [&](const std::vector<Html>& more) {
        parts.insert(parts.end(), more.begin(), more.end());
    };
    add(direction(wording, decision, card));
    parts.push_back(on_the_table(wording, decision, card));
    add(remarks(wording, card));
    parts.push_back(followed(wording, decision.id, records));
    return Html::element("section",
                         {{"class", "indicator"}, {"id", "decision-" + decision.id.value}}, parts);
}

const std::vector<core::Consequence>* consequences(const core::Scenario& scenario,
                                                   const core::Cause& cause) {
    switch (cause.kind) {
        case core::CauseKind::decision: {
            const core::Decision* decision = core::find(scenario, core::DecisionId{cause.id});
            if (!decision) return nullptr;
            if (cause.option.empty()) return &decision->when_missed;
            const core::DecisionOption* option = core::find(*decision, cause.option);
            return option ? &option->consequences : nullptr;
        }
        case core::CauseKind::intervention: {
            const core::Intervention* used = core::find(scenario, core::InterventionId{cause.id});
            return used ? &used->consequences : nullptr;
        }
        case core::CauseKind::time: return &scenario.consequences;
        case core::CauseKind::inject: {
            const core::Inject* inject = core::find(scenario, core::InjectId{cause.id});
            return inject ? &inject->consequences : nullptr;
        }
    }
    return nullptr;
}

}  // namespace

const core::Consequence* consequence(const core::Scenario& scenario, const core::Cause& cause) {
    const auto* all = consequences(scenario, cause);
    const auto at = static_cast<std::size_t>(cause.index);
    return all && at < all->size() ? &(*all)[at] : nullptr;
}

Html decisions(const Wording& wording, const score::Score& score,
               const std::vector<core::Record>& records) {
    if (score.decisions.empty()) return {};
    std::vector<Html> cards;
    for (const DecisionCard& one : score.decisions) cards.push_back(card(wording, one, records));
    return titled(wording, Key::report_decisions, Key::report_decisions_gist, cards);
}

}  // namespace casustafel::report
