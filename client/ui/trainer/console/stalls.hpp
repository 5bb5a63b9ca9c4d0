#pragma once
// Where a session stalls: which decision is nearly due, who is gone or has no seat, who is waited
// for, which seats are empty, who has been silent or has not opened what lies there. Worst first.
// Nobody stalls who has had no time to act.
#include <map>
#include <string>
#include <vector>

#include "client/ui/trainer/watch/happenings.hpp"
#include "client/ui/trainer/watch/trainer_state.hpp"

namespace casustafel::ui {

struct Stall {
    Icon icon;
    Tone tone;
    std::string words, note;
    std::string role;          // the seat it is about; empty: it stands for the folded ones
    bool can_whisper = false;  // somebody is there to hear it
    bool folded = false;       // told in one row with others until somebody unfolds them
    std::string group{};       // of what is folded, and of the row that stands for it
    std::uint32_t person = 0;  // somebody without a seat, for whom `role` is free
};

// `since_sim_ms`: the case's time leapt to it; before it nobody could do anything.
std::vector<Stall> stalls(const Panel& panel, const std::vector<Happening>& happened,
                          std::int64_t since_sim_ms = 0);

// The names of their widgets: what they are about, so that a row keeps its name whatever comes
// above it.
std::vector<std::string> stall_names(const std::vector<const Stall*>& shown);

// Without those that are folded into one.
int count_stalls(const std::vector<Stall>& found);

// How long each role that is there did nothing, on the case's clock; only those for whom it is too
// long.
std::map<std::string, std::int64_t> silences(const Panel& panel,
                                             const std::vector<Happening>& happened,
                                             std::int64_t since_sim_ms = 0);

// "65 min", "7 uur", "3 dagen": a duration that nobody takes for a time of day.
std::string duration_words(const Panel& panel, std::int64_t ms);

}  // namespace casustafel::ui
