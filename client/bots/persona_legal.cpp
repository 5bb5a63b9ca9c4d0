// Triage, meetings, and the steps that a lawful way asks of its giver.
#include <algorithm>

#include "client/bots/persona.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::bots {

void Persona::take_care_of_triage(const model::View& view) {
    const KeyRole* role = key_.role(role_);
    const v1::Triage* triage = view.find<v1::Triage>();
    if (role == nullptr || !role->accepts_triage || triage == nullptr || !key_.uses_triage())
        return;
    if (triage->status() == contract::TriageStatus::none &&
        now_is_the_time_to("put up for triage")) {
        v1::Command command;
        command.mutable_put_up_for_triage()->set_reason(
            "Meerdere leefgebieden, samenwerking nodig.");
        say(command);
    }
    if (triage->status() == contract::TriageStatus::put_up && now_is_the_time_to("accept triage")) {
        v1::Command command;
        command.mutable_accept_triage();
        say(command);
    }
}

// Who may only be told something in a circle goes and sits in it.
void Persona::attend_meetings(const model::View& view) {
    for (const KeyMeeting* meeting : circles_) {
        const v1::Meeting* seen = view.find<v1::Meeting>(meeting->id);
        if (seen != nullptr) attend(*seen);
    }
    for (const v1::Meeting* meeting : view.all<v1::Meeting>())
        if (contains(meeting->invited(), role_)) attend(*meeting);
}

void Persona::attend(const v1::Meeting& meeting) {
    if (!meeting.may_enter() || contains(meeting.present(), role_) ||
        !now_is_the_time_to("attend " + meeting.id()))
        return;
    v1::Command command;
    command.mutable_enter_meeting()->set_meeting(meeting.id());
    say(command);
}

// What only comes together when somebody calls it, from its hour on; each hour again, until what
// the case asks first is so. A part of another meeting is left to people.
void Persona::convene_meetings(const model::View& view) {
    for (const KeyMeeting& each : key_.meetings) {
        if (!contains(each.convened_by, role_)) continue;
        const v1::Meeting* meeting = view.find<v1::Meeting>(each.id);
        if (meeting == nullptr || !meeting->may_convene() || !meeting->part_of().empty() ||
            meeting->over() || !is_past(meeting->from_sim_ms()) ||
            !now_is_the_time_to("convene " + each.id + " " +
                                std::to_string(sim_ms_ / (60 * minute_ms))))
            continue;
        v1::Command command;
        command.mutable_convene_meeting()->set_meeting(each.id);
        command.mutable_convene_meeting()->set_reason(
            "Wat wij los van elkaar bespreken, gaat over hetzelfde gezin.");
        say(command);
    }
}

// The chair leads the meeting from picture to judgement half-way, and to decision at its end.
void Persona::chair_meetings(const model::View& view) {
    for (const v1::Meeting* meeting : view.all<v1::Meeting>()) {
        if (meeting->chair() != role_ || meeting->from_sim_ms() == 0) continue;
        const bool picture = meeting->phase() == contract::MeetingPhase::picture;
        if (!picture && meeting->phase() != contract::MeetingPhase::judgement) continue;
        const std::int64_t half = (meeting->from_sim_ms() + meeting->to_sim_ms()) / 2;
        const std::string next = contract::word(picture ? contract::MeetingPhase::judgement
                                                        : contract::MeetingPhase::decision);
        if (!is_past(picture ? half : meeting->to_sim_ms()) ||
            !now_is_the_time_to("lead " + meeting->id() + " to " + next))
            continue;
        v1::Command command;
        command.mutable_move_phase()->set_meeting(meeting->id());
        command.mutable_move_phase()->set_phase(next);
        say(command);
    }
}

void Persona::confirm_what_was_said(const model::View& view) {
    for (const v1::Spoken* spoken : view.all<v1::Spoken>()) {
        if (!contains(spoken->to(), role_) || contains(spoken->heard(), role_) ||
            contains(spoken->not_heard(), role_) ||
            !now_is_the_time_to("confirm " + std::to_string(spoken->id())))
            continue;
        v1::Command command;
        command.mutable_confirm_spoken_share()->set_spoken(spoken->id());
        command.mutable_confirm_spoken_share()->set_heard(true);
        say(command);
    }
}

// Agrees when the receiver needs it and there is a way; what it cannot see it trusts.
void Persona::answer_authority(const model::View& view) {
    const KeyRole* own = key_.role(role_);
    if (own == nullptr || !own->gives_authority) return;
    for (const v1::AuthorityQuestion* question : view.all<v1::AuthorityQuestion>()) {
        if (question->status() != contract::AuthorityStatus::open || question->by() == role_ ||
            !now_is_the_time_to("answer authority " + std::to_string(question->id())))
            continue;
        const KeyItem* item = key_.item(question->item());
        const KeyNeed* need = item == nullptr ? nullptr : need_of(*item, question->to());
        v1::Command command;
        auto* act = command.mutable_answer_authority();
        act->set_question(question->id());
        act->set_agreed(item == nullptr ||
                        (need != nullptr && lawful_way(key_, *item, question->by(), need->role,
                                                       need->purpose, need->min_form) != nullptr));
        say(command);
    }
}

bool Persona::is_triaged(const model::View& view) const {
    const v1::Triage* triage = view.find<v1::Triage>();
    return triage != nullptr && triage->status() == contract::TriageStatus::accepted;
}

// Whether the receiver sits where the way asks, as far as this one can see.
bool Persona::sits_in_circles(const model::View& view, const KeyWay& way,
                              const std::string& receiver) const {
    return std::all_of(way.circles.begin(), way.circles.end(), [&](const std::string& circle) {
        bool can_see = false;
        for (const v1::Meeting* meeting : view.all<v1::Meeting>()) {
            if (meeting->id() != circle && meeting->table() != circle) continue;
            if (contains(meeting->present(), receiver)) return true;
            can_see = true;
        }
        return !can_see;
    });
}

bool Persona::weighs(const model::View& view, const KeyItem& item) {
    if (view.find<v1::Weighing>(item.id) != nullptr) return true;
    if (now_is_the_time_to("weigh " + item.id)) {
        v1::Command command;
        auto* act = command.mutable_record_weighing();
        act->set_item(item.id);
        act->set_tried("Toestemming gevraagd, niet gekregen.");
        act->set_harm("Ernstig gevaar voor de ander.");
        act->set_averts("De ander kan vandaag ingrijpen.");
        act->set_minimum("Alleen de conclusie.");
        say(command);
    }
    return false;
}

bool Persona::has_authority(const model::View& view, const KeyItem& item, const KeyNeed& need) {
    const KeyRole* own = key_.role(role_);
    if (own != nullptr && own->gives_authority) return true;
    for (const v1::AuthorityQuestion* question : view.all<v1::AuthorityQuestion>()) {
        if (question->by() == role_ && question->item() == item.id && question->to() == need.role)
            return question->status() == contract::AuthorityStatus::agreed;
    }
    if (now_is_the_time_to("ask authority " + item.id + " " + need.role)) {
        v1::Command command;
        command.mutable_ask_authority()->set_item(item.id);
        command.mutable_ask_authority()->set_to(need.role);
        command.mutable_ask_authority()->set_reason("Nodig voor een besluit van vandaag.");
        say(command);
    }
    return false;
}

bool Persona::has_informed(const model::View& view, const KeyWay& way) {
    bool all = true;
    for (const std::string& person : way.informed) {
        if (view.find<v1::Informed>(person) != nullptr) continue;
        all = false;
        if (!now_is_the_time_to("inform " + person)) continue;
        v1::Command command;
        command.mutable_inform_person()->set_person(person);
        command.mutable_inform_person()->set_text("Ik deel dit met een collega, en dit is waarom.");
        say(command);
    }
    return all;
}

bool Persona::has_consent(const model::View& view, const KeyItem& item, const KeyWay& way) {
    bool all = true;
    for (const auto& [person, scope] : way.consents) {
        // About what it has nothing of it asks in words.
        const bool held = view.find<v1::Item>(item.id) != nullptr;
        const std::string& subject = held ? item.id : scope;
        const v1::Consent* consent = view.find<v1::Consent>(person, subject);
        all = all && consent != nullptr && consent->status() == contract::ConsentStatus::given;
        if (consent != nullptr || !now_is_the_time_to("ask consent " + person + " " + subject))
            continue;
        v1::Command command;
        command.mutable_ask_consent()->set_person(person);
        if (held)
            command.mutable_ask_consent()->set_item(subject);
        else
            command.mutable_ask_consent()->set_scope(subject);
        say(command);
    }
    return all;
}

bool Persona::has_advice(const model::View& view, const KeyItem& item, const KeyNeed& need) {
    if (view.find<v1::PrivacyAdvice>(item.id, need.role) != nullptr) return true;
    if (now_is_the_time_to("ask advice " + item.id + " " + need.role)) {
        v1::Command command;
        auto* act = command.mutable_ask_privacy_officer();
        act->set_item(item.id);
        act->set_to(need.role);
        act->set_purpose(need.purpose);
        say(command);
    }
    return false;
}

bool Persona::opens(const model::View& view, const KeyItem& item, const KeyWay& way,
                    const KeyNeed& need) {
    if (way.needs_triage && !is_triaged(view)) return false;
    if (!sits_in_circles(view, way, need.role)) return false;
    bool open = !way.needs_weighing || weighs(view, item);
    open = (!way.needs_authority || has_authority(view, item, need)) && open;
    open = (!way.needs_privacy_advice || has_advice(view, item, need)) && open;
    open = has_informed(view, way) && open;
    return has_consent(view, item, way) && open;
}

}  // namespace casustafel::bots
