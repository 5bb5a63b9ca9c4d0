// Decisions, interventions and the plan.
#include "tests/support/core/random_choice.hpp"

namespace casustafel::support {

namespace {

std::vector<Cited> cited(ActInTheMaking& moment) {
    std::vector<Cited> all;
    for (auto left = moment.seed.below(3); left > 0; --left)
        all.push_back({moment.held_item(), moment.seed.chance(70) ? Mark::fact : Mark::assumption});
    return all;
}

// A decision, mostly one that the role takes; nullptr for one of nothing.
const Decision* decision(ActInTheMaking& moment) {
    std::vector<const Decision*> mine;
    for (const auto& each : moment.scenario().decisions)
        if (moment.seed.chance(20) || std::find(each.deciders.begin(), each.deciders.end(),
                                                moment.actor.role) != each.deciders.end())
            mine.push_back(&each);
    return mine.empty() || moment.mistake() ? nullptr : moment.seed.pick(mine);
}

OptionId option(ActInTheMaking& moment, const Decision* of) {
    return of ? moment.id_of(of->options) : OptionId{"NOWHERE"};
}

DecisionId id(const Decision* decision) { return decision ? decision->id : DecisionId{"NOWHERE"}; }

// What the option rests on too, when the role has it, so that some are taken.
std::vector<Cited> cited_for(ActInTheMaking& moment, const std::vector<ItemId>& asked) {
    auto all = cited(moment);
    for (const auto& item : asked)
        if (moment.seed.chance(60)) all.push_back({item, Mark::fact});
    return all;
}

ActionTerms terms(ActInTheMaking& moment) {
    auto& seed = moment.seed;
    ActionTerms made;
    made.text = moment.words();
    if (!moment.mistake()) made.lead = moment.role();
    if (seed.chance(50)) made.power = moment.id_of(moment.scenario().powers);
    if (seed.chance(30)) made.power_holder = moment.role();
    if (seed.chance(60)) {
        made.deadline_sim_ms =
            seed.between(moment.scenario().start_sim_ms(), moment.scenario().end_sim_ms());
    }
    if (seed.chance(40)) made.items.push_back(moment.held_item());
    if (seed.chance(60)) made.informed = moment.roles();
    return made;
}

}  // namespace

// What the option asks, mostly.
std::vector<FilledIn> filled_in(ActInTheMaking& moment, const DecisionOption* option) {
    std::vector<FilledIn> made;
    if (option == nullptr) return made;
    for (const auto& field : option->fields)
        if (!moment.mistake())
            made.push_back({field.id, field.choices.empty()
                                          ? moment.words()
                                          : moment.seed.pick(field.choices).id.value});
    return made;
}

RoleId some_decider(ActInTheMaking& moment, const Decision* about) {
    return about && !about->deciders.empty() ? moment.seed.pick(about->deciders) : RoleId{"A"};
}

Command deciding_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(24);
    const auto* about = decision(moment);
    const auto chosen = option(moment, about);
    const auto* known = about ? find(*about, chosen) : nullptr;
    const auto must = known ? known->must_cite : std::vector<ItemId>{};
    if (choice < 2) return ProposeDecision{id(about), {}, cited(moment), moment.words()};
    if (choice < 5)
        return ProposeDecision{
            id(about), chosen, cited(moment), moment.words(),
            moment.seed.chance(50) ? filled_in(moment, known) : std::vector<FilledIn>{}};
    if (choice < 11) {
        auto grounds = cited_for(moment, must);
        if (about && asks_for_grounds(*about) && !moment.mistake())
            grounds.push_back({moment.held_item(), Mark::fact});
        return TakeDecision{id(about), chosen, grounds, moment.words(), filled_in(moment, known)};
    }
    if (choice < 13) return RetractDecision{id(about)};
    if (choice < 15) return HastenDecision{id(about)};
    if (choice < 17)
        return AgreeToDecision{id(about), some_decider(moment, about), cited(moment),
                               moment.words()};
    if (choice < 19) return ExtendDecision{id(about), moment.words()};
    const auto intervention = moment.id_of(moment.scenario().interventions);
    const auto* used = find(moment.scenario(), intervention);
    UseIntervention use{intervention,
                        cited_for(moment, used ? used->must_cite : std::vector<ItemId>{}),
                        moment.words(),
                        {}};
    if (used && !used->fields.empty())
        use.filled_in = {{{"which"}, moment.seed.chance(50) ? "one" : "two"},
                         {{"why"}, moment.words()}};
    if (moment.mistake()) use.filled_in.push_back({{"which"}, "three"});
    return use;
}

// A trainer answers by hand.
Command replying_act(ActInTheMaking& moment) {
    const auto use = moment.made(moment.state.inquiries);
    if (moment.seed.chance(50)) return ReplyByHand{use, {"LAST"}, {}};
    return ReplyByHand{use, {}, moment.words()};
}

Command planning_act(ActInTheMaking& moment) {
    const auto choice = moment.seed.below(10);
    if (choice < 4) return AddAction{terms(moment)};
    const auto action = moment.made(moment.state.plan);
    if (choice < 6) return ChangeAction{action, terms(moment)};
    if (choice < 8) return WithdrawAction{action};
    return ConfirmAction{action};
}

}  // namespace casustafel::support
