// The story of the session, of what was shared, asked and answered, and of talk.
#include "server/report/pieces.hpp"

namespace casustafel::report {
namespace {

using text::Key;

struct Information : Telling {
    void on(const core::SessionStarted&) const {
        say(Key::report_story_started, {Wording::number(dealt())});
    }
    void on(const core::SegmentEntered& event) const {
        const auto& segments = wording().scenario().segments;
        const auto at = static_cast<std::size_t>(event.segment);
        const std::int64_t from_sim_ms = segments[at].from_sim_ms;
        // A round that begins where the last one stopped has its heading; the clock did not jump.
        if (at > 0 && segments[at - 1].to_sim_ms == from_sim_ms) return;
        say(Key::report_story_segment, {Html::text(wording().time(from_sim_ms))});
    }
    // Unless somebody called for it: then the trainer did not stop the clock.
    void on(const core::SessionPaused& event) const {
        if (count<core::PauseCalled>() == 0) say(event);
    }
    void on(const core::SpeedSet& event) const {
        say(Key::report_story_speed, {Wording::number(event.permille / 10)});
    }
    void on(const core::SessionEnded& event) const {
        course.sentences.push_back(
            Html::text(wording().word("end_reason.", core::name(event.reason))));
    }
    void on(const core::RoleTaken& event) const { once_begun(event); }
    void on(const core::RoleReleased& event) const { once_begun(event); }
    void on(const core::AutopilotLeft& event) const { once_begun(event); }
    void on(const core::StandInEnded& event) const { once_begun(event); }
    void on(const core::AbsenceStarted& event) const {
        const auto away = course.seating.roles_of(event.participant);
        course.absent.insert(event.participant);
        if (!away.empty()) say(Key::report_story_absent, {wording().roles(away)});
    }
    void on(const core::ConnectionRestored& event) const {
        const auto back = course.seating.roles_of(event.participant);
        if (course.absent.erase(event.participant) > 0 && !back.empty())
            say(Key::report_story_back, {wording().roles(back)});
    }
    void on(const core::ItemDealt& event) const {
        if (count<core::SessionStarted>() > 0) return;  // counted there
        say(Key::report_story_dealt, {wording().roles(event.to), item(event.item)});
    }
    void on(const core::ItemShared& event) const {
        const bool in_meeting = !event.meeting.empty();
        say(in_meeting ? Key::report_story_shared_meeting : Key::report_story_shared,
            {role(event.giver), wording().receivers(event.giver, event.to),
             wording().form(event.form), item(event.item), wording().meeting(event.meeting)});
        add(wording().quoted(event.text));
        const Html ground =
            wording().say(Key::report_story_ground,
                          {wording().purpose(event.purpose), wording().basis(event.basis)});
        add(Html::element("span", {{"class", "why"}}, {ground}));
        if (event.aloud) add(wording().say(Key::report_story_aloud));
        if (event.partial) add(wording().say(Key::report_story_partial));
        if (event.recipients.empty()) add(wording().say(Key::report_story_nothing_new));
        add_verdicts(event);
    }
    void on(const core::RequestMade& event) const {
        const core::ScriptedAsk* begun = scripted_ask(wording().scenario(), event.scripted);
        const Html to = wording().receivers(event.asker, event.to);
        if (!event.item.empty()) {
            say(begun ? Key::report_story_case_asked_item : Key::report_story_asked_item,
                {role(event.asker), to, item(event.item)});
        } else {
            say(begun ? Key::report_story_case_asked : Key::report_story_asked,
                {role(event.asker), to, wording().person(event.person),
                 Html::text(wording().word("category.", core::name(event.category)))});
        }
        add(wording().quoted(begun ? wording().of(begun->text) : event.text));
    }
    void on(const core::RequestAnswered& event) const {
        const auto asked = before().requests.find(event.request);
        if (asked == before().requests.end() || event.kind == core::AnswerKind::shared) return;
        const Html by = role(event.by), asker = role(asked->second.event.asker);
        if (event.kind == core::AnswerKind::refused) {
            const std::string reason = wording().word("refusal_reason.", core::name(event.reason));
            say(Key::report_story_refused, {by, asker, Html::text(reason)});
            add_offers(event);
        } else if (event.kind == core::AnswerKind::referred) {
            say(Key::report_story_referred, {by, asker, role(event.referred_to)});
        } else {
            say(Key::report_story_not_here, {by, asker});
        }
        add(wording().quoted(event.text));
    }
    void on(const core::MessageSent& event) const {
        if (!event.meeting.empty()) return say(Key::report_story_message_meeting, event);
        say(Key::report_story_message,
            {role(event.sender), wording().receivers(event.sender, event.to)});
        add(wording().quoted(event.text));
    }
    void on(const core::SpokenShareAnswered& event) const {
        if (!event.heard) say(Key::report_story_not_heard, event);
    }
    // All who saw the same in this record at once, where the first of them stands.
    void on(const core::ItemEmerged& event) const {
        std::vector<core::RoleId> roles;
        for (const core::Event& other : course.record->events) {
            const auto* emerged = std::get_if<core::ItemEmerged>(&other);
            if (emerged && emerged->item == event.item) roles.push_back(emerged->role);
        }
        if (roles.front() != event.role) return;
        say(Key::report_story_emerged, {wording().receivers({}, roles), item(event.item)});
    }

private:
    std::int64_t dealt() const { return telling::count(count<core::ItemDealt>()); }

    template <class Event>
    void once_begun(const Event& event) const {
        if (has_begun()) say(event);
    }
    void add_offers(const core::RequestAnswered& event) const {
        if (event.offered_form != core::Form::silent)
            add(wording().say(Key::report_story_offered_form,
                              {wording().form(event.offered_form)}));
        if (!event.offered_role.empty())
            add(wording().say(Key::report_story_offered_role, {role(event.offered_role)}));
    }
    // One judgement when it is the same for all, else each with those whom it is about.
    void add_verdicts(const core::ItemShared& event) const {
        const auto& to = event.recipients;
        if (to.empty()) return;
        const bool same = std::ranges::all_of(to, [&](const core::Recipient& recipient) {
            return recipient.verdict.labels == to.front().verdict.labels;
        });
        if (same && to.size() == event.to.size())
            return add(verdict(wording(), to.front().verdict));
        std::vector<std::vector<core::Label>> told;
        for (const core::Recipient& recipient : to) {
            const auto& labels = recipient.verdict.labels;
            if (std::ranges::find(told, labels) != told.end()) continue;
            told.push_back(labels);
            std::vector<core::RoleId> roles;
            for (const core::Recipient& other : to)
                if (other.verdict.labels == labels) roles.push_back(other.role);
            add(wording().say(
                Key::report_story_verdict,
                {verdict(wording(), recipient.verdict), wording().receivers(event.giver, roles)}));
        }
    }
};

}  // namespace

bool tells_information(Course& course, const core::Event& event) {
    return tells<Information>(course, event);
}

}  // namespace casustafel::report
