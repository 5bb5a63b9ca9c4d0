// Interventions, and the inquiries that some of them are.
#include "server/view/families/cited.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/form.hpp"

namespace casustafel::view {
namespace {

constexpr Kind intervention = kind(v1::Entity::kIntervention);
constexpr Kind inquiry = kind(v1::Entity::kInquiry);

void put_replies(const core::Intervention& written, v1::Intervention& m) {
    for (const core::Reply& reply : written.replies) {
        v1::Reply& one = *m.add_replies();
        one.set_id(reply.id.value);
        put(reply.text, one.mutable_text());
    }
}

void fill_intervention(const Look& look, v1::Entity& entity) {
    v1::Intervention& m = *entity.mutable_intervention();
    const core::Intervention& written = *find(look.scenario, core::InterventionId{look.subject.id});
    m.set_id(written.id.value);
    put(written.title, m.mutable_title());
    put(written.text, m.mutable_text());
    m.set_power(written.power.value);
    m.set_from_sim_ms(written.from_sim_ms.value_or(0));
    m.set_until_sim_ms(written.until_sim_ms.value_or(0));
    m.set_must_cite(!written.must_cite.empty());
    m.set_order(order_of(look.scenario.interventions, written));
    put_form(written.fields, m.mutable_fields());
    m.set_times(static_cast<std::uint32_t>(written.times));
    m.set_times_left(static_cast<std::uint32_t>(core::uses_left(look.state, written)));
    m.set_is_question(!written.replies.empty());
    put(written.not_yet, m.mutable_not_yet());
    if (look.is_trainer()) put_replies(written, m);
    const auto use = look.state.interventions.find(written.id);
    if (use == look.state.interventions.end()) return;
    m.set_used_by(use->second.event.by.value);
    m.set_used_at_sim_ms(use->second.at_sim_ms);
}

void put_answer(const Look& look, const core::Inquiry& asked, v1::Inquiry& m) {
    m.set_answered_at_sim_ms(asked.answered_at_sim_ms);
    const auto* written = find(look.scenario, asked.event.intervention);
    const core::Reply* reply = written ? find(*written, asked.answer.reply) : nullptr;
    if (reply != nullptr)
        put(reply->text, m.mutable_answer());
    else
        m.mutable_answer()->set_nl(asked.answer.text);
}

void fill_inquiry(const Look& look, v1::Entity& entity) {
    using contract::InquiryStatus;
    v1::Inquiry& m = *entity.mutable_inquiry();
    const core::Inquiry& asked = look.state.inquiries.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_intervention(asked.event.intervention.value);
    m.set_by(asked.event.by.value);
    put_filled_in(asked.event.filled_in, m.mutable_filled_in());
    put_cited(look, asked.event.cited, m.mutable_cited());
    m.set_text(asked.event.text);
    m.set_at_sim_ms(asked.at_sim_ms);
    const auto* written = find(look.scenario, asked.event.intervention);
    const bool awaits = written != nullptr && !written->replies.empty();
    m.set_status(word(asked.answered ? InquiryStatus::answered
                      : awaits       ? InquiryStatus::waiting
                                     : InquiryStatus::none));
    if (asked.answered) return put_answer(look, asked, m);
    if (!look.is_trainer()) return;
    m.set_reply(asked.event.reply.value);
    m.set_reply_at_sim_ms(asked.event.reply_at_sim_ms);
}

constexpr Row rows[] = {
    {.kind = intervention,
     .key = contract::entities::intervention,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::interventions>,
     .role = when_sees_written<core::InterventionId>,
     .trainer = when_written<core::InterventionId, FacetKind::trainer>,
     .fill = fill_intervention},
    {.kind = inquiry,
     .key = contract::entities::inquiry,
     .offered = Offered::of_play,
     .list = list_made<&core::State::inquiries>,
     .role = own_when<when_sees_made<&core::State::inquiries>>,
     .trainer = when_made<&core::State::inquiries, FacetKind::trainer>,
     .fill = fill_inquiry},
};

struct Changes : Touch {
    void on(const core::InterventionUsed& e) {
        add(intervention, e.intervention.value);
        if (e.use != core::EntityId::none) add(inquiry, e.use);
    }
    void on(const core::OfferChanged& e) {
        if (!e.offer.intervention.empty()) add(intervention, e.offer.intervention.value);
    }
    void on(const core::InterventionAnswered& e) { add(inquiry, e.use); }
    void on_item(const core::ItemId& item) {
        add_those(inquiry, after.inquiries,
                  [&](const auto& each) { return cites(each.event.cited, item); });
    }
};

}  // namespace

constinit const Family families::interventions = family<Changes>(rows);

}  // namespace casustafel::view
