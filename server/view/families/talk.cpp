// Messages, and beside the game the talk with the trainer: calls for help, whispers, and moments to
// come back to.
#include <algorithm>

#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind message = kind(v1::Entity::kMessage);
constexpr Kind call = kind(v1::Entity::kHelpCall);
constexpr Kind whisper = kind(v1::Entity::kWhisperHeard);
constexpr Kind moment = kind(v1::Entity::kMoment);

void fill_message(const Look& look, v1::Entity& entity) {
    v1::Message& m = *entity.mutable_message();
    const core::Message& sent = look.state.messages.at(entity_id(look.subject));
    m.set_id(number(sent.event.message));
    if (look.leak == testing::Leak::counter) m.set_id(look.state.messages.size());
    m.set_sender(sent.event.sender.value);
    put_ids(sent.event.to, m.mutable_to());
    m.set_meeting(sent.event.meeting.value);
    m.set_text(sent.event.text);
    m.set_at_sim_ms(sent.at_sim_ms);
}

// Who waits in the lobby sees a call for help of its own.
Seen own_call(const Eyes& eyes) {
    const auto* called = made(eyes.state.help_calls, eyes.subject);
    return when(eyes.viewer.kind == ViewerKind::seat && called != nullptr &&
                eyes.viewer.participant != core::ParticipantId::nobody &&
                called->event.participant == eyes.viewer.participant);
}

void fill_call(const Look& look, v1::Entity& entity) {
    v1::HelpCall& m = *entity.mutable_help_call();
    const core::HelpCall& called = look.state.help_calls.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_participant(number(called.event.participant));
    m.set_text(called.event.text);
    m.set_at_sim_ms(called.at_sim_ms);
    m.set_answered(called.answered);
}

void fill_whisper(const Look& look, v1::Entity& entity) {
    v1::WhisperHeard& m = *entity.mutable_whisper_heard();
    const core::WhisperSent& sent = look.state.whispers.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_to(sent.event.to.value);
    m.set_text(sent.event.text);
    m.set_at_sim_ms(sent.at_sim_ms);
}

void fill_moment(const Look& look, v1::Entity& entity) {
    v1::Moment& m = *entity.mutable_moment();
    const core::Moment& marked = look.state.moments.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_title(marked.title);
    m.set_sim_ms(marked.at.sim_ms);
}

constexpr Row rows[] = {
    {.kind = message,
     .key = contract::entities::message,
     .offered = Offered::of_play,
     .list = list_made<&core::State::messages>,
     .role = when_sees_made<&core::State::messages>,
     .trainer = when_made<&core::State::messages>,
     .fill = fill_message},
    {.kind = call,
     .key = contract::entities::help_call,
     .offered = Offered::to_all,
     .place = 23,
     .list = list_made<&core::State::help_calls>,
     .everybody = own_call,
     .role = when_sees_made<&core::State::help_calls>,
     .trainer = when_made<&core::State::help_calls>,
     .before_start = true,
     .fill = fill_call},
    {.kind = whisper,
     .key = contract::entities::whisper_heard,
     .offered = Offered::of_play,
     .place = 281,
     .list = list_made<&core::State::whispers>,
     .role = when_sees_made<&core::State::whispers>,
     .trainer = when_made<&core::State::whispers>,
     .fill = fill_whisper},
    {.kind = moment,
     .key = contract::entities::moment,
     .offered = Offered::to_trainer,
     .place = 1,
     .list = list_made<&core::State::moments>,
     .trainer = when_made<&core::State::moments, FacetKind::trainer>,
     .fill = fill_moment},
};

struct Changes : Touch {
    void on(const core::MessageSent& e) { add(message, e.message); }
    void on(const core::HelpCalled& e) { add(call, e.call); }
    void on(const core::HelpAnswered& e) { add(call, e.call); }
    void on(const core::Whispered& e) { add(whisper, e.whisper); }
    void on(const core::MomentBookmarked& e) { add(moment, e.moment); }
    // A call shows in the roles that its participant holds.
    void on(const core::RoleTaken& e) { calls_of(e.participant); }
    void on(const core::RoleReleased& e) { calls_of(e.participant); }
    void on(const core::RolesSwapped&) { add_all(call, after.help_calls); }

    void calls_of(core::ParticipantId who) {
        add_those(call, after.help_calls,
                  [&](const auto& each) { return each.event.participant == who; });
    }
};

}  // namespace

constinit const Family families::talk = family<Changes>(rows);

std::uint32_t calls_unanswered(const core::State& state) {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        state.help_calls, [](const auto& each) { return !each.second.answered; }));
}

}  // namespace casustafel::view
