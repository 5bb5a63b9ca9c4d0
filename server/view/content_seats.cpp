// The swap and its notes, what was said aloud, gut feelings, and talk with the trainer.
#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {

void fill(const Look& look, v1::SwapUnderWay& m) {
    const core::SwapState& swap = look.state.swap;
    m.set_stage(word(swap.stage));
    for (const core::SwapPair& each : swap.pairs) {
        v1::ViewPair& pair = *m.add_pairs();
        pair.set_one(each.one.value);
        pair.set_other(each.other.value);
    }
    m.set_ends_in_ms(left_ms(look, swap.until_active_ms));
    put_ids(swap.ready, m.mutable_ready());
    if (look.facet.kind == FacetKind::own && swap.stage == core::SwapStage::writing)
        m.set_note_written(swap.written.contains(look.facet.role));
}

void fill(const Look& look, v1::HandoverNote& m) {
    const core::HandoverNoteWritten& note = look.state.swap.notes.at(core::RoleId{look.subject.id});
    m.set_role(note.role.value);
    m.set_text(note.text);
    put_ids(note.items, m.mutable_items());
    for (const core::EntityId request : note.requests) m.add_requests(number(request));
}

void fill(const Look& look, v1::Spoken& m) {
    const core::SpokenShare& spoken = look.state.spoken.at(entity_id(look.subject));
    const core::SpokenShareRegistered& event = spoken.event;
    const core::Item& item = *find(look.scenario, event.item);
    m.set_id(look.subject.number);
    const bool veiled = look.facet.kind == FacetKind::veiled;
    if (!veiled || look.leak == testing::Leak::spoken_item) m.set_item(item.id.value);
    m.set_giver(event.giver.value);
    put_ids(event.to, m.mutable_to());
    m.set_meeting(event.meeting.value);
    m.set_form(number(event.form));
    put_ids(item.about, m.mutable_about());
    m.set_category(word(item.category));
    for (const auto& [role, heard] : spoken.answers)
        (heard ? m.add_heard() : m.add_not_heard())->assign(role.value);
    m.set_at_sim_ms(spoken.at_sim_ms);
}

void fill(const Look& look, v1::Heard& m) {
    const core::HeardAloud& heard = look.state.heard.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_by(heard.event.by.value);
    m.set_giver(heard.event.giver.value);
    m.set_person(heard.event.person.value);
    m.set_category(word(heard.event.category));
    m.set_text(heard.event.text);
    m.set_at_sim_ms(heard.at_sim_ms);
}

void fill(const Look& look, v1::GutFeeling& m) {
    const core::GutFeeling& feeling = look.state.gut_feelings.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    if (look.facet.kind != FacetKind::veiled) m.set_item(feeling.event.item.value);
    m.set_text(feeling.event.text);
    m.set_at_sim_ms(feeling.at_sim_ms);
    m.set_participant(static_cast<std::uint32_t>(feeling.event.participant));
}

void fill(const Look& look, v1::WhisperHeard& m) {
    const core::WhisperSent& whisper = look.state.whispers.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_to(whisper.event.to.value);
    m.set_text(whisper.event.text);
    m.set_at_sim_ms(whisper.at_sim_ms);
}

void fill(const Look& look, v1::HelpCall& m) {
    const core::HelpCall& call = look.state.help_calls.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_participant(static_cast<std::uint32_t>(call.event.participant));
    m.set_text(call.event.text);
    m.set_at_sim_ms(call.at_sim_ms);
    m.set_answered(call.answered);
}

void fill(const Look& look, v1::Moment& m) {
    const core::Moment& moment = look.state.moments.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_title(moment.title);
    m.set_sim_ms(moment.at.sim_ms);
}

}  // namespace casustafel::view
