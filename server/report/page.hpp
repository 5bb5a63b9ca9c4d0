#pragma once
// The debrief report: one self-contained page a trainer can print or hand out, in Dutch or English.
// It is a fold over the same scenario and log as the score, holds no scripts and nothing from
// outside, and names no participants unless asked to.
#include <map>
#include <string>
#include <vector>

#include "assets/text/text.hpp"
#include "server/core/families/record.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::report {

struct PageOptions {
    std::string code;  // of the session; may be empty
    text::Language language = text::Language::nl;
    std::map<core::ParticipantId, std::string> names;  // empty: nobody is named
    std::map<std::uint32_t, std::string> trainers;     // as the log numbers them
};

// The whole page as HTML. Same scenario, log and options, same bytes.
std::string page(const core::Scenario&, const std::vector<core::Record>&, const PageOptions&);

}  // namespace casustafel::report
