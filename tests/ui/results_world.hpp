#pragma once
// Made-up results of the familie Terhorst: numbers of every band, one too small to say, evidence
// that came, came late and did not come. `crowded` has far more lines and far longer ones.
#include "casustafel/v1/results.pb.h"

namespace casustafel::ui {

v1::Results results_world();
v1::Results crowded_results();
// Of a session that has just begun: twelve times too little to say.
v1::Results early_results();

}  // namespace casustafel::ui
