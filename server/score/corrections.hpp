#pragma once
// The trainer's corrections (README.md §corrections): which of them stand, and the session without
// what they leave out. They change no event; the number that was stays beside the one that is.
#include <vector>

#include "server/score/ledger.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// The last word on each thing, where that is to leave it out; in order of the log.
std::vector<const Entry<core::ScoreCorrected>*> standing_corrections(const Ledger&);

// The same session as if what these leave out had never happened. A decision that is left out does
// not count, so it is not missed either.
Ledger without(const Ledger&, const std::vector<const Entry<core::ScoreCorrected>*>&);

// What was left out, as it stands in the whole log. `flags` are those of the whole log.
std::vector<Correction> told_corrections(const Ledger& whole,
                                         const std::vector<const Entry<core::ScoreCorrected>*>&,
                                         const std::vector<Flag>& flags);

// Puts the numbers of `whole` beside those of `corrected`.
void put_originals_beside(Score& corrected, const Score& whole);

}  // namespace casustafel::score
