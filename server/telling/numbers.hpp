#pragma once
// What must be said beside the numbers: of which halves one is, what it was before the trainer's
// corrections, and how many flags and corrections there are.
#include "server/telling/keyed_text.hpp"

namespace casustafel::telling {

// "S1" and "Unieke informatie op tafel".
std::string code(score::IndicatorId);
text::Key title(score::IndicatorId);

// How C2 went from the first third of the requests to the last.
std::optional<KeyedText> thirds(const score::Indicator&);
// Of which halves C6 is.
std::optional<KeyedText> halves(const score::Indicator&);
// What the number is without the corrections; nothing when they did not change it.
std::optional<KeyedText> without_corrections(const std::optional<double>& value,
                                             const std::optional<score::Original>&);

// A number that is another one because of the corrections.
struct CorrectedNumber {
    std::string code;  // of an indicator; empty: a heading
    text::Key name{};
    std::optional<double> value;
    score::Original original;
};
// The headings first, then the indicators.
std::vector<CorrectedNumber> corrected_numbers(const score::Score&);

// "3 vlaggen", "geen vlaggen".
KeyedText flag_count(const score::Score&);
// "2 correcties van de trainer".
KeyedText correction_count(const score::Score&);

}  // namespace casustafel::telling
