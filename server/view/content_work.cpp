// Decisions, interventions, the plan and its actions, tracks and the ending.
#include "server/core/visible.hpp"
#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {
namespace {

// The item's id, for who looks; empty when it has nothing of it.
std::string named_to(const Look& look, const core::ItemId& item) {
    const bool known = look.facet.kind == FacetKind::trainer ||
                       look.leak == testing::Leak::cited_items ||
                       core::sees_item(look.state, look.facet.role, item);
    return known ? item.value : std::string();
}

template <class Out>
void put_cited(const Look& look, const std::vector<core::Cited>& cited, Out* out) {
    for (const core::Cited& each : cited) {
        v1::CitedItem& m = *out->Add();
        m.set_item(named_to(look, each.item));
        m.set_as(word(each.as));
    }
}

void put_option(const core::DecisionOption& option, v1::DecisionOption& m) {
    m.set_id(option.id.value);
    put(option.title, m.mutable_title());
    put(option.text, m.mutable_text());
    m.set_must_cite(!option.must_cite.empty());
}

// That it waits to take effect is known to those who take it, and to trainers. To the others it is
// as it was before.
core::DecisionStatus status_for(const Look& look, const core::Decision& decision,
                                const core::DecisionState& now) {
    const bool shows = look.facet.kind == FacetKind::trainer ||
                       look.leak == testing::Leak::pending_decisions ||
                       core::takes_decision(look.facet.role, decision);
    if (now.status != core::DecisionStatus::pending || shows) return now.status;
    return now.at_sim_ms >= decision.deadline_sim_ms ? core::DecisionStatus::missed
                                                     : core::DecisionStatus::open;
}

// As it stands: who took what, on what, and how long it can still be taken back.
void put_standing(const Look& look, const core::Decision& decision, v1::Decision& m) {
    const core::DecisionState& now = look.state.decisions.at(decision.id);
    const core::DecisionStatus status = status_for(look, decision, now);
    m.set_status(word(status));
    if (status == core::DecisionStatus::missed) m.set_at_sim_ms(decision.deadline_sim_ms);
    if (status != core::DecisionStatus::pending && status != core::DecisionStatus::taken) return;
    m.set_at_sim_ms(now.at_sim_ms);
    m.set_option(now.taken.option.value);
    m.set_taken_by(now.taken.by.value);
    m.set_text(now.taken.text);
    put_cited(look, now.taken.cited, m.mutable_cited());
    if (status == core::DecisionStatus::pending)
        m.set_effective_in_ms(left_ms(look, now.taken.effective_at_active_ms));
}

}  // namespace

void fill(const Look& look, v1::Decision& m) {
    const core::Decision& decision = *find(look.scenario, core::DecisionId{look.subject.id});
    m.set_id(decision.id.value);
    put(decision.title, m.mutable_title());
    m.set_table(decision.table.value);
    m.set_deadline_sim_ms(decision.deadline_sim_ms);
    put_ids(decision.deciders, m.mutable_deciders());
    const core::Meeting* meeting = find(look.scenario, decision.meeting);
    if (meeting != nullptr && (look.facet.kind == FacetKind::trainer ||
                               core::sees_meeting(look.state, look.facet.role, *meeting)))
        m.set_meeting(meeting->id.value);
    for (const core::DecisionOption& option : decision.options)
        put_option(option, *m.add_options());
    put_standing(look, decision, m);
    m.set_order(order_of(look.scenario.decisions, decision));
}

void fill(const Look& look, v1::Proposal& m) {
    const core::Proposal& proposal = look.state.proposals.at(entity_id(look.subject));
    const core::DecisionProposed& event = proposal.event;
    m.set_id(number(event.proposal));
    m.set_decision(event.decision.value);
    m.set_option(event.option.value);
    m.set_by(event.by.value);
    put_cited(look, event.cited, m.mutable_cited());
    m.set_text(event.text);
    // How far a meeting is concerns those who may enter it.
    const core::Decision* decision = find(look.scenario, event.decision);
    const core::Meeting* meeting =
        decision == nullptr ? nullptr : find(look.scenario, decision->meeting);
    const bool knows =
        look.facet.kind == FacetKind::trainer ||
        (meeting != nullptr && core::may_enter(look.state, look.facet.role, *meeting));
    m.set_parked(event.parked && knows);
    m.set_at_sim_ms(proposal.at_sim_ms);
}

void fill(const Look& look, v1::Power& m) {
    const core::Power& power = *find(look.scenario, core::PowerId{look.subject.id});
    m.set_id(power.id.value);
    put(power.name, m.mutable_name());
    put_ids(power.holders, m.mutable_holders());
    m.set_order(order_of(look.scenario.powers, power));
}

void fill(const Look& look, v1::Intervention& m) {
    const core::Intervention& intervention =
        *find(look.scenario, core::InterventionId{look.subject.id});
    m.set_id(intervention.id.value);
    put(intervention.title, m.mutable_title());
    put(intervention.text, m.mutable_text());
    m.set_power(intervention.power.value);
    m.set_from_sim_ms(intervention.from_sim_ms.value_or(0));
    m.set_until_sim_ms(intervention.until_sim_ms.value_or(0));
    m.set_must_cite(!intervention.must_cite.empty());
    m.set_order(order_of(look.scenario.interventions, intervention));
    const auto use = look.state.interventions.find(intervention.id);
    if (use == look.state.interventions.end()) return;
    m.set_used_by(use->second.event.by.value);
    m.set_used_at_sim_ms(use->second.at_sim_ms);
}

void fill(const Look& look, v1::Plan& m) {
    const core::PlanTask& plan = *look.scenario.plan;
    m.set_table(plan.table.value);
    m.set_expected(static_cast<std::uint32_t>(plan.expected));
    for (const core::Role& role : look.scenario.roles)
        if (core::sees_plan(look.state, role.id)) m.add_roles(role.id.value);
}

void fill(const Look& look, v1::Action& m) {
    const core::PlanAction& action = look.state.plan.at(entity_id(look.subject));
    const core::ActionTerms& terms = action.terms;
    m.set_id(look.subject.number);
    m.set_author(action.author.value);
    m.set_text(terms.text);
    m.set_lead(terms.lead.value);
    m.set_power(terms.power.value);
    m.set_power_holder(terms.power_holder.value);
    if (terms.deadline_sim_ms) m.set_deadline_sim_ms(*terms.deadline_sim_ms);
    for (const core::ItemId& item : terms.items) m.add_items()->set_item(named_to(look, item));
    put_ids(terms.informed, m.mutable_informed());
    put_ids(action.confirmed, m.mutable_confirmed());
    m.set_added_at_sim_ms(action.added_at_sim_ms);
    if (const auto* inject = find(look.scenario, action.scripted.inject))
        put(inject->actions[static_cast<std::size_t>(action.scripted.index)].text,
            m.mutable_scripted());
}

void fill(const Look& look, v1::TrackGauge& m) {
    const core::PersonId person{look.subject.of};
    m.set_person(person.value);
    m.set_track(look.subject.id);
    m.set_value(look.state.tracks.at({person, *core::named<core::Track>(look.subject.id)}));
}

void fill(const Look& look, v1::Ending& m) {
    const core::Ending& ending = *find(look.scenario, look.state.ending);
    m.set_id(ending.id.value);
    put(ending.title, m.mutable_title());
    put(ending.text, m.mutable_text());
    put(ending.good, m.mutable_good());
    put(ending.loss, m.mutable_loss());
}

}  // namespace casustafel::view
