#pragma once
// Inside results only: the parts of the frame, each filled from the score.
#include "casustafel/v1/results.pb.h"
#include "server/core/record.hpp"
#include "server/core/scenario.hpp"
#include "server/score/score.hpp"

namespace casustafel::results {

// evidence.cpp
v1::EvidenceLine evidence_line(const core::Scenario&, const score::Evidence&);
// decisions.cpp
v1::DecisionResult decision(const core::Scenario&, const score::DecisionCard&);

// A number as it is shown, with its band.
v1::ResultsValue value(const std::optional<double>&);

}  // namespace casustafel::results
