#include "server/report/teller.hpp"

#include <algorithm>

namespace casustafel::report {

using text::Key;

std::vector<Html> Teller::tell(const core::Record& record) {
    record_ = &record;
    sentences_.clear();
    dealt_at_start_ = 0;
    pause_called_ = false;
    for (const core::Event& event : record.events) {
        if (std::holds_alternative<core::ItemDealt>(event)) ++dealt_at_start_;
    }
    for (const core::Event& event : record.events) {
        std::visit([&](const auto& happened) { on(happened); }, event);
        seating_.take(event);
    }
    core::apply(state_, record);
    starting_ = false;
    return std::move(sentences_);
}

void Teller::add(const Html& more) {
    if (more.empty()) return;
    sentences_.back() += Html::text(" ");
    sentences_.back() += more;
}

Html Teller::who(core::ParticipantId participant) const {
    const auto name = names_.find(participant);
    return name == names_.end() ? wording_.say(Key::report_somebody) : Html::text(name->second);
}

const core::RequestMade* Teller::request(core::EntityId id) const {
    const auto found = state_.requests.find(id);
    return found == state_.requests.end() ? nullptr : &found->second.event;
}

void Teller::on(const core::SessionStarted&) {
    starting_ = true;
    say(Key::report_story_started, {Html::text(std::to_string(dealt_at_start_))});
}

void Teller::on(const core::SegmentEntered& event) {
    const auto& segments = wording_.scenario().segments;
    const auto& segment = segments[static_cast<std::size_t>(event.segment)];
    // A round that begins where the last one stopped has its heading; the clock did not jump.
    const bool goes_on =
        event.segment > 0 &&
        segments[static_cast<std::size_t>(event.segment) - 1].to_sim_ms == segment.from_sim_ms;
    if (goes_on) return;
    say(Key::report_story_segment, {Html::text(wording_.time(segment.from_sim_ms))});
}

void Teller::on(const core::SessionPaused&) {
    if (!pause_called_) say(Key::report_story_paused);
}

void Teller::on(const core::SessionResumed&) { say(Key::report_story_resumed); }

void Teller::on(const core::SpeedSet& event) {
    say(Key::report_story_speed, {Html::text(std::to_string(event.permille / 10))});
}

void Teller::on(const core::SessionRecovered&) { say(Key::report_story_recovered); }

void Teller::on(const core::SessionEnded& event) {
    sentences_.push_back(Html::text(wording_.word("end_reason.", core::name(event.reason))));
}

void Teller::on(const core::RoleTaken& event) {
    if (has_begun()) say(Key::report_story_role_taken, {who(event.participant), role(event.role)});
}

void Teller::on(const core::RoleReleased& event) {
    if (has_begun()) say(Key::report_story_role_released, {role(event.role)});
}

void Teller::on(const core::AbsenceStarted& event) {
    const auto away = seating_.roles_of(event.participant);
    absent_.insert(event.participant);
    if (!away.empty()) say(Key::report_story_absent, {wording_.roles(away)});
}

void Teller::on(const core::ConnectionRestored& event) {
    const auto back = seating_.roles_of(event.participant);
    if (absent_.erase(event.participant) > 0 && !back.empty()) {
        say(Key::report_story_back, {wording_.roles(back)});
    }
}

void Teller::on(const core::ItemDealt& event) {
    if (!starting_) say(Key::report_story_dealt, {wording_.roles(event.to), item(event.item)});
}

void Teller::on(const core::ItemShared& event) {
    const bool in_meeting = !event.meeting.empty();
    say(in_meeting ? Key::report_story_shared_meeting : Key::report_story_shared,
        {role(event.giver), wording_.receivers(event.giver, event.to), wording_.form(event.form),
         item(event.item), wording_.meeting(event.meeting)});
    add(wording_.quoted(event.text));
    const Html ground = wording_.say(
        Key::report_story_ground, {wording_.purpose(event.purpose), wording_.basis(event.basis)});
    add(Html::element("span", {{"class", "why"}}, {ground}));
    if (event.aloud) add(wording_.say(Key::report_story_aloud));
    if (event.partial) add(wording_.say(Key::report_story_partial));
    if (event.recipients.empty()) add(wording_.say(Key::report_story_nothing_new));
    add_verdicts(event);
}

// One judgement when it is the same for all, else each with those whom it is about.
void Teller::add_verdicts(const core::ItemShared& event) {
    const auto& to = event.recipients;
    const bool same = std::ranges::all_of(to, [&](const core::Recipient& recipient) {
        return recipient.verdict.labels == to.front().verdict.labels;
    });
    if (to.empty()) return;
    if (same && to.size() == event.to.size()) {
        add(verdict(wording_, to.front().verdict));
        return;
    }
    std::vector<std::vector<core::Label>> told;
    for (const core::Recipient& recipient : to) {
        const auto& labels = recipient.verdict.labels;
        if (std::ranges::find(told, labels) != told.end()) continue;
        told.push_back(labels);
        std::vector<core::RoleId> roles;
        for (const core::Recipient& other : to) {
            if (other.verdict.labels == labels) roles.push_back(other.role);
        }
        add(wording_.say(Key::report_story_verdict, {verdict(wording_, recipient.verdict),
                                                     wording_.receivers(event.giver, roles)}));
    }
}

void Teller::on(const core::RequestMade& event) {
    const core::ScriptedAsk* begun = scripted_ask(wording_.scenario(), event.scripted);
    const Html to = wording_.receivers(event.asker, event.to);
    if (!event.item.empty()) {
        say(begun ? Key::report_story_case_asked_item : Key::report_story_asked_item,
            {role(event.asker), to, item(event.item)});
    } else {
        const core::Person* person = core::find(wording_.scenario(), event.person);
        say(begun ? Key::report_story_case_asked : Key::report_story_asked,
            {role(event.asker), to,
             Html::text(person ? wording_.of(person->name) : event.person.value),
             Html::text(wording_.word("category.", core::name(event.category)))});
    }
    add(wording_.quoted(begun ? wording_.of(begun->text) : event.text));
}

void Teller::on(const core::RequestAnswered& event) {
    const core::RequestMade* asked = request(event.request);
    if (!asked || event.kind == core::AnswerKind::shared) return;
    const Html by = role(event.by), asker = role(asked->asker);
    if (event.kind == core::AnswerKind::refused) {
        const std::string reason = wording_.word("refusal_reason.", core::name(event.reason));
        say(Key::report_story_refused, {by, asker, Html::text(reason)});
        if (event.offered_form != core::Form::silent)
            add(wording_.say(Key::report_story_offered_form, {wording_.form(event.offered_form)}));
        if (!event.offered_role.empty())
            add(wording_.say(Key::report_story_offered_role, {role(event.offered_role)}));
    } else if (event.kind == core::AnswerKind::referred) {
        say(Key::report_story_referred, {by, asker, role(event.referred_to)});
    } else {
        say(Key::report_story_not_here, {by, asker});
    }
    add(wording_.quoted(event.text));
}

void Teller::on(const core::ItemMarked& event) {
    say(Key::report_story_marked,
        {role(event.role), item(event.item),
         Html::text(wording_.word("report.mark.", core::name(event.mark)))});
}

void Teller::on(const core::MessageSent& event) {
    if (event.meeting.empty()) {
        say(Key::report_story_message,
            {role(event.sender), wording_.receivers(event.sender, event.to)});
    } else {
        say(Key::report_story_message_meeting,
            {role(event.sender), wording_.meeting(event.meeting)});
    }
    add(wording_.quoted(event.text));
}

void Teller::on(const core::MeetingEntered& event) {
    say(Key::report_story_entered, {role(event.role), wording_.meeting(event.meeting)});
}

void Teller::on(const core::MeetingLeft& event) {
    say(Key::report_story_left, {role(event.role), wording_.meeting(event.meeting)});
}

void Teller::on(const core::SpokenShareAnswered& event) {
    if (!event.heard) say(Key::report_story_not_heard, {role(event.by)});
}

// All who saw the same in this record at once, where the first of them stands.
void Teller::on(const core::ItemEmerged& event) {
    std::vector<core::RoleId> roles;
    for (const core::Event& other : record_->events) {
        const auto* emerged = std::get_if<core::ItemEmerged>(&other);
        if (emerged && emerged->item == event.item) roles.push_back(emerged->role);
    }
    if (roles.front() != event.role) return;
    say(Key::report_story_emerged, {wording_.receivers({}, roles), item(event.item)});
}

}  // namespace casustafel::report
