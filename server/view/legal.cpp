// Legal steps: triage, weighings, agreement of the authority, consent, and telling a person.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/view/families.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind triage = kind(v1::Entity::kBasis, 1);  // patches show it beside the bases
// Of any role, for trainers, and of the role that looks.
constexpr Kind weighing = kind(v1::Entity::kWeighing);
constexpr Kind own_weighing = kind(v1::Entity::kWeighing, 1);
constexpr Kind informed = kind(v1::Entity::kInformed);
constexpr Kind own_informed = kind(v1::Entity::kInformed, 1);
constexpr Kind authority = kind(v1::Entity::kAuthorityQuestion);
constexpr Kind consent = kind(v1::Entity::kConsent);
constexpr Kind scope = kind(v1::Entity::kConsentScope);

// Whose thing it is: of the role that looks, or of the one a trainer looks at.
core::RoleId owner(const Look& look) {
    return look.facet.kind == FacetKind::own ? look.facet.role : core::RoleId{look.subject.of};
}

void fill_triage(const Look& look, v1::Entity& entity) {
    entity.mutable_triage()->set_status(word(look.state.legal.triage));
}

// What stands under a role and something else, as weighings and what persons were told do.
template <auto things>
void list_all(const Listing& listing) {
    for (const auto& [whose, thing] : listing.state.legal.*things)
        listing.add(whose.second.value, whose.first.value);
}

template <auto things>
void list_own(const Listing& listing) {
    for (const auto& [whose, thing] : listing.state.legal.*things)
        if (whose.first == listing.viewer.role) listing.add(whose.second.value);
}

template <auto things, class Id>
Seen seen_all(const Eyes& eyes) {
    const std::pair whose{core::RoleId{eyes.subject.of}, Id{eyes.subject.id}};
    return when((eyes.state.legal.*things).contains(whose), FacetKind::trainer);
}

template <auto things, class Id>
Seen seen_own(const Eyes& eyes) {
    return eyes.own((eyes.state.legal.*things).contains({eyes.role(), Id{eyes.subject.id}}));
}

void fill_weighing(const Look& look, v1::Entity& entity) {
    v1::Weighing& m = *entity.mutable_weighing();
    const core::RoleId role = owner(look);
    const core::ItemId item{look.subject.id};
    const core::Weighing& recorded = look.state.legal.weighings.at({role, item});
    m.set_role(role.value);
    m.set_item(item.value);
    m.set_tried(recorded.tried);
    m.set_harm(recorded.harm);
    m.set_averts(recorded.averts);
    m.set_minimum(recorded.minimum);
}

void fill_informed(const Look& look, v1::Entity& entity) {
    v1::Informed& m = *entity.mutable_informed();
    const core::RoleId role = owner(look);
    const core::PersonId person{look.subject.id};
    m.set_role(role.value);
    m.set_person(person.value);
    m.set_text(look.state.legal.informed.at({role, person}));
}

void list_questions(const Listing& listing) {
    for (const auto& [id, question] : listing.state.legal.authority) listing.add(id);
}

Seen any_question(const Eyes& eyes) { return when(made(eyes.state.legal.authority, eyes.subject)); }

Seen seen_question(const Eyes& eyes) {
    const auto* question = made(eyes.state.legal.authority, eyes.subject);
    if (!question || !eyes.see(*question)) return nothing;
    return eyes.veiled_without(question->event.item);
}

void fill_question(const Look& look, v1::Entity& entity) {
    v1::AuthorityQuestion& m = *entity.mutable_authority_question();
    const core::AuthorityQuestion& question =
        look.state.legal.authority.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_by(question.event.by.value);
    if (look.facet.kind != FacetKind::veiled) m.set_item(question.event.item.value);
    m.set_to(question.event.to.value);
    m.set_reason(question.event.reason);
    using contract::AuthorityStatus;
    m.set_status(word(!question.agreed   ? AuthorityStatus::open
                      : *question.agreed ? AuthorityStatus::agreed
                                         : AuthorityStatus::refused));
    m.set_text(question.text);
    m.set_at_sim_ms(question.at_sim_ms);
}

// A person and a scope.
std::pair<core::PersonId, std::string> asked(const Subject& subject) {
    return {core::PersonId{subject.of}, subject.id};
}

void list_consents(const Listing& listing) {
    for (const auto& [what, question] : listing.state.legal.consents_asked)
        listing.add(what.second, what.first.value);
    for (const auto& [what, given] : listing.state.legal.consents)
        listing.add(what.second, what.first.value);
}

Seen seen_consent(const Eyes& eyes) {
    const auto [person, name] = asked(eyes.subject);
    return when(core::sees_consent(eyes.state, eyes.role(), person, name));
}

Seen any_consent(const Eyes& eyes) {
    const core::LegalState& legal = eyes.state.legal;
    const auto what = asked(eyes.subject);
    return when(legal.consents.contains(what) || legal.consents_asked.contains(what));
}

void fill_consent(const Look& look, v1::Entity& entity) {
    v1::Consent& m = *entity.mutable_consent();
    m.set_person(look.subject.of);
    m.set_scope(look.subject.id);
    const auto recorded = look.state.legal.consents.find(asked(look.subject));
    if (recorded == look.state.legal.consents.end())
        return m.set_status(word(contract::ConsentStatus::asked));
    m.set_status(
        word(recorded->second ? contract::ConsentStatus::given : contract::ConsentStatus::refused));
    // What the person said, when the scenario tells and nothing else brought the answer.
    const auto* script = core::script_of(look.scenario, recorded->first.first, look.subject.id);
    if (script && script->given == recorded->second) put(script->text, m.mutable_text());
}

void list_scopes(const Listing& listing) {
    for (const core::ConsentScript& each : listing.scenario().consents)
        listing.add(each.scope, each.person.value);
}

auto scope_of(const core::Scenario& scenario, const Subject& subject) {
    const auto& scripts = scenario.consents;
    return std::find_if(scripts.begin(), scripts.end(), [&](const core::ConsentScript& each) {
        return each.person.value == subject.of && each.scope == subject.id;
    });
}

Seen seen_scope(const Eyes& eyes) {
    return when(scope_of(eyes.scenario(), eyes.subject) != eyes.scenario().consents.end());
}

void fill_scope(const Look& look, v1::Entity& entity) {
    v1::ConsentScope& m = *entity.mutable_consent_scope();
    const auto found = scope_of(look.scenario, look.subject);
    m.set_person(look.subject.of);
    m.set_scope(look.subject.id);
    m.set_order(static_cast<std::uint32_t>(found - look.scenario.consents.begin()));
}

constexpr auto weighings = &core::LegalState::weighings;
constexpr auto persons_told = &core::LegalState::informed;

constexpr Row rows[] = {
    {.kind = triage,
     .key = contract::entities::triage,
     .offered = Offered::of_the_case,
     .list = list_one,
     .role = always,
     .trainer = always,
     .fill = fill_triage},
    {.kind = weighing,
     .key = contract::entities::any_weighing,
     .offered = Offered::to_trainer,
     .list = list_all<weighings>,
     .trainer = seen_all<weighings, core::ItemId>,
     .fill = fill_weighing},
    {.kind = own_weighing,
     .key = contract::entities::weighing,
     .offered = Offered::to_role,
     .list = list_own<weighings>,
     .role = seen_own<weighings, core::ItemId>,
     .fill = fill_weighing},
    {.kind = informed,
     .key = contract::entities::any_informed,
     .offered = Offered::to_trainer,
     .list = list_all<persons_told>,
     .trainer = seen_all<persons_told, core::PersonId>,
     .fill = fill_informed},
    {.kind = own_informed,
     .key = contract::entities::informed,
     .offered = Offered::to_role,
     .list = list_own<persons_told>,
     .role = seen_own<persons_told, core::PersonId>,
     .fill = fill_informed},
    {.kind = authority,
     .key = contract::entities::authority_question,
     .offered = Offered::of_play,
     .list = list_questions,
     .role = seen_question,
     .trainer = any_question,
     .fill = fill_question},
    {.kind = consent,
     .key = contract::entities::consent,
     .offered = Offered::of_play,
     .list = list_consents,
     .role = seen_consent,
     .trainer = any_consent,
     .fill = fill_consent},
    {.kind = scope,
     .key = contract::entities::consent_scope,
     .offered = Offered::of_the_case,
     .list = list_scopes,
     .role = seen_scope,
     .trainer = seen_scope,
     .fill = fill_scope},
};

struct Touched : Touch {
    void on(const core::TriagePutUp&) { add(triage); }
    void on(const core::TriageAccepted&) { add(triage); }
    void on(const core::WeighingRecorded& e) {
        add(own_weighing, e.item.value);
        add(weighing, e.item.value, e.by.value);
    }
    void on(const core::PersonInformed& e) {
        add(own_informed, e.person.value);
        add(informed, e.person.value, e.by.value);
    }
    void on(const core::AuthorityAsked& e) { add(authority, e.question); }
    void on(const core::AuthorityAnswered& e) { add(authority, e.question); }
    void on(const core::ConsentAsked& e) { add(consent, e.scope, e.person.value); }
    void on(const core::ConsentRecorded& e) { add(consent, e.scope, e.person.value); }
    void on(const core::FactsChanged& e) {
        for (const auto& answer : e.change.consents)
            add(consent, answer.scope, answer.person.value);
    }
    void on_item(const core::ItemId& item) {
        add_those(authority, after.legal.authority,
                  [&](const auto& each) { return each.event.item == item; });
    }
};

}  // namespace

constinit const Family families::legal = family<Touched>(rows);

}  // namespace casustafel::view
