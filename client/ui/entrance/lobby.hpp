#pragma once
// Coming in: the code, a name, the notice about data, and a seat. After that the same screen shows
// that one is seated and the role card to read while waiting. What is typed here survives anything.
#include <string>
#include <vector>

#include "client/ui/frame/top_bar.hpp"
#include "client/ui/kit/scroll_list.hpp"
#include "client/ui/panel/panel.hpp"
#include "client/ui/polls/prompt.hpp"

namespace casustafel::ui {

struct WayBack {
    std::string name, code;
};

struct LobbyState {
    std::string code, name;
    bool notice_read = false;
    std::string seat;        // the chosen role
    std::string looked_up;   // the code last asked about
    std::string code_error;  // a sentence
    bool joining = false;    // asked to come in, no answer yet
    int step = 0;            // narrow: which part is shown

    bool other_ways = false;  // the dialog with re-entry code, server and trainer key
    int other_way = 0;
    bool one_server = false;  // there is no other server to go to
    std::string reentry_code, server, trainer_key, digits, other_error;

    std::string certificate_refused;  // its fingerprint, once the question was answered
    std::vector<WayBack> ways_back;   // the places that were kept on this computer

    std::vector<ListState> lists;
    BarState bar;
};

void draw_lobby(Panel& panel, LobbyState& state, PromptState* prompt = nullptr);

// The code as the server compares it: capitals, without spaces and dashes.
std::string plain_code(std::string_view typed);

}  // namespace casustafel::ui
