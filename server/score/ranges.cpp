#include "server/score/ranges.hpp"

#include <algorithm>
#include <list>

#include "server/score/headings.hpp"
#include "server/score/limits.hpp"

namespace casustafel::score {
namespace {

using Value = std::optional<double>;

Value value_of(const Line& line, const Review& review, const Cards& cards, const Options& options) {
    const Indicator found = line.row->formula(review, line.scope, cards, options);
    return found.opportunities < options.minimum_opportunities ? std::nullopt : found.value;
}

template <class Event>
const Event* event_at(const std::vector<Entry<Event>>& entries, const Place& place) {
    const auto found = std::ranges::lower_bound(entries, place, {}, &Entry<Event>::place);
    return found != entries.end() && found->place == place ? found->event : nullptr;
}

bool reaches(const core::ItemShared& share, const core::RoleId& role) {
    return std::ranges::find(share.recipients, role, &core::Recipient::role) !=
           share.recipients.end();
}

}  // namespace

std::vector<Line> lines_of(const core::Scenario& scenario) {
    std::vector<Line> lines;
    const auto add = [&](const Scope& scope) {
        for (const IndicatorRow& row : indicator_rows) {
            if (row.deepest >= scope.level) lines.push_back({&row, scope});
        }
    };
    add({});
    for (const core::Table& table : scenario.tables) add({Level::table, table.id, {}});
    for (const core::Role& role : scenario.roles) add({Level::role, {}, role.id});
    return lines;
}

Values values_of(const std::vector<Line>& lines, const Review& review, const Options& options) {
    const Cards cards(review);
    Values values;
    for (const Line& line : lines) values.push_back(value_of(line, review, cards, options));
    return values;
}

// One session without one act.
class Trials::Trial {
public:
    Trial(const Trials& trials, const Act& act)
        : trials_(trials),
          whole_(trials.whole_),
          act_(act),
          share_(event_at(whole_.ledger.shares, act.place)),
          request_(event_at(whole_.ledger.requests, act.place)),
          answer_(event_at(whole_.ledger.answers, act.place)),
          rest_(score::without(whole_.ledger, act.place)),
          review_{whole_.scenario, rest_, Holdings(whole_.holdings, share_), {}, {}, false} {
        if (share_) roles_.insert(share_->giver);
        judge_pairs();
        judge_questions();
    }

    Values values() const {
        const Cards cards(review_, act_.kind);
        Values values = trials_.values_;
        for (std::size_t at = 0; at < values.size(); ++at) {
            const Line& line = trials_.lines_[at];
            if (is_touched(line)) values[at] = value_of(line, review_, cards, trials_.options_);
        }
        return values;
    }

private:
    bool is_touched(const Line& line) const {
        if (!line.row->reads.has(act_.kind)) return false;
        return line.scope.level != Level::role || roles_.contains(line.scope.role);
    }

    bool touches(const Norm& norm) const {
        if (request_) return asks_for(*request_, norm);
        return share_ && norm.item->id == share_->item && reaches(*share_, norm.need->role);
    }

    // An act is read by what follows from it and by what was asked about it, whoever asked.
    bool touches(const Topic& topic) const {
        if (share_ &&
            std::ranges::find(topic.items, share_->item, &core::Item::id) != topic.items.end())
            return true;
        return std::ranges::any_of(topic.requests, [&](const auto& entry) {
            return entry.event == request_ ||
                   (answer_ && entry.event->request == answer_->request) ||
                   (share_ && is_answered_by_share(*entry.event));
        });
    }

    bool is_answered_by_share(const core::RequestMade& request) const {
        return std::ranges::any_of(whole_.ledger.answers, [&](const auto& answer) {
            return answer.event->kind == core::AnswerKind::shared &&
                   answer.event->share == share_->share && answer.event->request == request.request;
        });
    }

    void touch(const Pair& pair) {
        roles_.insert(pair.norm->need->role);
        for (const Counted& counted : counts_for(pair)) roles_.insert(counted.role);
    }

    void judge_pairs() {
        review_.pairs = whole_.pairs;
        for (Pair& pair : review_.pairs) {
            if (!touches(*pair.norm)) continue;
            touch(pair);
            pair = pair_of(*pair.norm, rest_, review_.holdings);
            touch(pair);
        }
    }

    void judge_questions() {
        std::set<const core::RequestMade*> again;
        for (const Topic& topic : trials_.topics_) {
            if (!touches(topic)) continue;
            roles_.insert(topic.asker);
            for (const auto& request : topic.requests) {
                again.insert(request.event);
                roles_.insert(request.event->to.begin(), request.event->to.end());
            }
            Topic& rest = topics_.emplace_back(topic);
            std::erase_if(rest.requests,
                          [&](const auto& request) { return request.event == request_; });
        }
        for (const Question& question : whole_.questions) {
            if (!again.contains(question.request)) review_.questions.push_back(question);
        }
        for (const Topic& topic : topics_) {
            for (Question& one : questions(whole_.scenario, topic, rest_, review_.holdings))
                review_.questions.push_back(std::move(one));
        }
        if (!topics_.empty()) put_in_order(review_.questions);
    }

    const Trials& trials_;
    const Review& whole_;
    const Act act_;
    // What is left out, as far as needs and requests read it.
    const core::ItemShared* share_;
    const core::RequestMade* request_;
    const core::RequestAnswered* answer_;
    const Ledger rest_;
    std::list<Topic> topics_;  // judged again; questions point into them
    Review review_;
    std::set<core::RoleId> roles_;  // whose numbers may have changed
};

Trials::Trials(const Review& whole, const std::vector<Topic>& topics,
               const std::vector<Line>& lines, Values values, const Options& options)
    : whole_(whole),
      topics_(topics),
      lines_(lines),
      values_(std::move(values)),
      options_(options) {}

Values Trials::without(const Act& act) const { return Trial(*this, act).values(); }

namespace {

// Gives the acts to leave out one by one, evenly spread when there are more than we try.
std::vector<Act> acts_to_try(std::vector<Act> all) {
    if (all.size() <= limits::dropped_events) return all;
    std::vector<Act> chosen;
    for (std::size_t at = 0; at < limits::dropped_events; ++at)
        chosen.push_back(all[at * all.size() / limits::dropped_events]);
    return chosen;
}

void widen(std::optional<Range>& range, const Value& value) {
    if (!range || !value) return;
    range->low = std::min(range->low, *value);
    range->high = std::max(range->high, *value);
}

std::optional<Range> range_from(const Value& value, bool sampled) {
    if (!value) return std::nullopt;
    return Range{*value, *value, sampled};
}

Headings headings_of(const Values& values, const core::Scenario& scenario) {
    TeamValues team;
    std::copy_n(values.begin(), team.size(), team.begin());
    return headings(team, scenario.weights);
}

// All numbers of a score in the order of its lines.
std::vector<Indicator*> numbers_of(Score& score) {
    std::vector<Indicator*> all;
    for (auto* indicators : {&score.team, &score.tables, &score.roles}) {
        for (Indicator& indicator : *indicators) all.push_back(&indicator);
    }
    return all;
}

}  // namespace

void add_ranges(Score& score, const Review& whole, const std::vector<Topic>& topics,
                const Options& options) {
    const std::vector<Act> all = droppable(whole.ledger);
    const std::vector<Act> tried = acts_to_try(all);
    const bool sampled = tried.size() < all.size();
    const std::vector<Indicator*> numbers = numbers_of(score);
    Values values;
    for (Indicator* number : numbers) {
        number->range = range_from(number->value, sampled);
        values.push_back(number->value);
    }
    Headings& both = score.headings;
    both.sharing.range = range_from(both.sharing.value, sampled);
    both.cooperation.range = range_from(both.cooperation.value, sampled);
    const std::vector<Line> lines = lines_of(whole.scenario);
    const Trials trials(whole, topics, lines, std::move(values), options);
    for (const Act& act : tried) {
        const Values without = trials.without(act);
        for (std::size_t at = 0; at < numbers.size(); ++at) widen(numbers[at]->range, without[at]);
        const Headings then = headings_of(without, whole.scenario);
        widen(both.sharing.range, then.sharing.value);
        widen(both.cooperation.range, then.cooperation.value);
    }
}

}  // namespace casustafel::score
