#include "server/core/verdict.hpp"
#include "server/core/visible.hpp"
#include "server/view/content.hpp"
#include "server/view/fields.hpp"
#include "server/view/wording.hpp"

namespace casustafel::view {
namespace {

void put(const core::Recipient& recipient, v1::ShareVerdict& m) {
    m.set_role(recipient.role.value);
    m.set_light(word(core::light(recipient.verdict)));
    for (const core::Label label : recipient.verdict.labels) m.add_labels(word(label));
}

void put(const core::Answer& answer, v1::Answer& m) {
    m.set_by(answer.by.value);
    m.set_kind(word(answer.kind));
    if (answer.kind == core::AnswerKind::refused) m.set_reason(word(answer.reason));
    m.set_referred_to(answer.referred_to.value);
    m.set_share(number(answer.share));
    m.set_text(answer.text);
    m.set_at_sim_ms(answer.at_sim_ms);
    m.set_offered_form(number(answer.offered_form));
    m.set_offered_role(answer.offered_role.value);
}

// Who is there and how far they are.
void put_course(const Look& look, const core::Meeting& meeting, v1::Meeting& m) {
    put_ids(look.state.present.at(meeting.id), m.mutable_present());
    m.set_phase(word(look.state.phases.at(meeting.id)));
    const auto invited = look.state.invited.find(meeting.id);
    if (invited != look.state.invited.end()) put_ids(invited->second, m.mutable_invited());
}

}  // namespace

void fill(const Look& look, v1::Share& m) {
    const core::Share& share = look.state.shares.at(entity_id(look.subject));
    const core::ItemShared& event = share.event;
    const bool trainer = look.facet.kind == FacetKind::trainer;
    m.set_id(number(event.share));
    m.set_item(event.item.value);
    m.set_giver(event.giver.value);
    put_ids(event.to, m.mutable_to());
    m.set_meeting(event.meeting.value);
    m.set_purpose(word(event.purpose));
    m.set_basis(event.basis.value);
    m.set_form(number(event.form));
    m.set_at_sim_ms(share.at_sim_ms);
    m.set_partial(event.partial && (trainer || look.facet.kind == FacetKind::party));
    m.set_aloud(event.aloud);
    if (trainer || look.facet.kind == FacetKind::party) m.set_request(number(event.request));
    if (trainer)
        for (const core::Recipient& recipient : event.recipients) put(recipient, *m.add_verdicts());
    view::put(as_shared(look.scenario, share), m.mutable_text());
}

void fill(const Look& look, v1::Request& m) {
    const core::Request& request = look.state.requests.at(entity_id(look.subject));
    const core::RequestMade& event = request.event;
    m.set_id(number(event.request));
    m.set_asker(event.asker.value);
    put_ids(event.to, m.mutable_to());
    m.set_person(event.person.value);
    m.set_category(word(event.category));
    const bool trainer = look.facet.kind == FacetKind::trainer;
    // To who has nothing of the item its id says nothing.
    if (trainer || core::sees_item(look.state, look.facet.role, event.item))
        m.set_item(event.item.value);
    m.set_text(event.text);
    if (const auto* inject = find(look.scenario, event.scripted.inject))
        view::put(inject->asks[static_cast<std::size_t>(event.scripted.index)].text,
                  m.mutable_scripted());
    m.set_at_sim_ms(request.at_sim_ms);
    for (const std::int64_t end : event.term_ends_sim_ms) m.add_term_ends_sim_ms(end);
    for (const core::Answer& answer : request.answers)
        if (trainer || core::sees_answer(look.state, look.facet.role, request, answer))
            put(answer, *m.add_answers());
}

void fill(const Look& look, v1::Message& m) {
    const core::Message& message = look.state.messages.at(entity_id(look.subject));
    m.set_id(number(message.event.message));
    if (look.leak == testing::Leak::counter) m.set_id(look.state.messages.size());
    m.set_sender(message.event.sender.value);
    put_ids(message.event.to, m.mutable_to());
    m.set_meeting(message.event.meeting.value);
    m.set_text(message.event.text);
    m.set_at_sim_ms(message.at_sim_ms);
}

void fill(const Look& look, v1::Meeting& m) {
    const core::Meeting& meeting = *find(look.scenario, core::MeetingId{look.subject.id});
    m.set_id(meeting.id.value);
    view::put(meeting.name, m.mutable_name());
    m.set_table(meeting.table.value);
    m.set_purpose(word(meeting.purpose));
    m.set_chair(meeting.chair.value);
    put_ids(meeting.members, m.mutable_members());
    m.set_order(order_of(look.scenario.meetings, meeting));
    m.set_from_sim_ms(meeting.from_sim_ms.value_or(0));
    m.set_to_sim_ms(meeting.to_sim_ms.value_or(0));
    m.set_may_enter(look.facet.kind == FacetKind::open);
    if (look.facet.kind != FacetKind::veiled) put_course(look, meeting, m);
}

}  // namespace casustafel::view
