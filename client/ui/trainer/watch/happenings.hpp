#pragma once
// What happened, as a trainer reads it: everything in the view that somebody did, in one order of
// time, and per role the last thing it did. A happening points into the view and is put into words
// only when it is read, so a long session costs no more to draw than a short one.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/trainer/watch/witness.hpp"

namespace casustafel::ui {

// The sort of thing that happened; the trainer filters by it.
enum class HappeningKind : std::uint8_t { share, question, decision, talk, inject, session };

struct Happening {
    HappeningKind kind = HappeningKind::share;
    std::int64_t at_sim_ms = 0;  // `earlier`: before this screen looked
    std::string_view role;       // who did it; empty: nobody in a role
    Icon icon = Icon::circle;
    const v1::Entity* entity = nullptr;  // what it was made of; nullptr: `step`
    int answer = -1;                     // of a request: this answer, else the request itself
    const Step* step = nullptr;
};

// Latest first. They live as long as the view and the witness do not change.
std::vector<Happening> happenings(const Panel& panel, const Witness& witness);

// A name that stays with it, for its row.
std::string name_of(const Happening& happening);

// The last thing each role did, by role.
std::map<std::string_view, const Happening*> last_acts(const std::vector<Happening>& all);

}  // namespace casustafel::ui
