// Legal steps: triage, weighings, agreement of the authority, consent, and telling a person.
#include <algorithm>

#include "server/core/law/lawful.hpp"
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

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

// Whose thing it is: of the role that looks, or of the one a trainer looks at.
core::RoleId owner(const Look& look) {
    return look.facet.kind == FacetKind::own ? look.facet.role : core::RoleId{look.subject.of};
}

// Without the reason for who neither put it up nor may accept it.
Seen seen_triage(const Eyes& eyes) {
    const auto& put_up = eyes.state.legal.put_up;
    const bool reads = put_up && core::sees(eyes.state, eyes.role(), *put_up);
    return Facet{reads ? FacetKind::open : FacetKind::veiled, {}};
}

void fill_triage(const Look& look, v1::Entity& entity) {
    v1::Triage& m = *entity.mutable_triage();
    m.set_status(word(look.state.legal.triage));
    const auto& put_up = look.state.legal.put_up;
    if (put_up && look.facet.kind != FacetKind::veiled) m.set_reason(put_up->reason);
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

// A person and a scope; of a role, and a subject as it named it.
std::pair<core::PersonId, std::string> asked(const Subject& subject) {
    return {core::PersonId{subject.of}, subject.id};
}

// A trainer sees those of the case, a role those that it asked, as it named them.
void list_consents(const Listing& listing) {
    const core::LegalState& legal = listing.state.legal;
    for (const auto& [question, subject] : legal.consent_subjects)
        if (question.first == listing.viewer.role)
            listing.add(question.second.second, question.second.first.value);
    if (!listing.viewer.role.empty() && listing.state.edition >= core::Edition::second) return;
    for (const auto& [what, question] : legal.consents_asked)
        listing.add(what.second, what.first.value);
    for (const auto& [what, given] : legal.consents) listing.add(what.second, what.first.value);
}

Seen seen_consent(const Eyes& eyes) {
    const auto [person, name] = asked(eyes.subject);
    return eyes.own(core::sees_consent(eyes.state, eyes.role(), person, name));
}

Seen any_consent(const Eyes& eyes) {
    const core::LegalState& legal = eyes.state.legal;
    const auto what = asked(eyes.subject);
    return when(legal.consents.contains(what) || legal.consents_asked.contains(what),
                FacetKind::trainer);
}

// What the case calls it, and what was answered as far as the viewer heard.
std::pair<std::string, std::optional<bool>> answer_of(const Look& look) {
    const core::LegalState& legal = look.state.legal;
    const auto own = legal.consent_subjects.find({look.facet.role, asked(look.subject)});
    if (!look.is_trainer() && own != legal.consent_subjects.end())
        return {own->second.scope, own->second.heard};
    const auto recorded = legal.consents.find(asked(look.subject));
    if (recorded == legal.consents.end()) return {look.subject.id, std::nullopt};
    return {look.subject.id, recorded->second};
}

void fill_consent(const Look& look, v1::Entity& entity) {
    using contract::ConsentStatus;
    v1::Consent& m = *entity.mutable_consent();
    const auto [scope, given] = answer_of(look);
    m.set_person(look.subject.of);
    m.set_scope(look.subject.id);
    m.set_status(word(!given   ? ConsentStatus::asked
                      : *given ? ConsentStatus::given
                               : ConsentStatus::refused));
    // What the person said, when the scenario tells and nothing else brought the answer.
    const auto* script = core::script_of(look.scenario, core::PersonId{look.subject.of}, scope);
    if (given && script && script->given == *given) put(script->text, m.mutable_text());
}

constexpr auto weighings = &core::LegalState::weighings;
constexpr auto persons_told = &core::LegalState::informed;

constexpr Row rows[] = {
    {.kind = triage,
     .key = contract::entities::triage,
     .offered = Offered::of_the_case,
     .list = list_one,
     .role = seen_triage,
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
};

struct Changes : Touch {
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
    void on(const core::ConsentAsked& e) { answered(e.person, e.scope); }
    void on(const core::ConsentRecorded& e) { answered(e.person, e.scope); }
    void on(const core::FactsChanged& e) {
        for (const auto& answer : e.change.consents) answered(answer.person, answer.scope);
    }
    void answered(const core::PersonId& person, const std::string& scope) {
        add(consent, scope, person.value);
        for (const auto& [question, subject] : after.legal.consent_subjects)
            if (question.second.first == person && subject.scope == scope)
                add(consent, question.second.second, person.value);
    }
    void on_item(const core::ItemId& item) {
        add_those(authority, after.legal.authority,
                  [&](const auto& each) { return each.event.item == item; });
    }
};

}  // namespace

constinit const Family families::legal = family<Changes>(rows);

}  // namespace casustafel::view
