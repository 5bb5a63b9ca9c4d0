#include "server/score/indicator_rows.hpp"

namespace casustafel::score {
namespace {

using Id = IndicatorId;
using Weights = core::ScoreWeights;

// A formula that looks at nothing but the review.
template <Indicator (*formula)(const Review&, const Scope&)>
Indicator plain(const Review& review, const Scope& scope, const Cards&, const Options&) {
    return formula(review, scope);
}

Indicator balance(const Review& review, const Scope&, const Cards&, const Options&) {
    return reciprocity(review);
}

Indicator decided(const Review& review, const Scope& scope, const Cards& cards, const Options&) {
    return informed_decisions(review, scope, cards.decisions);
}

Indicator together(const Review& review, const Scope&, const Cards& cards, const Options& options) {
    return shared_picture_and_plan(review, cards.pictures, cards.plan,
                                   options.minimum_opportunities);
}

}  // namespace

const std::array<IndicatorRow, indicator_count> indicator_rows{{
    {Id::s1, "s1", Part::sharing, &Weights::s1, Level::table, plain<unique_information>},
    {Id::s2, "s2", Part::sharing, &Weights::s2, Level::participant, plain<needs_met>},
    {Id::s3, "s3", Part::sharing, &Weights::s3, Level::table, plain<in_time>},
    {Id::s4, "s4", Part::sharing, &Weights::s4, Level::participant, plain<careful_boundary>},
    {Id::s5, "s5", Part::sharing, &Weights::s5, Level::participant, plain<basis_and_form>},
    {Id::s6, "s6", Part::sharing, &Weights::s6, Level::table, plain<fact_or_assumption>},
    {Id::c1, "c1", Part::cooperation, &Weights::c1, Level::participant, plain<requests_answered>},
    {Id::c2, "c2", Part::cooperation, &Weights::c2, Level::participant, plain<asked_well>},
    {Id::c3, "c3", Part::cooperation, &Weights::c3, Level::table, plain<bridge>},
    {Id::c4, "c4", Part::cooperation, &Weights::c4, Level::team, balance},
    {Id::c5, "c5", Part::cooperation, &Weights::c5, Level::table, decided},
    {Id::c6, "c6", Part::cooperation, &Weights::c6, Level::team, together},
}};

}  // namespace casustafel::score
