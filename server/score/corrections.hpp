#pragma once
// The trainer's corrections (README.md §corrections): which of them stand, and the session without
// what they leave out. They change no event; the number that was stays beside the one that is.
#include <vector>

#include "server/score/ledger.hpp"
#include "server/score/score.hpp"

namespace casustafel::score {

// Gives the corrections that stand, in order of the log: for each thing the last one counts, when
// it leaves the thing out.
std::vector<const Entry<core::ScoreCorrected>*> standing_corrections(const Ledger&);

// Gives the same session as if what these leave out had never happened. A decision that is left out
// does not count, so it is not missed either.
Ledger without(const Ledger&, const std::vector<const Entry<core::ScoreCorrected>*>&);

// Tells what was left out, as it stands in the whole log. `flags` are those of the whole log.
std::vector<Correction> told_corrections(const Ledger& whole,
                                         const std::vector<const Entry<core::ScoreCorrected>*>&,
                                         const std::vector<Flag>& flags);

// Puts the numbers of `whole` beside those of `corrected`.
void put_originals_beside(Score& corrected, const Score& whole);

}  // namespace casustafel::score
