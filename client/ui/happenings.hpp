#pragma once
// What happened, as a trainer reads it: shares, requests, answers, messages and injects of the view
// in one order of time, and per role the last thing it did.
#include <cstdint>
#include <string>
#include <vector>

#include "client/ui/panel.hpp"

namespace casustafel::ui {

enum class HappeningKind : std::uint8_t { share, request, answer, message, inject };

struct Happening {
    HappeningKind kind = HappeningKind::share;
    std::int64_t at_sim_ms = 0;
    std::string role;   // who did it; empty for an inject
    std::string words;  // what, after the name
    std::string brief;  // what, in two words
};

// Latest first.
std::vector<Happening> happenings(const Panel& panel);

// The last thing a role did: "Deelde A01, 6 min"; empty when it did nothing yet.
std::string last_act(const Panel& panel, const std::vector<Happening>& all, std::string_view role);

}  // namespace casustafel::ui
