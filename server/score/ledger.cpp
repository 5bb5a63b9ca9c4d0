#include "server/score/ledger.hpp"

#include <algorithm>
#include <utility>

#include "server/core/decide.hpp"
#include "server/core/verdict.hpp"
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

class Reader {
public:
    explicit Reader(const core::Scenario& scenario)
        : scenario_(scenario), state_(core::initial(scenario)), presence_(scenario) {}

    void take(const core::Record& record) {
        sim_ms_ = record.stamp.sim_ms;
        for (std::uint32_t index = 0; index < record.events.size(); ++index) {
            place_ = {record.seq, index};
            std::visit([this](const auto& event) { note(event); }, record.events[index]);
            presence_.take(record.events[index], sim_ms_);
        }
        core::apply(state_, record);
    }

    Ledger finish() {
        if (!ended_) ledger_.end_sim_ms = sim_ms_;
        ledger_.away = presence_.away_until(ledger_.end_sim_ms);
        return std::move(ledger_);
    }

private:
    template <class Event>
    void note(const Event&) {}
    void note(const core::ItemDealt& event) { ledger_.deals.push_back({place_, sim_ms_, &event}); }
    void note(const core::ItemShared& event) {
        ledger_.shares.push_back({place_, sim_ms_, &event});
    }
    void note(const core::RequestMade& event) {
        ledger_.requests.push_back({place_, sim_ms_, &event});
    }
    void note(const core::ItemMarked& event) { ledger_.marks.push_back({place_, sim_ms_, &event}); }
    void note(const core::SessionEnded&) {
        ended_ = true;
        ledger_.end_sim_ms = sim_ms_;
    }
    void note(const core::RequestAnswered& event) {
        ledger_.answers.push_back({place_, sim_ms_, &event});
        if (event.kind == core::AnswerKind::refused) note_open_ways(event);
    }

    void note_open_ways(const core::RequestAnswered& event) {
        const auto request = state_.requests.find(event.request);
        if (request == state_.requests.end()) return;
        auto& open = ledger_.open_at_refusal[place_];
        for (const core::Item& item : scenario_.items) {
            open[item.id] = richest_open_form(state_, item, event.by, request->second.event.asker);
        }
    }

    const core::Scenario& scenario_;
    core::State state_;
    Presence presence_;
    Ledger ledger_;
    Place place_;
    std::int64_t sim_ms_ = 0;
    bool ended_ = false;
};

template <class Event>
void collect(std::vector<Place>& places, const std::vector<Entry<Event>>& entries) {
    for (const auto& entry : entries) places.push_back(entry.place);
}

template <class Event>
void leave_out(std::vector<Entry<Event>>& entries, const Place& place) {
    std::erase_if(entries, [&](const Entry<Event>& entry) { return entry.place == place; });
}

}  // namespace

Ledger read(const core::Scenario& scenario, const std::vector<core::Record>& records) {
    Reader reader(scenario);
    for (const core::Record& record : records) reader.take(record);
    return reader.finish();
}

// An answer by sharing is the share itself, so it is not a second event to drop.
std::vector<Place> droppable(const Ledger& ledger) {
    std::vector<Place> places;
    collect(places, ledger.shares);
    collect(places, ledger.requests);
    collect(places, ledger.marks);
    for (const auto& answer : ledger.answers) {
        if (answer.event->kind != core::AnswerKind::shared) places.push_back(answer.place);
    }
    std::ranges::sort(places);
    return places;
}

Ledger without(const Ledger& whole, const Place& place) {
    Ledger ledger = whole;
    for (const auto& share : whole.shares) {
        if (share.place != place) continue;
        std::erase_if(ledger.answers, [&](const auto& answer) {
            return answer.event->kind == core::AnswerKind::shared &&
                   answer.event->share == share.event->share;
        });
    }
    leave_out(ledger.shares, place);
    leave_out(ledger.requests, place);
    leave_out(ledger.answers, place);
    leave_out(ledger.marks, place);
    return ledger;
}

}  // namespace casustafel::score
