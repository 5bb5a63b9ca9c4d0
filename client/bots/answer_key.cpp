#include "client/bots/answer_key.hpp"

#include <algorithm>

#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

bool named(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool named_or_anybody(const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || named(names, name);
}

bool may_pass_on(const AnswerKey& key, const KeyItem& item, std::string_view giver,
                 std::string_view receiver) {
    if (is_holder(item, giver) || item.onward == contract::Onward::rules) return true;
    if (item.onward != contract::Onward::same_circle) return false;
    const KeyRole* from = key.role(giver);
    const KeyRole* to = key.role(receiver);
    return from != nullptr && to != nullptr && from->table == to->table;
}

const KeyWay& open_way() {
    static const KeyWay way = [] {
        KeyWay open;
        open.bases = {"OPEN"};
        return open;
    }();
    return way;
}

// Counts what the giver, or somebody for it, has to do before this way is open; less is better.
std::size_t effort(const KeyWay& way) {
    return (way.needs_triage ? 1U : 0U) + (way.needs_weighing ? 2U : 0U) +
           (way.needs_privacy_advice ? 3U : 0U) + (way.needs_authority ? 4U : 0U) +
           2 * way.informed.size() + 4 * way.circles.size() + 5 * way.consents.size();
}

template <class List>
auto* with_id(List& list, std::string_view id) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const KeyItem* AnswerKey::item(std::string_view id) const { return with_id(items, id); }
const KeyRole* AnswerKey::role(std::string_view id) const { return with_id(roles, id); }
const KeyDecision* AnswerKey::decision(std::string_view id) const { return with_id(decisions, id); }
const KeyIntervention* AnswerKey::intervention(std::string_view id) const {
    return with_id(interventions, id);
}
const KeyPrompt* AnswerKey::prompt(std::string_view id) const { return with_id(prompts, id); }

bool KeyPrompt::judges(std::string_view question) const {
    return std::ranges::any_of(right, [&](const auto& each) { return each.first == question; });
}

bool KeyPrompt::expects(std::string_view question, std::string_view option) const {
    return std::any_of(right.begin(), right.end(), [&](const auto& each) {
        return each.first == question && each.second == option;
    });
}

const KeyOption* KeyDecision::option(std::string_view wanted) const {
    return with_id(options, wanted);
}

const KeyOption* KeyDecision::best() const {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [](const KeyOption& option) { return option.best; });
    return found == options.end() ? nullptr : &*found;
}

std::vector<std::string> KeyDecision::items() const {
    std::vector<std::string> all;
    for (const KeyRequired& each : required) {
        if (each.any == 0) all.push_back(each.item);
        all.insert(all.end(), each.of.begin(), each.of.end());
    }
    return all;
}

std::vector<std::string> AnswerKey::seats_for(int people) const {
    std::vector<const KeyRole*> playable;
    for (const KeyRole& role : roles) {
        if (!role.autopilot_only) playable.push_back(&role);
    }
    if (people > 0 && static_cast<std::size_t>(people) < playable.size()) {
        std::vector<const KeyRole*> by_size = playable;
        std::stable_sort(by_size.begin(), by_size.end(),
                         [](const KeyRole* left, const KeyRole* right) {
                             return left->from_group_size < right->from_group_size;
                         });
        by_size.resize(static_cast<std::size_t>(people));
        std::erase_if(playable, [&](const KeyRole* role) {
            return std::find(by_size.begin(), by_size.end(), role) == by_size.end();
        });
    }
    std::vector<std::string> ids;
    for (const KeyRole* role : playable) ids.push_back(role->id);
    return ids;
}

bool AnswerKey::uses_triage() const {
    return std::any_of(items.begin(), items.end(), [](const KeyItem& item) {
        return std::any_of(item.ways.begin(), item.ways.end(),
                           [](const KeyWay& way) { return way.needs_triage; });
    });
}

bool AnswerKey::uses_circle(const KeyMeeting& meeting) const {
    return std::any_of(items.begin(), items.end(), [&](const KeyItem& item) {
        return std::any_of(item.ways.begin(), item.ways.end(), [&](const KeyWay& way) {
            return named(way.circles, meeting.id) ||
                   (!meeting.table.empty() && named(way.circles, meeting.table));
        });
    });
}

const KeyWay* lawful_way(const AnswerKey& key, const KeyItem& item, std::string_view giver,
                         std::string_view receiver, std::string_view purpose,
                         std::uint32_t min_form) {
    for (const KeyRedLine& red_line : item.never_to) {
        if (min_form >= red_line.from_form && named(red_line.to, receiver)) return nullptr;
    }
    if (!may_pass_on(key, item, giver, receiver)) return nullptr;
    const KeyWay* best = nullptr;
    bool best_fits = false;
    for (const KeyWay& way : item.ways) {
        if (!way.attainable || way.max_form < min_form || !named_or_anybody(way.from, giver) ||
            !named_or_anybody(way.to, receiver)) {
            continue;
        }
        const bool fits = named(way.purposes, purpose);
        if (best == nullptr || (fits && !best_fits) ||
            (fits == best_fits && effort(way) < effort(*best))) {
            best = &way;
            best_fits = fits;
        }
    }
    if (item.sensitivity == 0 && (best == nullptr || !best_fits)) return &open_way();
    return best;
}

bool is_holder(const KeyItem& item, std::string_view role) { return named(item.holders, role); }

const KeyNeed* need_of(const KeyItem& item, std::string_view role) {
    const KeyNeed* least = nullptr;
    for (const KeyNeed& need : item.needs) {
        if (need.role == role && (least == nullptr || need.min_form < least->min_form))
            least = &need;
    }
    return least;
}

}  // namespace casustafel::bots
