#pragma once
// Inside view only: what stands in each kind of entity, given how much of it may be seen. One
// `fill` for each message of view.proto that is an entity, in content_*.cpp by family; none of them
// knows a viewer.
#include <algorithm>

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

// Real time left until this instant of active time.
inline std::int64_t left_ms(const Look& look, std::int64_t until_active_ms) {
    return std::max<std::int64_t>(0, until_active_ms - look.now.active_ms);
}

v1::Entity content(const core::State&, core::Stamp now, const Subject&, const Facet&,
                   testing::Leak);

// Whether this entity carries a clock reading.
bool has_clock_reading(const v1::Entity&);

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
// content_work.cpp
void fill(const Look&, v1::Decision&);
void fill(const Look&, v1::Proposal&);
void fill(const Look&, v1::Power&);
void fill(const Look&, v1::Intervention&);
void fill(const Look&, v1::Plan&);
void fill(const Look&, v1::Action&);
void fill(const Look&, v1::TrackGauge&);
void fill(const Look&, v1::Ending&);
// content_legal.cpp
void fill(const Look&, v1::Weighing&);
void fill(const Look&, v1::AuthorityQuestion&);
void fill(const Look&, v1::Consent&);
void fill(const Look&, v1::ConsentScope&);
void fill(const Look&, v1::Informed&);
void fill(const Look&, v1::PrivacyAdvice&);
void fill(const Look&, v1::PrivacyOfficer&);
// content_seats.cpp
void fill(const Look&, v1::SwapUnderWay&);
void fill(const Look&, v1::HandoverNote&);
void fill(const Look&, v1::Spoken&);
void fill(const Look&, v1::GutFeeling&);
void fill(const Look&, v1::WhisperHeard&);
void fill(const Look&, v1::HelpCall&);
void fill(const Look&, v1::Heard&);
// content_probe.cpp
void fill(const Look&, v1::Probe&);
void fill(const Look&, v1::Correction&);
void fill(const Look&, v1::Moment&);

}  // namespace casustafel::view
