#include "server/score/ledger.hpp"

#include <algorithm>
#include <utility>

#include "server/core/law/verdict.hpp"
#include "server/core/rules/decide.hpp"
#include "server/score/presence.hpp"

namespace casustafel::score {
namespace {

using core::Form;

Form richest_open_form(const core::State& state, const core::Item& item, const core::RoleId& giver,
                       const core::RoleId& recipient) {
    for (int form = static_cast<int>(Form::source); form > static_cast<int>(Form::silent); --form) {
        if (core::has_lawful_way(state, item, giver, recipient, static_cast<Form>(form))) {
            return static_cast<Form>(form);
        }
    }
    return Form::silent;
}

std::vector<core::ItemId> required_items(const core::Decision& decision) {
    std::vector<core::ItemId> all;
    for (const core::Required& required : decision.required) {
        if (!required.item.empty()) all.push_back(required.item);
        all.insert(all.end(), required.of.begin(), required.of.end());
    }
    return all;
}

class Reader {
public:
    explicit Reader(const core::Scenario& scenario)
        : scenario_(scenario), state_(core::initial(scenario)), presence_(scenario) {}

    void take(const core::Record& record) {
        sim_ms_ = record.stamp.sim_ms;
        for (std::uint32_t index = 0; index < record.events.size(); ++index) {
            place_ = {record.seq, index};
            std::visit([this](const auto& event) { note(event); }, record.events[index]);
            presence_.take(record.events[index], place_, sim_ms_);
        }
        core::apply(state_, record);
    }

    Ledger finish() {
        if (!ledger_.ended) ledger_.end_sim_ms = sim_ms_;
        around_.away = presence_.away_until(ledger_.end_sim_ms);
        around_.sittings = presence_.sittings();
        for (const core::Role& role : scenario_.roles) around_.tables[role.id] = role.table;
        ledger_.surroundings = std::make_shared<const Surroundings>(std::move(around_));
        return std::move(ledger_);
    }

private:
    template <class Event>
    void note(const Event&) {}
    template <class Event>
    void keep(std::vector<Entry<Event>>& entries, const Event& event) {
        entries.push_back({place_, sim_ms_, &event});
    }
    void note(const core::ItemDealt& event) { keep(ledger_.deals, event); }
    void note(const core::ItemEmerged& event) { keep(ledger_.emerged, event); }
    void note(const core::ItemShared& event) { keep(ledger_.shares, event); }
    void note(const core::RequestMade& event) { keep(ledger_.requests, event); }
    void note(const core::ItemMarked& event) { keep(ledger_.marks, event); }
    void note(const core::DecisionRetracted& event) { keep(ledger_.retractions, event); }
    void note(const core::DecisionExtended& event) { keep(ledger_.extensions, event); }
    void note(const core::RolesSwapped& event) { keep(ledger_.swaps, event); }
    void note(const core::HandoverNoteWritten& event) { keep(ledger_.notes, event); }
    void note(const core::FactsChanged& event) { keep(ledger_.facts, event); }
    void note(const core::PromptAnswered& event) { keep(ledger_.prompt_answers, event); }
    void note(const core::PromptJudged& event) { keep(ledger_.prompt_judgements, event); }
    void note(const core::ScoreCorrected& event) { keep(ledger_.corrections, event); }
    void note(const core::DecisionPended& event) {
        keep(ledger_.decisions, event);
        note_open_ways(event);
    }
    void note(const core::ActionAdded& event) {
        const bool scripted = !event.scripted.inject.empty();
        ledger_.plan.push_back(
            {place_, sim_ms_, event.action, event.by, &event.terms, false, scripted});
    }
    void note(const core::ActionChanged& event) {
        ledger_.plan.push_back({place_, sim_ms_, event.action, event.by, &event.terms});
    }
    void note(const core::ActionConfirmed& event) {
        ledger_.plan.push_back({place_, sim_ms_, event.action, event.by});
    }
    void note(const core::ActionWithdrawn& event) {
        ledger_.plan.push_back({place_, sim_ms_, event.action, event.by, nullptr, true});
    }
    void note(const core::SessionEnded&) {
        ledger_.ended = true;
        ledger_.end_sim_ms = sim_ms_;
    }
    void note(const core::RequestAnswered& event) {
        ledger_.answers.push_back({place_, sim_ms_, &event});
        if (event.kind == core::AnswerKind::refused) note_open_ways(event);
    }

    void note_open_ways(const core::RequestAnswered& event) {
        const auto request = state_.requests.find(event.request);
        if (request == state_.requests.end()) return;
        auto& open = around_.open_at_refusal[place_];
        for (const core::Item& item : scenario_.items) {
            open[item.id] = richest_open_form(state_, item, event.by, request->second.event.asker);
        }
    }

    void note_open_ways(const core::DecisionPended& event) {
        const core::Decision* decision = core::find(scenario_, event.decision);
        if (!decision) return;
        Ways& ways = around_.open_at_decision[place_];
        for (const core::ItemId& id : required_items(*decision)) {
            const core::Item* item = core::find(scenario_, id);
            if (!item) continue;
            for (const core::RoleId& decider : decision->deciders) {
                for (const core::Role& giver : scenario_.roles) {
                    ways[{giver.id, decider, id}] =
                        richest_open_form(state_, *item, giver.id, decider);
                }
            }
        }
    }

    const core::Scenario& scenario_;
    core::State state_;
    Presence presence_;
    Ledger ledger_;
    Surroundings around_;
    Place place_;
    std::int64_t sim_ms_ = 0;
};

template <class Event>
void collect(std::vector<Act>& acts, ActKind kind, const std::vector<Entry<Event>>& entries) {
    for (const auto& entry : entries) acts.push_back({kind, entry.place});
}

template <class Event>
void take_out(std::vector<Entry<Event>>& entries, const Place& place) {
    std::erase_if(entries, [&](const Entry<Event>& entry) { return entry.place == place; });
}

// An action that was never added has no later life.
void take_out_of_plan(std::vector<PlanStep>& plan, const Place& place) {
    const auto found = std::ranges::find(plan, place, &PlanStep::place);
    if (found == plan.end()) return;
    const core::EntityId action = found->action;
    const auto first = std::ranges::find(plan, action, &PlanStep::action);
    if (first == found) {
        std::erase_if(plan, [&](const PlanStep& step) { return step.action == action; });
    } else {
        plan.erase(found);
    }
}

const Sitting& nobody_there() {
    static const Sitting nobody;
    return nobody;
}

// Gives the last sitting of the role that had begun; `has_begun` says which had.
template <class HasBegun>
const Sitting& last_sitting(const Ledger& ledger, const core::RoleId& role, HasBegun has_begun) {
    const auto found = ledger.surroundings->sittings.find(role);
    if (found == ledger.surroundings->sittings.end()) return nobody_there();
    const Sitting* last = &nobody_there();
    for (const Sitting& sitting : found->second) {
        if (has_begun(sitting)) last = &sitting;
    }
    return *last;
}

}  // namespace

std::int64_t deadline_of(const Ledger& ledger, const core::Decision& decision) {
    for (const auto& extension : ledger.extensions)
        if (extension.event->decision == decision.id) return extension.event->deadline_sim_ms;
    return decision.deadline_sim_ms;
}

const Sitting& sitting(const Ledger& ledger, const core::RoleId& role, const Place& place) {
    return last_sitting(ledger, role, [&](const Sitting& one) { return one.from < place; });
}

const Sitting& sitting(const Ledger& ledger, const core::RoleId& role, std::int64_t sim_ms) {
    return last_sitting(ledger, role,
                        [&](const Sitting& one) { return one.from_sim_ms <= sim_ms; });
}

const core::TableId& table_of(const Surroundings& around, const core::RoleId& role) {
    static const core::TableId none;
    const auto found = around.tables.find(role);
    return found == around.tables.end() ? none : found->second;
}

bool is_scripted(const core::RequestMade& request) { return !request.scripted.inject.empty(); }

bool is_stand_in(const Sitting& sitting) {
    return sitting.player == Player::autopilot || sitting.player == Player::stand_in;
}

Ledger read(const core::Scenario& scenario, const std::vector<core::Record>& records) {
    Reader reader(scenario);
    for (const core::Record& record : records) reader.take(record);
    return reader.finish();
}

// An answer by sharing is the share itself, so it is not a second event to drop; what the case did
// is no single event of the group.
std::vector<Act> droppable(const Ledger& ledger) {
    std::vector<Act> acts;
    collect(acts, ActKind::share, ledger.shares);
    collect(acts, ActKind::mark, ledger.marks);
    collect(acts, ActKind::decision, ledger.decisions);
    collect(acts, ActKind::prompt_answer, ledger.prompt_answers);
    for (const auto& request : ledger.requests) {
        if (!is_scripted(*request.event)) acts.push_back({ActKind::request, request.place});
    }
    for (const PlanStep& step : ledger.plan) {
        if (!step.scripted) acts.push_back({ActKind::plan_step, step.place});
    }
    for (const auto& answer : ledger.answers) {
        if (answer.event->kind != core::AnswerKind::shared)
            acts.push_back({ActKind::answer, answer.place});
    }
    std::ranges::sort(acts, {}, &Act::place);
    return acts;
}

void leave_out(Ledger& ledger, const Place& place) {
    const auto share = std::ranges::find(ledger.shares, place, &Entry<core::ItemShared>::place);
    if (share != ledger.shares.end()) {
        std::erase_if(ledger.answers, [&](const auto& answer) {
            return answer.event->kind == core::AnswerKind::shared &&
                   answer.event->share == share->event->share;
        });
    }
    take_out(ledger.shares, place);
    take_out(ledger.requests, place);
    take_out(ledger.answers, place);
    take_out(ledger.marks, place);
    take_out(ledger.decisions, place);
    take_out(ledger.prompt_answers, place);
    take_out_of_plan(ledger.plan, place);
}

Ledger without(const Ledger& whole, const Place& place) {
    Ledger ledger = whole;
    leave_out(ledger, place);
    return ledger;
}

}  // namespace casustafel::score
