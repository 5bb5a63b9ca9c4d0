#pragma once
// Words to write a tiny case in a test, in minutes since the start. Two tables, Z (OVJ, POL) and V
// (VT, DJI, GGZ, PRC), one person `p`, clocks that run as fast as real time, ten hours long. A test
// adds the items it is about.
#include <initializer_list>
#include <string>

#include "server/core/values/scenario.hpp"

namespace casustafel::support {

inline constexpr std::int64_t minute_ms = 60'000;

// The case without items. Answers are due in 20 minutes at Z and in an hour at V.
core::Scenario small_case();

// A true item of one category about `p`, that its holders have from the start.
core::Item item(const std::string& id, std::initializer_list<const char*> holders, int sensitivity);

// A need for charging_decision at form conclusion.
core::Need need(const std::string& role, std::int64_t by_minute, int weight = 1);

// Anybody may give it to these (none: to anybody) for charging_decision on basis B.
core::Grant grant(std::initializer_list<const char*> to, core::Form max_form = core::Form::source);

// A core decision of table Z with the options "yes" and "no", that OVJ takes and that rests on
// these.
core::Decision decision(const std::string& id, std::int64_t by_minute,
                        std::initializer_list<const char*> required);

}  // namespace casustafel::support
