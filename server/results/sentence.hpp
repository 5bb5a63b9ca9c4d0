#pragma once
// Inside results only: the ink of the screen. It writes what server/telling
// says as messages.
#include "casustafel/v1/results.pb.h"
#include "server/telling/keyed_text.hpp"

namespace casustafel::results {

v1::Sentence sentence(const core::Scenario&, const telling::KeyedText&);

v1::Named named(const core::Scenario&, const core::ItemId&);
v1::Named named(const core::Scenario&, const core::DecisionId&);

}  // namespace casustafel::results
