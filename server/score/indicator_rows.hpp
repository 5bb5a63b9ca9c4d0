#pragma once
// Lists every indicator in one row: its name, the heading it counts under and with which weight,
// how far down it is counted, which acts it reads, and its formula. Whoever goes over all
// indicators goes over these rows.
#include <array>

#include "server/score/indicators.hpp"

namespace casustafel::score {

// What the last two indicators look at.
struct Cards {
    explicit Cards(const Review& review)
        : decisions(decision_cards(review)),
          plan(action_cards(review)),
          pictures(picture_cards(review)) {}
    // Only those of rows that read this kind of act; the others stay empty.
    Cards(const Review&, ActKind);
    std::vector<DecisionCard> decisions;
    std::vector<ActionCard> plan;
    std::vector<PictureCard> pictures;
};

struct IndicatorRow {
    IndicatorId id{};
    std::string_view name;
    Part part{};
    int core::ScoreWeights::*weight = nullptr;
    Level deepest{};   // the team has them all
    ActKinds reads{};  // which acts, when left out, may change its number
    Indicator (*formula)(const Review&, const Scope&, const Cards&, const Options&) = nullptr;
};

// In the order of IndicatorId.
extern const std::array<IndicatorRow, indicator_count> indicator_rows;

}  // namespace casustafel::score
