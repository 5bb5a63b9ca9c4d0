#include "server/score/indicator_rows.hpp"

namespace casustafel::score {
namespace {

using Id = IndicatorId;
using Kind = ActKind;
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
    {Id::s1,
     "s1",
     Part::sharing,
     &Weights::s1,
     Level::table,
     {Kind::share},
     plain<unique_information>},
    {Id::s2,
     "s2",
     Part::sharing,
     &Weights::s2,
     Level::participant,
     {Kind::share, Kind::request},
     plain<needs_met>},
    {Id::s3, "s3", Part::sharing, &Weights::s3, Level::table, {Kind::share}, plain<in_time>},
    {Id::s4,
     "s4",
     Part::sharing,
     &Weights::s4,
     Level::participant,
     {Kind::share},
     plain<careful_boundary>},
    {Id::s5,
     "s5",
     Part::sharing,
     &Weights::s5,
     Level::participant,
     {Kind::share},
     plain<basis_and_form>},
    {Id::s6,
     "s6",
     Part::sharing,
     &Weights::s6,
     Level::table,
     {Kind::share, Kind::mark},
     plain<fact_or_assumption>},
    {Id::c1,
     "c1",
     Part::cooperation,
     &Weights::c1,
     Level::participant,
     {Kind::share, Kind::request, Kind::answer},
     plain<requests_answered>},
    {Id::c2,
     "c2",
     Part::cooperation,
     &Weights::c2,
     Level::participant,
     {Kind::share, Kind::request, Kind::answer},
     plain<asked_well>},
    {Id::c3, "c3", Part::cooperation, &Weights::c3, Level::table, {Kind::share}, plain<bridge>},
    {Id::c4, "c4", Part::cooperation, &Weights::c4, Level::team, {Kind::share}, balance},
    {Id::c5,
     "c5",
     Part::cooperation,
     &Weights::c5,
     Level::table,
     {Kind::share, Kind::request, Kind::answer, Kind::decision},
     decided},
    {Id::c6,
     "c6",
     Part::cooperation,
     &Weights::c6,
     Level::team,
     {Kind::share, Kind::plan_step, Kind::prompt_answer},
     together},
}};

Cards::Cards(const Review& review, ActKind kind) {
    const auto reads = [&](Id id) {
        return indicator_rows[static_cast<std::size_t>(id)].reads.has(kind);
    };
    if (reads(Id::c5)) decisions = decision_cards(review);
    if (!reads(Id::c6)) return;
    plan = action_cards(review);
    pictures = picture_cards(review);
}

}  // namespace casustafel::score
