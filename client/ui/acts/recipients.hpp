#pragma once
// Choosing roles: a list with ticks, in groups ("asked for it", "in your meeting", "other roles"),
// used for sharing and asking.
#include <set>
#include <string>
#include <vector>

#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/panel.hpp"

namespace casustafel::ui {

struct RecipientGroup {
    std::string title;  // empty: no heading
    std::vector<std::string> roles;
    const v1::Meeting* meeting = nullptr;  // the group is a whole meeting, with a row of its own
    std::vector<std::string> notes{};      // a line under each role; empty: who plays it
    std::string nobody{};                  // said in its place when there are no roles
};

struct RecipientsState {
    std::set<std::string>& chosen;
    std::string* meeting;  // the meeting ticked as a whole; nullptr: not offered
    ListState& list;
};

// Widgets are named `name.ROLE` and `name.meeting.ID`; where a role stands a second time,
// `name.meeting.ID.ROLE`, and both rows are one tick.
void draw_recipients(Panel& panel, Rect area, const std::string& name,
                     const std::vector<RecipientGroup>& groups, RecipientsState state);

// The height of the list in full.
float recipients_height(const Panel& panel, const std::vector<RecipientGroup>& groups,
                        bool meetings);

// Every role but the own one, without those in `except`; taken seats first.
std::vector<std::string> other_roles(const Panel& panel, const std::set<std::string>& except);

}  // namespace casustafel::ui
