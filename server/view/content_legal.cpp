// Legal steps: weighings, agreement, consent, informing, the privacy officer.
#include <algorithm>

#include "server/core/lawful.hpp"
#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {
namespace {

// Whose thing it is: of the role that looks, or of the one a trainer looks at.
core::RoleId owner(const Look& look) {
    return look.facet.kind == FacetKind::own ? look.facet.role : core::RoleId{look.subject.of};
}

// The newest advice that this is about.
const core::PrivacyAdviceGiven* advice_of(const Look& look) {
    const auto& given = look.state.legal.privacy_advice;
    const bool own = look.facet.kind == FacetKind::own;
    const auto found = std::find_if(given.rbegin(), given.rend(), [&](const auto& each) {
        if (!own) return advice(each) == look.subject;
        return each.by == look.facet.role && own_advice(each) == look.subject;
    });
    return found == given.rend() ? nullptr : &*found;
}

}  // namespace

void fill(const Look& look, v1::Weighing& m) {
    const core::RoleId role = owner(look);
    const core::ItemId item{look.subject.id};
    const core::Weighing& weighing = look.state.legal.weighings.at({role, item});
    m.set_role(role.value);
    m.set_item(item.value);
    m.set_tried(weighing.tried);
    m.set_harm(weighing.harm);
    m.set_averts(weighing.averts);
    m.set_minimum(weighing.minimum);
}

void fill(const Look& look, v1::AuthorityQuestion& m) {
    const core::AuthorityQuestion& question =
        look.state.legal.authority.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_by(question.event.by.value);
    if (look.facet.kind != FacetKind::veiled) m.set_item(question.event.item.value);
    m.set_to(question.event.to.value);
    m.set_reason(question.event.reason);
    m.set_status(!question.agreed ? "open" : *question.agreed ? "agreed" : "refused");
    m.set_text(question.text);
    m.set_at_sim_ms(question.at_sim_ms);
}

void fill(const Look& look, v1::Consent& m) {
    m.set_person(look.subject.of);
    m.set_scope(look.subject.id);
    const auto recorded =
        look.state.legal.consents.find({core::PersonId{look.subject.of}, look.subject.id});
    if (recorded == look.state.legal.consents.end()) return m.set_status("asked");
    m.set_status(recorded->second ? "given" : "refused");
    // What the person said, when the scenario tells and nothing else brought the answer.
    const auto* script = core::script_of(look.scenario, recorded->first.first, look.subject.id);
    if (script && script->given == recorded->second) put(script->text, m.mutable_text());
}

void fill(const Look& look, v1::ConsentScope& m) {
    const auto& scripts = look.scenario.consents;
    const auto found = std::find_if(scripts.begin(), scripts.end(), [&](const auto& each) {
        return each.person.value == look.subject.of && each.scope == look.subject.id;
    });
    m.set_person(look.subject.of);
    m.set_scope(look.subject.id);
    m.set_order(static_cast<std::uint32_t>(found - scripts.begin()));
}

void fill(const Look& look, v1::Informed& m) {
    const core::RoleId role = owner(look);
    const core::PersonId person{look.subject.id};
    m.set_role(role.value);
    m.set_person(person.value);
    m.set_text(look.state.legal.informed.at({role, person}));
}

void fill(const Look& look, v1::PrivacyAdvice& m) {
    const core::PrivacyAdviceGiven& advice = *advice_of(look);
    m.set_item(advice.item.value);
    m.set_to(advice.to.value);
    m.set_purpose(word(advice.purpose));
    m.set_by(advice.by.value);
    m.set_round(static_cast<std::uint32_t>(advice.round));
}

void fill(const Look& look, v1::PrivacyOfficer& m) {
    m.set_left(static_cast<std::uint32_t>(core::privacy_questions_left(look.state)));
}

}  // namespace casustafel::view
