#pragma once
// Inside view only: what stands in each kind of entity, given how much of it may be seen. One
// `fill` for each message of view.proto that is an entity, in content_*.cpp by family; none of them
// knows a viewer.
#include "casustafel/v1/view.pb.h"
#include "server/core/scenario.hpp"
#include "server/core/state.hpp"
#include "server/view/facet.hpp"
#include "server/view/leak.hpp"
#include "server/view/subject.hpp"

namespace casustafel::view {

// What a `fill` may look at.
struct Look {
    const core::State& state;
    const core::Scenario& scenario;
    core::Stamp now;
    const Subject& subject;
    const Facet& facet;
    testing::Leak leak;
};

v1::Entity content(const core::State&, core::Stamp now, const Subject&, const Facet&,
                   testing::Leak);

// Whether entities of this kind carry a clock reading.
bool has_clock_reading(SubjectKind);

// content_session.cpp
void fill(const Look&, v1::Session&);
void fill(const Look&, v1::Table&);
void fill(const Look&, v1::Role&);
void fill(const Look&, v1::Participant&);
// content_case.cpp
void fill(const Look&, v1::RoleCard&);
void fill(const Look&, v1::Person&);
void fill(const Look&, v1::Basis&);
void fill(const Look&, v1::Triage&);
void fill(const Look&, v1::Weighing&);
// content_item.cpp
void fill(const Look&, v1::Item&);
void fill(const Look&, v1::Holding&);
// content_talk.cpp
void fill(const Look&, v1::Share&);
void fill(const Look&, v1::Request&);
void fill(const Look&, v1::Message&);
void fill(const Look&, v1::Meeting&);
// content_inject.cpp
void fill(const Look&, v1::Notice&);
void fill(const Look&, v1::InjectControl&);

}  // namespace casustafel::view
