#pragma once
// Where a session stalls: who is gone, who is waited for, which decision is nearly due, who has
// been silent or has not opened what lies there. Worst first. Nobody stalls who has had no time to
// act.
#include <string>
#include <vector>

#include "client/ui/happenings.hpp"
#include "client/ui/trainer_state.hpp"

namespace casustafel::ui {

struct Stall {
    Icon icon;
    Tone tone;
    std::string words, note, role;
    bool can_whisper = false;  // somebody is there to hear it
};

std::vector<Stall> stalls(const Panel& panel, const std::vector<Happening>& happened);

void draw_stalls(Panel& panel, Rect area, TrainerState& state, const std::vector<Stall>& found);
// The worst alone, pinned under another list; cuts its strip off the bottom when there is one.
void draw_worst_stall(Panel& panel, Rect& column, TrainerState& state,
                      const std::vector<Stall>& found);

// "65 minuten", "7 uur", "3 dagen": a duration that nobody takes for a time of day.
std::string duration_words(const Panel& panel, std::int64_t ms);

}  // namespace casustafel::ui
