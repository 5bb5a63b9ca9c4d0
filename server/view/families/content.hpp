#pragma once
// Inside view only: what an entity says, given how much of it may be seen. The rows of the families
// fill it in from a Look, which knows no viewer.
#include <algorithm>

#include "casustafel/v1/view.pb.h"
#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"
#include "server/view/families/facet.hpp"
#include "server/view/families/leak.hpp"
#include "server/view/families/subject.hpp"

namespace casustafel::view {

// What a row's `fill` may look at.
struct Look {
    const core::State& state;
    const core::Scenario& scenario;
    core::Stamp now;
    const Subject& subject;
    const Facet& facet;
    testing::Leak leak;

    bool is_trainer() const { return facet.kind == FacetKind::trainer; }
};

// Real time left until this instant of active time.
inline std::int64_t left_ms(const Look& look, std::int64_t until_active_ms) {
    return std::max<std::int64_t>(0, until_active_ms - look.now.active_ms);
}

v1::Entity content(const core::State&, core::Stamp now, const Subject&, const Facet&,
                   testing::Leak);
// The same, into an entity that says nothing yet.
void fill(const core::State&, core::Stamp now, const Subject&, const Facet&, testing::Leak,
          v1::Entity&);

// Whether this entity carries a clock reading.
bool has_clock_reading(const Subject&, const v1::Entity&);

}  // namespace casustafel::view
