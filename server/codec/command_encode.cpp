#include "server/codec/command.hpp"
#include "server/codec/words.hpp"

namespace casustafel::codec {
namespace {

// One overload for each command; the oneof's mutable_… is what says which.
struct Encode {
    v1::Command& out;

    void operator()(const core::JoinSession& c) const {
        out.mutable_join_session()->set_language(word(c.language));
    }
    void operator()(const core::LeaveSession&) const { out.mutable_leave_session(); }
    void operator()(const core::TakeRole& c) const {
        out.mutable_take_role()->set_role(c.role.value);
    }
    void operator()(const core::ReleaseRole& c) const {
        out.mutable_release_role()->set_role(c.role.value);
    }
    void operator()(const core::StartSession&) const { out.mutable_start_session(); }
    void operator()(const core::PauseSession&) const { out.mutable_pause_session(); }
    void operator()(const core::ResumeSession&) const { out.mutable_resume_session(); }
    void operator()(const core::SetSpeed& c) const {
        out.mutable_set_speed()->set_permille(static_cast<std::uint32_t>(c.permille));
    }
    void operator()(const core::EndSession&) const { out.mutable_end_session(); }
    void operator()(const core::FireInject& c) const {
        out.mutable_fire_inject()->set_inject(c.inject.value);
    }
    void operator()(const core::ImproviseInject& c) const {
        auto& m = *out.mutable_improvise_inject();
        m.set_title(c.title);
        m.set_text(c.text);
        write(c.to, m.mutable_to());
    }
    void operator()(const core::RetractInject& c) const {
        out.mutable_retract_inject()->set_inject(c.inject.value);
    }
    void operator()(const core::HastenInject& c) const {
        out.mutable_hasten_inject()->set_inject(c.inject.value);
    }
    void operator()(const core::LookThroughRole& c) const {
        out.mutable_look_through_role()->set_role(c.role.value);
    }
    void operator()(const core::ReadItem& c) const {
        out.mutable_read_item()->set_item(c.item.value);
    }
    void operator()(const core::ShareItem& c) const {
        auto& m = *out.mutable_share_item();
        m.set_item(c.item.value);
        write(c.to, m.mutable_to());
        m.set_meeting(c.meeting.value);
        m.set_purpose(word(c.purpose));
        m.set_basis(c.basis.value);
        m.set_form(number(c.form));
        m.set_text(c.text);
        m.set_request(number(c.request));
    }
    void operator()(const core::AskForInformation& c) const {
        auto& m = *out.mutable_ask_for_information();
        write(c.to, m.mutable_to());
        m.set_person(c.person.value);
        m.set_category(word(c.category));
        m.set_item(c.item.value);
        m.set_text(c.text);
    }
    void operator()(const core::RefuseRequest& c) const {
        auto& m = *out.mutable_refuse_request();
        m.set_request(number(c.request));
        m.set_reason(word(c.reason));
        m.set_text(c.text);
    }
    void operator()(const core::ReferRequest& c) const {
        auto& m = *out.mutable_refer_request();
        m.set_request(number(c.request));
        m.set_to(c.to.value);
        m.set_text(c.text);
    }
    void operator()(const core::AnswerNotHere& c) const {
        out.mutable_answer_not_here()->set_request(number(c.request));
    }
    void operator()(const core::MarkItem& c) const {
        auto& m = *out.mutable_mark_item();
        m.set_item(c.item.value);
        m.set_mark(word(c.mark));
    }
    void operator()(const core::SendMessage& c) const {
        auto& m = *out.mutable_send_message();
        write(c.to, m.mutable_to());
        m.set_meeting(c.meeting.value);
        m.set_text(c.text);
    }
    void operator()(const core::EnterMeeting& c) const {
        out.mutable_enter_meeting()->set_meeting(c.meeting.value);
    }
    void operator()(const core::LeaveMeeting& c) const {
        out.mutable_leave_meeting()->set_meeting(c.meeting.value);
    }
    void operator()(const core::PutUpForTriage& c) const {
        out.mutable_put_up_for_triage()->set_reason(c.reason);
    }
    void operator()(const core::AcceptTriage&) const { out.mutable_accept_triage(); }
    void operator()(const core::RecordWeighing& c) const {
        auto& m = *out.mutable_record_weighing();
        m.set_item(c.item.value);
        m.set_tried(c.tried);
        m.set_harm(c.harm);
        m.set_averts(c.averts);
        m.set_minimum(c.minimum);
    }
    void operator()(const core::NoteConnection& c) const {
        auto& m = *out.mutable_note_connection();
        m.set_participant(number(c.participant));
        m.set_connected(c.connected);
    }
    void operator()(const core::NoteRecovery&) const { out.mutable_note_recovery(); }
};

}  // namespace

v1::Command encode_command(const core::Command& command) {
    v1::Command out;
    std::visit(Encode{out}, command);
    return out;
}

}  // namespace casustafel::codec
