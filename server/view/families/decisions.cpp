// What is proposed and decided, in meetings and elsewhere.
#include "server/view/families/cited.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/form.hpp"

namespace casustafel::view {
namespace {

constexpr Kind decision = kind(v1::Entity::kDecision);
constexpr Kind proposal = kind(v1::Entity::kProposal);

void put_option(const core::DecisionOption& option, v1::DecisionOption& m) {
    m.set_id(option.id.value);
    put(option.title, m.mutable_title());
    put(option.text, m.mutable_text());
    put_form(option.fields, m.mutable_fields());
    put(option.fits_when, m.mutable_fits_when());
}

// That it waits to take effect is known to those who take it, and to trainers. To the others it is
// as it was before.
core::DecisionStatus status_for(const Look& look, const core::Decision& written,
                                const core::DecisionState& now) {
    const bool shows = look.is_trainer() || look.leak == testing::Leak::pending_decisions ||
                       core::takes_decision(look.facet.role, written);
    if (now.status != core::DecisionStatus::pending || shows) return now.status;
    return now.at_sim_ms >= core::deadline_of(look.state, written) ? core::DecisionStatus::missed
                                                                   : core::DecisionStatus::open;
}

// As it stands: who took what, on what, and how long it can still be taken back.
void put_standing(const Look& look, const core::Decision& written, v1::Decision& m) {
    const core::DecisionState& now = look.state.decisions.at(written.id);
    const core::DecisionStatus status = status_for(look, written, now);
    m.set_status(word(status));
    if (status == core::DecisionStatus::missed)
        m.set_at_sim_ms(core::deadline_of(look.state, written));
    if (status != core::DecisionStatus::pending && status != core::DecisionStatus::taken) return;
    m.set_at_sim_ms(now.at_sim_ms);
    m.set_option(now.taken.option.value);
    m.set_taken_by(now.taken.by.value);
    m.set_text(now.taken.text);
    put_cited(look, now.taken.cited, m.mutable_cited());
    put_filled_in(now.taken.filled_in, m.mutable_filled_in());
    if (status == core::DecisionStatus::pending)
        m.set_effective_in_ms(left_ms(look, now.taken.effective_at_active_ms));
}

// Who agreed to what, for those who have to agree, until it is taken.
void put_agreements(const Look& look, const core::Decision& written, v1::Decision& m) {
    const bool shows = look.is_trainer() || look.leak == testing::Leak::pending_decisions ||
                       core::takes_decision(look.facet.role, written);
    const core::DecisionStatus status = look.state.decisions.at(written.id).status;
    if (!shows || status == core::DecisionStatus::taken) return;
    for (const core::RoleId& role : written.deciders) {
        const auto found = look.state.agreements.find({written.id, role});
        if (found == look.state.agreements.end()) continue;
        v1::Agreement& one = *m.add_agreements();
        one.set_by(role.value);
        one.set_option(found->second.option.value);
        put_cited(look, found->second.cited, one.mutable_cited());
        one.set_text(found->second.text);
        put_filled_in(found->second.filled_in, one.mutable_filled_in());
    }
}

void put_deadline(const Look& look, const core::Decision& written, v1::Decision& m) {
    m.set_deadline_sim_ms(core::deadline_of(look.state, written));
    if (written.clock) {
        v1::DecisionClock& clock = *m.mutable_clock();
        clock.set_from_sim_ms(written.clock->from_sim_ms);
        clock.set_counts_ms(written.clock->counts_ms);
        clock.set_night_from_ms(written.clock->night_from_ms);
        clock.set_night_to_ms(written.clock->night_to_ms);
        clock.set_extension_ms(written.clock->extension_ms);
    }
    const auto extended = look.state.extended.find(written.id);
    if (extended == look.state.extended.end()) return;
    m.set_extended_by(extended->second.by.value);
    m.set_extension_reason(extended->second.reason);
}

bool sees_option(const Look& look, const core::Decision& written,
                 const core::DecisionOption& option) {
    return look.is_trainer() || look.leak == testing::Leak::decision_options ||
           core::sees(look.state, look.facet.role, written, option);
}

bool sees_decision(const Look& look, const core::Decision& written) {
    return look.is_trainer() || core::sees(look.state, look.facet.role, written);
}

void fill_decision(const Look& look, v1::Entity& entity) {
    v1::Decision& m = *entity.mutable_decision();
    const core::Decision& written = *find(look.scenario, core::DecisionId{look.subject.id});
    m.set_id(written.id.value);
    put(written.title, m.mutable_title());
    m.set_table(written.table.value);
    put_deadline(look, written, m);
    put_ids(written.deciders, m.mutable_deciders());
    put_ids(written.prepared_by, m.mutable_prepared_by());
    m.set_rule(word(written.taken_by));
    m.set_power(written.power.value);
    const core::Meeting* held = find(look.scenario, written.meeting);
    if (held != nullptr && (look.is_trainer() || core::sees(look.state, look.facet.role, *held)))
        m.set_meeting(held->id.value);
    for (const core::DecisionOption& option : written.options)
        if (sees_option(look, written, option)) put_option(option, *m.add_options());
    for (const core::Decision& other : look.scenario.decisions)
        if (core::contradict(look.state, written.id, other.id) && sees_decision(look, other))
            m.add_contradicts(other.id.value);
    m.set_must_cite(core::asks_for_grounds(written));
    m.set_must_look_ahead(written.must_look_ahead);
    put_agreements(look, written, m);
    put_standing(look, written, m);
    m.set_order(order_of(look.scenario.decisions, written));
}

bool is_pending(const v1::Entity& entity) { return entity.decision().effective_in_ms() > 0; }

void fill_proposal(const Look& look, v1::Entity& entity) {
    v1::Proposal& m = *entity.mutable_proposal();
    const core::Proposal& made = look.state.proposals.at(entity_id(look.subject));
    const core::DecisionProposed& event = made.event;
    m.set_id(number(event.proposal));
    m.set_decision(event.decision.value);
    m.set_option(event.option.value);
    m.set_by(event.by.value);
    put_cited(look, event.cited, m.mutable_cited());
    m.set_text(event.text);
    // How far a meeting is concerns those who may enter it.
    const core::Decision* written = find(look.scenario, event.decision);
    const core::Meeting* held =
        written == nullptr ? nullptr : find(look.scenario, written->meeting);
    const bool knows = look.is_trainer() ||
                       (held != nullptr && core::may_enter(look.state, look.facet.role, *held));
    m.set_parked(event.parked && knows);
    m.set_at_sim_ms(made.at_sim_ms);
    put_filled_in(event.filled_in, m.mutable_filled_in());
}

constexpr Row rows[] = {
    {.kind = decision,
     .key = contract::entities::decision,
     .offered = Offered::of_the_case,
     .list = list_written<&core::Scenario::decisions>,
     .role = own_when<when_sees_written<core::DecisionId>>,
     .trainer = when_written<core::DecisionId, FacetKind::trainer>,
     .fill = fill_decision,
     .ticks = is_pending},
    {.kind = proposal,
     .key = contract::entities::proposal,
     .offered = Offered::of_play,
     .list = list_made<&core::State::proposals>,
     .role = own_when<when_sees_made<&core::State::proposals>>,
     .trainer = when_made<&core::State::proposals, FacetKind::trainer>,
     .fill = fill_proposal},
};

struct Changes : Touch {
    void on(const core::DecisionProposed& e) {
        add(proposal, e.proposal);
        add(decision, e.decision.value);  // the option is known to all who see it now
    }
    void on(const core::DecisionPended& e) { add(decision, e.decision.value); }
    void on(const core::DecisionAgreed& e) { add(decision, e.decision.value); }
    void on(const core::DecisionExtended& e) { add(decision, e.decision.value); }
    void on(const core::OfferChanged& e) {
        if (!e.offer.decision.empty()) add(decision, e.offer.decision.value);
    }
    void on(const core::DecisionRetracted& e) { add(decision, e.decision.value); }
    // Also those with which it turns out not to go together.
    void on(const core::DecisionTookEffect& e) {
        add(decision, e.decision.value);
        for (const core::Decision& each : after.scenario->decisions)
            if (core::contradict(after, each.id, e.decision)) add(decision, each.id.value);
    }
    void on(const core::DecisionDeadlinePassed& e) { add(decision, e.decision.value); }
    void on_clock() {
        for (const auto& [id, now] : after.decisions)
            if (now.status == core::DecisionStatus::pending) add(decision, id.value);
    }
    void on_item(const core::ItemId& item) {
        for (const auto& [id, now] : after.decisions)
            if (cites(now.taken.cited, item)) add(decision, id.value);
        for (const auto& [who, agreed] : after.agreements)
            if (cites(agreed.cited, item)) add(decision, who.first.value);
        add_those(proposal, after.proposals,
                  [&](const auto& each) { return cites(each.event.cited, item); });
    }
};

}  // namespace

constinit const Family families::decisions = family<Changes>(rows);

}  // namespace casustafel::view
