// What the trainer left out of the score, and why.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind correction = kind(v1::Entity::kCorrection);

// The kind of thing, and the thing: a decision of the case, or what was made in play.
Subject subject_about(const core::CorrectionTarget& target) {
    const bool in_case = target.kind == core::CorrectionKind::decision;
    return subject(correction,
                   in_case ? target.decision.value : contract::to_hex(number(target.made)),
                   word(target.kind));
}

void list_corrections(const Listing& listing) {
    for (const auto& [target, left_out] : listing.state.corrections)
        listing.to.push_back(subject_about(target));
}

Seen any_correction(const Eyes& eyes) {
    for (const auto& [target, left_out] : eyes.state.corrections)
        if (subject_about(target) == eyes.subject) return Facet{FacetKind::trainer, {}};
    return nothing;
}

void fill_correction(const Look& look, v1::Entity& entity) {
    v1::Correction& m = *entity.mutable_correction();
    for (const auto& [target, left_out] : look.state.corrections) {
        if (subject_about(target) != look.subject) continue;
        m.set_kind(word(target.kind));
        m.set_made(number(target.made));
        m.set_decision(target.decision.value);
        m.set_reason(left_out.reason);
        m.set_at_sim_ms(left_out.at_sim_ms);
    }
}

constexpr Row rows[] = {
    {.kind = correction,
     .key = contract::entities::correction,
     .offered = Offered::to_trainer,
     .place = 2,
     .list = list_corrections,
     .trainer = any_correction,
     .fill = fill_correction},
};

struct Changes : Touch {
    void on(const core::ScoreCorrected& e) { add(subject_about(e.target)); }
};

}  // namespace

constinit const Family families::corrections = family<Changes>(rows);

}  // namespace casustafel::view
