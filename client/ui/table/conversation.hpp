#pragma once
// Conversations as the view gives them: each meeting one is a member of and each other role, with
// what was said and shared there in order of time.
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

// Something said, or (with `share`) something shared.
struct TalkLine {
    std::int64_t at_sim_ms = 0;
    std::string sender, text;
    bool own = false;
    const v1::Share* share = nullptr;
};

struct Conversation {
    std::string key;    // "meeting:CASUS" or "role:OVJ"
    std::string title;  // as people read it
    std::string note;   // one line under it in a list
    const v1::Meeting* meeting = nullptr;
    std::string role;  // the other, when it is no meeting
    std::vector<TalkLine> lines;
};

bool is_present(const v1::Meeting& meeting, std::string_view role);

// Meetings first, then the roles somebody sits in or that something was said with.
std::vector<Conversation> conversations(const Panel& panel);

}  // namespace casustafel::ui
