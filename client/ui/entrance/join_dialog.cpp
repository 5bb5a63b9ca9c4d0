#include "client/ui/entrance/join_dialog.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"

namespace casustafel::ui {
namespace {

// Where the caret stands when it opens.
std::string first_field(const LobbyState& state) {
    if (state.other_way == to_server) return "join.server";
    if (state.other_way != by_reentry_code)
        return state.trainer_key.empty() ? "join.key" : "join.digits";
    return plain_code(state.code).empty() ? "join.code" : "join.reentry";
}

// True when Enter was pressed in one of them.
bool draw_fields(Panel& panel, Rect& body, LobbyState& state) {
    FieldResult result;
    const FieldLook look{.error = state.other_error};
    if (state.other_way == by_reentry_code) {
        labelled_field(panel.ui, body, "join.code", panel.say(Say::lobby_code), state.code,
                       {.limit = 12});
        body.cut_top(16);
        result = labelled_field(panel.ui, body, "join.reentry", panel.say(Say::lobby_reentry_code),
                                state.reentry_code, {.error = state.other_error, .limit = 24},
                                panel.say(Say::lobby_reentry_hint));
    } else if (state.other_way == to_server) {
        result = labelled_field(panel.ui, body, "join.server", panel.say(Say::lobby_server),
                                state.server, look, panel.say(Say::lobby_server_hint));
    } else {
        result = labelled_field(panel.ui, body, "join.key", panel.say(Say::lobby_trainer_key),
                                state.trainer_key, panel.model.asks_digits ? FieldLook{} : look,
                                panel.say(Say::lobby_trainer_hint));
        if (panel.model.asks_digits) {
            body.cut_top(16);
            result.submitted |=
                labelled_field(panel.ui, body, "join.digits", panel.say(Say::lobby_digits),
                               state.digits, {.error = state.other_error, .limit = 6})
                    .submitted;
        }
    }
    return result.submitted;
}

void act(Panel& panel, LobbyState& state) {
    state.other_error.clear();
    if (state.other_way == by_reentry_code) {
        panel.outbox.reenter(plain_code(state.code), plain_code(state.reentry_code));
    } else if (state.other_way == to_server) {
        state.looked_up.clear();
        state.certificate_refused.clear();
        state.other_ways = false;  // opens again when the address cannot be meant
        panel.outbox.connect(state.server);
    } else {
        panel.outbox.open_as_trainer(state.trainer_key, std::exchange(state.digits, {}));
    }
}

bool ready(const LobbyState& state) {
    if (state.other_way == by_reentry_code)
        return !plain_code(state.code).empty() && !state.reentry_code.empty();
    return state.other_way == to_server ? !state.server.empty() : !state.trainer_key.empty();
}

}  // namespace

void open_other_way(LobbyState& state, Way way, std::string error) {
    state.other_ways = true;
    state.other_way = way;
    state.other_error = std::move(error);
}

void draw_join_dialog(Panel& panel, LobbyState& state) {
    Dialog dialog(panel.ui, "join", 560, 420, panel.say(Say::lobby_other_ways), first_field(state));
    Rect footer = dialog.cut_footer().inset(32, 16);
    Rect body = dialog.body.inset(32, 8);
    // Each tab with the way it stands for.
    std::vector<Tab> tabs{{"reentry", panel.say(Say::lobby_reentry_code)}};
    std::vector<int> ways{by_reentry_code};
    if (!state.one_server) {
        tabs.push_back({"server", panel.say(Say::lobby_server)});
        ways.push_back(to_server);
    }
    tabs.push_back({"trainer", panel.say(Say::lobby_trainer)});
    ways.push_back(as_trainer);
    const auto shown = std::find(ways.begin(), ways.end(), state.other_way) - ways.begin();
    const int picked =
        tab_row(panel.ui, body.cut_top(40), "join.way", tabs, static_cast<int>(shown));
    if (picked >= 0) {
        state.other_way = ways[static_cast<std::size_t>(picked)];
        state.other_error.clear();
    }
    body.cut_top(20);
    const bool submitted = draw_fields(panel, body, state);
    const Say acts[] = {Say::lobby_reenter, Say::lobby_connect, Say::lobby_open_desk};
    const bool can = ready(state) && panel.ui.excess() == 0;
    const ButtonLook primary{.style = ButtonStyle::primary, .enabled = can};
    const bool pressed =
        button_right(panel.ui, footer, 0, "join.act", panel.say(acts[state.other_way]), primary);
    if (pressed || (can && (submitted || panel.ui.take(Intent::confirm)))) act(panel, state);
    if (dialog.closed()) state.other_ways = false;
}

}  // namespace casustafel::ui
