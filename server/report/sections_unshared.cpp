#include <algorithm>
#include <optional>

#include "server/core/law/verdict.hpp"
#include "server/report/sections.hpp"
#include "server/telling/evidence.hpp"

namespace casustafel::report {
namespace {

using score::Evidence;
using score::Finding;
using text::Key;

Html time(const Wording& wording, std::int64_t sim_ms) { return Html::text(wording.time(sim_ms)); }

bool is_missed(const Evidence& need) { return need.finding == Finding::missed; }

// Since when somebody has the item from the case.
std::optional<std::int64_t> dealt_at(const std::vector<core::Record>& records,
                                     const core::ItemId& item) {
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            const auto* dealt = std::get_if<core::ItemDealt>(&event);
            if (dealt && dealt->item == item) return record.stamp.sim_ms;
        }
    }
    return std::nullopt;
}

// Where the role first got it by a way that was not allowed; 0: nowhere.
std::uint64_t came_red_at(const std::vector<core::Record>& records, const core::ItemId& item,
                          const core::RoleId& role) {
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            const auto* shared = std::get_if<core::ItemShared>(&event);
            if (!shared || shared->item != item) continue;
            const auto to = std::ranges::find(shared->recipients, role, &core::Recipient::role);
            if (to == shared->recipients.end()) continue;
            if (core::light(to->verdict) == core::Light::red) return record.seq;
        }
    }
    return 0;
}

// One role that needed it: by when and why, what was open, and who could have known when.
Html need_line(const Wording& wording, const core::Item& item, const Evidence& need,
               const std::vector<core::Record>& records) {
    Html said = wording.say(Key::report_unshared_needed,
                            {wording.role(need.role), time(wording, need.due_sim_ms.value_or(0))});
    const auto add = [&](const Html& more) {
        if (more.empty()) return;
        said += Html::text(" ");
        said += Html::element("span", {{"class", "why"}}, {more});
    };
    add(Html::text(wording.of(telling::reason(wording.scenario(), need))));
    if (const std::uint64_t seq = came_red_at(records, item.id, need.role); seq > 0)
        add(Html::sequence({wording.say(Key::report_unshared_came_red), Html::text(" "),
                            event_link(wording, seq)}));
    add(wording.say(telling::open_way(need.chain, need.needed)));
    if (need.reason_to_know.empty() || !need.known_since_sim_ms) {
        add(wording.say(Key::report_unshared_nobody_asked));
    } else {
        add(wording.say(
            Key::report_unshared_could_know,
            {wording.roles(need.reason_to_know), time(wording, *need.known_since_sim_ms)}));
    }
    for (const std::uint64_t seq : need.seqs)
        said += Html::sequence({Html::text(" "), event_link(wording, seq)});
    return Html::element("li", {said});
}

Html told(const Wording& wording, const core::Item& item, const std::vector<const Evidence*>& needs,
          const std::vector<core::Record>& records) {
    std::vector<core::RoleId> holders = item.holders;
    for (const core::LaterHolder& later : item.later_holders) holders.push_back(later.role);
    const auto since = dealt_at(records, item.id);
    std::vector<Html> lines;
    for (const Evidence* need : needs) lines.push_back(need_line(wording, item, *need, records));
    return Html::element(
        "section", {{"class", "indicator"}},
        {Html::element("p", {wording.item(item.id)}),
         Html::element("p", {wording.say(Key::report_unshared_known,
                                         {wording.roles(holders),
                                          since ? time(wording, *since) : Html::text("–")})}),
         Html::element("ul", lines)});
}

}  // namespace

Html unshared(const Wording& wording, const score::Score& score,
              const std::vector<core::Record>& records) {
    const auto& needs = score::team(score, score::IndicatorId::s2).evidence;
    if (needs.empty()) return {};
    std::vector<Html> never, partly;
    for (const core::Item& item : wording.scenario().items) {
        std::vector<const Evidence*> missed;
        bool reached_somebody = false;
        for (const Evidence& need : needs) {
            if (need.item != item.id) continue;
            if (is_missed(need)) missed.push_back(&need);
            reached_somebody = reached_somebody || !is_missed(need);
        }
        if (!missed.empty())
            (reached_somebody ? partly : never).push_back(told(wording, item, missed, records));
    }
    const Key gist = never.empty() ? Key::report_unshared_none : Key::report_unshared_gist;
    if (!partly.empty()) {
        never.push_back(Html::element("h3", {wording.say(Key::report_unshared_partly)}));
        never.insert(never.end(), partly.begin(), partly.end());
    }
    return titled(wording, Key::report_unshared, gist, never);
}

}  // namespace casustafel::report
