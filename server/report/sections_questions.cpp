#include <algorithm>

#include "server/core/law/verdict.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::Evidence;
using score::Finding;
using text::Key;

// What became of one item: who had it since when, who got it, and who needed it in vain.
class Fate {
public:
    Fate(const Wording& wording, const core::ItemId& item) : wording_(wording), item_(item) {}

    std::vector<Html> tell(const score::Score& score, const std::vector<core::Record>& records) {
        for (const core::Record& record : records) {
            record_ = &record;
            emerged_.clear();
            for (const core::Event& event : record.events)
                std::visit([&](const auto& happened) { on(happened); }, event);
            if (!emerged_.empty())
                say(Key::report_fate_emerged,
                    {wording_.receivers({}, emerged_), now(), wording_.item(item_)}, record.seq);
        }
        if (lines_.empty()) say(Key::report_fate_never, {Html{}, wording_.item(item_)}, 0);
        tell_missed(score);
        return std::move(lines_);
    }

private:
    void say(Key key, const std::vector<Html>& pieces, std::uint64_t seq) {
        Html said = wording_.say(key, pieces);
        if (seq > 0) {
            said += Html::text(" ");
            said += event_link(wording_, seq);
        }
        lines_.push_back(Html::element("li", {said}));
    }
    Html now() const { return Html::text(wording_.time(record_->stamp.sim_ms)); }

    template <class Event>
    void on(const Event&) {}
    void on(const core::ItemDealt& event) {
        if (event.item == item_ && !event.to.empty())
            say(Key::report_fate_from, {wording_.roles(event.to), wording_.item(item_), now()}, 0);
    }
    void on(const core::ItemEmerged& event) {
        if (event.item == item_) emerged_.push_back(event.role);
    }
    void on(const core::ItemShared& event) {
        if (event.item != item_) return;
        std::vector<core::RoleId> lawfully, in_breach;
        for (const core::Recipient& recipient : event.recipients) {
            const bool red = core::light(recipient.verdict) == core::Light::red;
            (red ? in_breach : lawfully).push_back(recipient.role);
        }
        const Html giver = wording_.role(event.giver);
        if (!lawfully.empty())
            say(Key::report_fate_got,
                {wording_.receivers(event.giver, lawfully), now(), giver,
                 wording_.form(event.form)},
                record_->seq);
        if (!in_breach.empty())
            say(Key::report_fate_red, {wording_.receivers(event.giver, in_breach), now(), giver},
                record_->seq);
    }

    void tell_missed(const score::Score& score) {
        std::vector<core::RoleId> roles;
        for (const Evidence& need : score::team(score, score::IndicatorId::s2).evidence) {
            const bool missed = need.finding == Finding::missed && need.item == item_;
            if (missed && std::ranges::find(roles, need.role) == roles.end())
                roles.push_back(need.role);
        }
        if (!roles.empty()) say(Key::report_fate_missed, {wording_.roles(roles)}, 0);
    }

    const Wording& wording_;
    const core::ItemId& item_;
    const core::Record* record_ = nullptr;
    std::vector<core::RoleId> emerged_;  // who saw it in this record
    std::vector<Html> lines_;
};

// What was decided, in one line.
Html decided(const Wording& wording, const core::DecisionId& id,
             const std::vector<core::Record>& records) {
    const core::DecisionPended* last = nullptr;
    const core::Record* where = nullptr;
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            const auto* pended = std::get_if<core::DecisionPended>(&event);
            const auto* retracted = std::get_if<core::DecisionRetracted>(&event);
            if (pended && pended->decision == id) last = pended, where = &record;
            if (retracted && retracted->decision == id) last = nullptr;
        }
    }
    const core::Decision* decision = core::find(wording.scenario(), id);
    const std::int64_t due_sim_ms = decision ? decision->deadline_sim_ms : 0;
    const Html due = Html::text(wording.time(due_sim_ms));
    Html said = Html::sequence({Html::element("i", {wording.decision(id)}), Html::text(" ")});
    if (!last) {
        const bool not_due = !records.empty() && records.back().stamp.sim_ms < due_sim_ms;
        said +=
            wording.say(not_due ? Key::report_decision_not_due : Key::report_decision_never, {due});
    } else {
        said += wording.say(Key::report_decision_taken,
                            {wording.role(last->by), Html::text(wording.time(where->stamp.sim_ms)),
                             wording.option(id, last->option), due});
        said += Html::text(" ");
        said += event_link(wording, where->seq);
    }
    return Html::element("li", {said});
}

}  // namespace

Html questions(const Wording& wording, const score::Score& score,
               const std::vector<core::Record>& records) {
    if (wording.scenario().questions.empty()) return {};
    std::vector<Html> parts;
    for (const core::DebriefQuestion& question : wording.scenario().questions) {
        std::vector<Html> lines;
        for (const core::ItemId& item : question.items) {
            for (const Html& line : Fate(wording, item).tell(score, records)) lines.push_back(line);
        }
        for (const core::DecisionId& decision : question.decisions)
            lines.push_back(decided(wording, decision, records));
        parts.push_back(Html::element("h3", {Html::text(wording.of(question.text))}));
        if (!lines.empty()) parts.push_back(Html::element("ul", lines));
    }
    return titled(wording, Key::report_questions, Key::report_questions_gist, parts);
}

}  // namespace casustafel::report
