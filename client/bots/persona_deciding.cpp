// Decisions, interventions and the plan.
#include <algorithm>

#include "client/bots/persona.hpp"
#include "client/model/queries.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t looks_ahead_ms = 4 * hour_ms;  // nobody decides longer before a deadline
constexpr std::int64_t last_call_ms = 15 * minute_ms;
constexpr std::int64_t each_next_ms = 4 * minute_ms;  // who takes over when the first does not
constexpr std::uint32_t usable_form = 2;              // a pointer carries no decision

bool holds(const model::View& view, const std::string& item, std::uint32_t form) {
    const v1::Item* held = view.find<v1::Item>(item);
    return held != nullptr && held->form() >= form;
}

bool holds_one_of(const model::View& view, const std::vector<std::string>& items) {
    return std::any_of(items.begin(), items.end(),
                       [&](const std::string& item) { return holds(view, item, 1); });
}

template <class Message>
void fill_in(const std::vector<std::pair<std::string, std::string>>& fields, Message& act) {
    for (const auto& [field, value] : fields) {
        v1::FilledIn& answer = *act.add_filled_in();
        answer.set_field(field);
        answer.set_value(value);
    }
}

// Whether this role can come to hold the item: it is its own, or it needs it and somebody may give.
bool can_get(const AnswerKey& key, const std::string& id, const std::string& role) {
    const KeyItem* item = key.item(id);
    if (item == nullptr) return false;
    if (is_holder(*item, role)) return true;
    const KeyNeed* need = need_of(*item, role);
    return need != nullptr &&
           std::any_of(item->holders.begin(), item->holders.end(), [&](const std::string& holder) {
               return lawful_way(key, *item, holder, role, need->purpose, need->min_form);
           });
}

std::size_t can_get_of(const AnswerKey& key, const KeyDecision& decision, const std::string& role) {
    const auto items = decision.items();
    return static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(),
                      [&](const std::string& item) { return can_get(key, item, role); }));
}

// How many deciders come before this role: those who can base it on more.
std::int64_t place_among(const AnswerKey& key, const model::View& view, const KeyDecision& decision,
                         const std::string& role) {
    const std::size_t own = can_get_of(key, decision, role);
    std::int64_t place = 0;
    bool past_self = false;
    for (const std::string& other : decision.deciders) {
        if (other == role) {
            past_self = true;
            continue;
        }
        if (!is_played_by_a_person(view, other)) continue;
        const std::size_t theirs = can_get_of(key, decision, other);
        if (theirs > own || (theirs == own && !past_self)) ++place;
    }
    return place;
}

// What the case began in the name of this role, as long as nobody took it up; nullptr: nothing.
const v1::Action* begun_by(const model::View& view, const std::string& role) {
    for (const v1::Action* action : view.all<v1::Action>()) {
        if (action->author() == role && action->has_scripted()) return action;
    }
    return nullptr;
}

}  // namespace

void Persona::decide(const model::View& view) {
    for (const v1::Decision* seen : view.all<v1::Decision>()) {
        const KeyDecision* decision = key_.decision(seen->id());
        if (decision == nullptr || (seen->status() != contract::DecisionStatus::open &&
                                    seen->status() != contract::DecisionStatus::missed))
            continue;
        if (model::decides(*seen, role_))
            take(view, *seen, *decision);
        else
            propose(view, *seen, *decision);
    }
}

void Persona::take(const model::View& view, const v1::Decision& seen, const KeyDecision& decision) {
    if (!is_time_to_decide(view, decision)) return;
    if (agree(view, seen, decision)) return;
    const std::string option = choose(view, seen, decision);
    const KeyOption* chosen = decision.option(option);
    if (chosen == nullptr || !may_take(view, *chosen) || !done_.insert("take " + seen.id()).second)
        return;
    v1::Command command;
    auto* act = command.mutable_take_decision();
    act->set_decision(decision.id);
    act->set_option(option);
    cite(view, decision.items(), chosen->must_cite, *act->mutable_cited());
    if (seen.must_cite() && act->cited().empty()) cite_anything(view, *act->mutable_cited());
    act->set_text("Als dit misgaat, ziet de casusregisseur het het eerst; dan kijken we opnieuw.");
    fill_in(chosen->fields, *act);
    say(command);
}

// Where all take it together, who has not agreed joins the first who wants what it wants too.
bool Persona::agree(const model::View& view, const v1::Decision& seen,
                    const KeyDecision& decision) {
    const bool agrees = manner_ == Manner::ideal || manner_ == Manner::lawful;
    for (const v1::Agreement& each : seen.agreements()) {
        const KeyOption* option = decision.option(each.option());
        const bool wise = option != nullptr && option->best;
        if (each.by() == role_ ||
            (agrees && !wise && !is_past(decision.deadline_sim_ms - last_call_ms)))
            continue;
        if (!done_.insert("agree " + seen.id() + " " + each.by()).second) continue;
        v1::Command command;
        auto* act = command.mutable_agree_to_decision();
        act->set_decision(seen.id());
        act->set_with(each.by());
        cite(view, decision.items(), {}, *act->mutable_cited());
        say(command);
        return true;
    }
    return false;
}

// One who does not take it says what it would do, once, when the decision comes near.
void Persona::propose(const model::View& view, const v1::Decision& seen,
                      const KeyDecision& decision) {
    const bool speaks = manner_ == Manner::ideal || manner_ == Manner::lawful;
    const KeyOption* best = decision.best();
    if (!speaks || best == nullptr || !is_past(decision.deadline_sim_ms - hour_ms) ||
        sim_ms_ >= decision.deadline_sim_ms || !holds_one_of(view, decision.items()))
        return;
    const std::string thought = "propose " + decision.id;
    if (!is_one_to(thought, 30) || !now_is_the_time_to(thought)) return;
    v1::Command command;
    auto* act = command.mutable_propose_decision();
    act->set_decision(decision.id);
    // Who prepares it sees the options and says which.
    if (contains(decision.prepared_by, role_) && model::option_of(seen, best->id) != nullptr) {
        act->set_option(best->id);
        fill_in(best->fields, *act);
    }
    cite(view, decision.items(), best->must_cite, *act->mutable_cited());
    act->set_text("Mijn advies: neem mee wat ik hierover weet, en leg vast waar we op letten.");
    say(command);
}

bool Persona::is_time_to_decide(const model::View& view, const KeyDecision& decision) {
    const std::int64_t deadline = decision.deadline_sim_ms;
    const auto scripted = script_.options.find(decision.id);
    if (scripted != script_.options.end() && scripted->second.empty()) return false;
    if (script_.late.contains(decision.id)) return is_past(deadline + minute_ms);
    const bool told = scripted != script_.options.end();
    switch (manner_) {
        case Manner::silent: return told && is_past(deadline - last_call_ms);
        case Manner::answers_only: return is_past(deadline - minute_ms);
        case Manner::flooder: return is_past(deadline - looks_ahead_ms);
        case Manner::lawful:
        case Manner::ideal: break;
    }
    if (!is_past(deadline - looks_ahead_ms)) return false;
    const std::int64_t place = place_among(key_, view, decision, role_);
    std::int64_t latest = deadline - last_call_ms + place * each_next_ms;
    if (manner_ == Manner::lawful && place == 0) {
        // Some decide with an hour to spare, some at the last moment.
        const auto [spare, fresh] = ripe_at_sim_ms_.try_emplace("spare for " + decision.id, 0);
        if (fresh) spare->second = static_cast<std::int64_t>(chance_.below(hour_ms));
        latest -= spare->second;
    }
    if (is_past(latest)) return true;
    return place == 0 && has_all_it_can_get(view, decision) &&
           now_is_the_time_to("think about " + decision.id);
}

bool Persona::has_all_it_can_get(const model::View& view, const KeyDecision& decision) const {
    for (const KeyRequired& each : decision.required) {
        if (each.any > 0) {
            const auto held = std::count_if(
                each.of.begin(), each.of.end(),
                [&](const std::string& item) { return holds(view, item, usable_form); });
            const auto wanted =
                std::count_if(each.of.begin(), each.of.end(),
                              [&](const std::string& item) { return can_get(key_, item, role_); });
            if (held < std::min<std::ptrdiff_t>(each.any, wanted)) return false;
        } else if (can_get(key_, each.item, role_) &&
                   !holds(view, each.item, std::max(usable_form, each.min_form))) {
            return false;
        }
    }
    return true;
}

bool Persona::may_take(const model::View& view, const KeyOption& option) const {
    return option.must_cite.empty() || holds_one_of(view, option.must_cite);
}

std::string Persona::choose(const model::View& view, const v1::Decision& seen,
                            const KeyDecision& decision) {
    const auto scripted = script_.options.find(decision.id);
    if (scripted != script_.options.end()) return scripted->second;
    const KeyOption* best = decision.best();
    const bool sees_it =
        best != nullptr && may_take(view, *best) && model::option_of(seen, best->id) != nullptr;
    const bool well_meant =
        manner_ == Manner::ideal ||
        (manner_ == Manner::lawful && is_one_to("choose well for " + decision.id, 80));
    return sees_it && well_meant ? best->id : wrong_option(view, seen, decision);
}

// A decision that asks for grounds, from who has none of those it needs.
void Persona::cite_anything(const model::View& view,
                            google::protobuf::RepeatedPtrField<v1::Cited>& cited) {
    const auto held = view.all<v1::Item>();
    if (held.empty()) return;
    v1::Cited* one = cited.Add();
    one->set_item(held.front()->id());
    one->set_as(contract::word(contract::Mark::assumption));
}

// The first that is not the best and that nothing in hand speaks against; else the first such.
std::string Persona::wrong_option(const model::View& view, const v1::Decision& seen,
                                  const KeyDecision& decision) {
    std::string any;
    for (const KeyOption& option : decision.options) {
        if (option.best || !may_take(view, option) || model::option_of(seen, option.id) == nullptr)
            continue;
        if (any.empty()) any = option.id;
        const bool careful = manner_ == Manner::ideal || manner_ == Manner::lawful;
        if (!careful || !holds_one_of(view, option.prevented_by)) return option.id;
    }
    return any;
}

void Persona::cite(const model::View& view, const std::vector<std::string>& items,
                   const std::vector<std::string>& must_cite,
                   google::protobuf::RepeatedPtrField<v1::Cited>& cited) {
    std::vector<std::string> grounds;
    const auto add = [&](const std::string& id) {
        if (!contains(grounds, id)) grounds.push_back(id);
    };
    if (manner_ != Manner::flooder) {
        for (const std::string& id : items) {
            if (holds(view, id, usable_form) && is_one_to("cite " + id, 90)) add(id);
        }
    }
    if (manner_ == Manner::flooder || plays(Character::cites_everything)) {
        for (const v1::Item* held : view.all<v1::Item>()) add(held->id());
    }
    const bool rests = must_cite.empty() ||
                       std::any_of(must_cite.begin(), must_cite.end(),
                                   [&](const std::string& id) { return contains(grounds, id); });
    for (const std::string& id : must_cite) {
        if (rests || !holds(view, id, 1)) continue;
        add(id);
        break;
    }
    for (const std::string& id : grounds) {
        v1::Cited* one = cited.Add();
        one->set_item(id);
        one->set_as(
            contract::word(takes_for_fact(id) ? contract::Mark::fact : contract::Mark::assumption));
    }
}

// Who does not look further than its own desk takes all for fact.
bool Persona::takes_for_fact(const std::string& id) const {
    if (plays(Character::all_assumption)) return false;
    const KeyItem* item = key_.item(id);
    const bool knows = manner_ == Manner::ideal || manner_ == Manner::lawful;
    return !knows || item == nullptr || item->true_fact;
}

void Persona::intervene(const model::View& view) {
    for (const v1::Intervention* seen : model::usable_interventions(view, sim_ms_)) {
        const KeyIntervention* key = key_.intervention(seen->id());
        if (key == nullptr) continue;  // whoever sees one may use it
        const bool told = script_.interventions && script_.interventions->contains(seen->id());
        const bool thinks = !script_.interventions && key->benefit > 0 &&
                            (manner_ == Manner::ideal || manner_ == Manner::lawful) &&
                            is_one_to("use " + seen->id(), 60);
        if (!told && !thinks) continue;
        if (!key->must_cite.empty() && !holds_one_of(view, key->must_cite)) continue;
        if (!now_is_the_time_to("use " + seen->id()) || !done_.insert("used " + seen->id()).second)
            continue;
        v1::Command command;
        auto* act = command.mutable_use_intervention();
        act->set_intervention(seen->id());
        cite(view, key->must_cite, key->must_cite, *act->mutable_cited());
        fill_in(key->fields, *act);
        say(command);
    }
    // One that opens later is worth waking up for.
    for (const v1::Intervention* seen : view.all<v1::Intervention>())
        if (seen->from_sim_ms() > sim_ms_) is_past(seen->from_sim_ms());
}

// Who has a power writes the action that needs it, or finishes the one that the case began.
void Persona::write_plan(const model::View& view) {
    if (view.find<v1::Plan>() == nullptr || !contains(key_.plan.roles, role_) ||
        !is_past(key_.plan.from_sim_ms))
        return;
    for (const KeyPower& power : key_.powers) {
        if (!contains(power.holders, role_)) continue;
        const auto actions = view.all<v1::Action>();
        const bool written =
            std::any_of(actions.begin(), actions.end(),
                        [&](const v1::Action* action) { return action->power() == power.id; });
        const std::string thought = "plan " + power.id;
        const bool plans = !written && is_one_to(thought, 65);
        const bool writes = plays(Character::powerless_plan) ? !did(thought) : plans;
        if (writes && now_is_the_time_to(thought)) write_action(view, power);
        return;
    }
}

void Persona::write_action(const model::View& view, const KeyPower& power) {
    v1::Command command;
    const v1::Action* begun = begun_by(view, role_);
    auto* terms = begun == nullptr ? command.mutable_add_action()->mutable_terms()
                                   : command.mutable_change_action()->mutable_terms();
    if (begun != nullptr) command.mutable_change_action()->set_action(begun->id());
    const v1::Power* seen = view.find<v1::Power>(power.id);
    terms->set_text(begun != nullptr  ? model::words_of(*begun, false)
                    : seen == nullptr ? power.id
                                      : seen->name().nl());
    terms->set_lead(role_);
    if (const v1::Plan* plan = view.find<v1::Plan>())
        complete(view, plan->fields(), {}, 0, *terms->mutable_filled_in());
    if (manner_ == Manner::flooder) return say(command);
    if (is_one_to("name the power of " + power.id, 85) && !plays(Character::powerless_plan))
        terms->set_power(power.id);
    if (is_one_to("date " + power.id, 80))
        terms->set_deadline_sim_ms(std::max(key_.end_sim_ms, sim_ms_ + hour_ms));
    // A fact that is its own before one it was told.
    const v1::Item* fact = nullptr;
    for (const v1::Item* held : view.all<v1::Item>()) {
        const KeyItem* item = key_.item(held->id());
        if (item == nullptr || !item->true_fact || held->form() < usable_form) continue;
        if (fact == nullptr || (held->original() && !fact->original())) fact = held;
    }
    if (fact != nullptr && is_one_to("link a fact to " + power.id, 75))
        terms->add_items(fact->id());
    if (is_one_to("inform about " + power.id, 70)) {
        for (const std::string& role : power.affected)
            if (role != role_) terms->add_informed(role);
    }
    say(command);
}

void Persona::confirm_actions(const model::View& view) {
    for (const v1::Action* action : view.all<v1::Action>()) {
        if (!contains(action->informed(), role_) || contains(action->confirmed(), role_)) continue;
        const std::string thought = "confirm " + std::to_string(action->id());
        if (!is_one_to(thought, 80) || !now_is_the_time_to(thought)) continue;
        v1::Command command;
        command.mutable_confirm_action()->set_action(action->id());
        say(command);
    }
}

}  // namespace casustafel::bots
