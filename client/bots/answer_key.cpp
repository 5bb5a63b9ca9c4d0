#include "client/bots/answer_key.hpp"

#include <algorithm>

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
    if (is_holder(item, giver) || item.onward == "rules") return true;
    if (item.onward != "same_circle") return false;
    const KeyRole* from = key.role(giver);
    const KeyRole* to = key.role(receiver);
    return from != nullptr && to != nullptr && from->table == to->table;
}

const KeyWay& open_way() {
    static const KeyWay way{.from = {}, .to = {}, .purposes = {}, .bases = {"OPEN"}, .max_form = 5};
    return way;
}

}  // namespace

const KeyItem* AnswerKey::item(std::string_view id) const {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const KeyItem& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

const KeyRole* AnswerKey::role(std::string_view id) const {
    const auto found = std::find_if(roles.begin(), roles.end(),
                                    [&](const KeyRole& role) { return role.id == id; });
    return found == roles.end() ? nullptr : &*found;
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
    for (const auto& red_line : item.never_to) {
        if (named(red_line, receiver)) return nullptr;
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
        if (best == nullptr || (fits && !best_fits)) {
            best = &way;
            best_fits = fits;
        }
    }
    if (best == nullptr && item.sensitivity == 0) return &open_way();
    return best;
}

bool is_holder(const KeyItem& item, std::string_view role) { return named(item.holders, role); }

}  // namespace casustafel::bots
