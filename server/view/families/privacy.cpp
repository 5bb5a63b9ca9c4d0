// The privacy officer: how many questions are left, and the advice that was given.
#include <algorithm>

#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind officer = kind(v1::Entity::kPrivacyOfficer);
// For giving an item to a role: as a trainer sees it, and as who asked for it does.
constexpr Kind advice = kind(v1::Entity::kPrivacyAdvice);
constexpr Kind own_advice = kind(v1::Entity::kPrivacyAdvice, 1);

using Given = core::PrivacyAdviceGiven;

Subject as_trainer(const Given& given) {
    return subject(advice, given.item.value + ":" + given.to.value, given.by.value);
}
Subject as_asker(const Given& given) {
    return subject(own_advice, given.to.value, given.item.value);
}

// Who asks for the same advice twice still has one entity for it.
void add_once(const Listing& listing, Subject each) {
    auto& to = listing.to;
    if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(std::move(each));
}

void list_advice(const Listing& listing) {
    for (const Given& each : listing.state.legal.privacy_advice)
        add_once(listing, as_trainer(each));
}

void list_own_advice(const Listing& listing) {
    for (const Given& each : listing.state.legal.privacy_advice)
        if (each.by == listing.viewer.role) add_once(listing, as_asker(each));
}

// The newest advice that this is about, or nullptr. `asker`: only what this role asked.
const Given* newest(const core::State& state, const Subject& sought, const core::RoleId* asker) {
    const auto& given = state.legal.privacy_advice;
    const auto found = std::find_if(given.rbegin(), given.rend(), [&](const Given& each) {
        return asker ? each.by == *asker && as_asker(each) == sought : as_trainer(each) == sought;
    });
    return found == given.rend() ? nullptr : &*found;
}

Seen any_advice(const Eyes& eyes) {
    return when(newest(eyes.state, eyes.subject, nullptr), FacetKind::trainer);
}

Seen seen_own_advice(const Eyes& eyes) {
    return eyes.own(newest(eyes.state, eyes.subject, &eyes.role()));
}

void fill_advice(const Look& look, v1::Entity& entity) {
    v1::PrivacyAdvice& m = *entity.mutable_privacy_advice();
    const Given& given =
        *newest(look.state, look.subject, look.is_trainer() ? nullptr : &look.facet.role);
    m.set_item(given.item.value);
    m.set_to(given.to.value);
    m.set_purpose(word(given.purpose));
    m.set_by(given.by.value);
    m.set_round(static_cast<std::uint32_t>(given.round));
}

void fill_officer(const Look& look, v1::Entity& entity) {
    entity.mutable_privacy_officer()->set_left(
        static_cast<std::uint32_t>(core::privacy_questions_left(look.state)));
}

constexpr Row rows[] = {
    {.kind = advice,
     .key = contract::entities::any_privacy_advice,
     .offered = Offered::to_trainer,
     .list = list_advice,
     .trainer = any_advice,
     .fill = fill_advice},
    {.kind = own_advice,
     .key = contract::entities::privacy_advice,
     .offered = Offered::to_role,
     .list = list_own_advice,
     .role = seen_own_advice,
     .fill = fill_advice},
    {.kind = officer,
     .key = contract::entities::privacy_officer,
     .offered = Offered::of_the_case,
     .place = 73,
     .list = list_one,
     .role = always,
     .fill = fill_officer},
};

struct Changes : Touch {
    void on(const Given& e) {
        add(as_asker(e));
        add(as_trainer(e));
        add(officer);
    }
    // A round may begin, with questions of its own.
    void on(const core::SegmentEntered&) { add(officer); }
};

}  // namespace

constinit const Family families::privacy = family<Changes>(rows);

}  // namespace casustafel::view
