#include "client/ui/trainer/acts/restart.hpp"

#include <cstdio>
#include <optional>
#include <vector>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/form.hpp"
#include "client/ui/panel/notice.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::size_t longest_time = 20;

// From where one may go on: what it is called, and how the server is asked for it.
struct Place {
    Option option;
    v1::ForkSession wish;
};

// "13:40" on the day of now, or "1 13:40" on another; nothing when it is no time of before now.
std::optional<std::int64_t> time_in(const Panel& panel, const std::string& typed) {
    int day = day_of(panel.sim_ms()), hour = 0, minute = 0;
    char more = 0;
    if (std::sscanf(typed.c_str(), "%d %d:%d%c", &day, &hour, &minute, &more) != 3) {
        day = day_of(panel.sim_ms());
        if (std::sscanf(typed.c_str(), "%d:%d%c", &hour, &minute, &more) != 2) return std::nullopt;
    }
    if (day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    const std::int64_t sim_ms = ((std::int64_t{day} * 24 + hour) * 60 + minute) * minute_ms;
    return sim_ms <= panel.sim_ms() ? std::optional(sim_ms) : std::nullopt;
}

std::vector<Place> places(const Panel& panel) {
    std::vector<Place> all;
    const v1::Session& session = *panel.view->find<v1::Session>();
    if (panel.phase_is(Phase::ended)) {
        Place before{{"end", panel.say(Say::restart_before_end)}, {}};
        before.wish.set_sim_ms(panel.sim_ms());
        all.push_back(std::move(before));
    }
    for (std::uint32_t round = session.round_number(); round >= 1; --round) {
        const std::string number = std::to_string(round);
        Place start{{"round" + number, panel.say(Say::restart_round, {number})}, {}};
        start.wish.set_round(round);
        all.push_back(std::move(start));
    }
    const auto moments = panel.view->all<v1::Moment>();
    for (auto each = moments.rbegin(); each != moments.rend(); ++each) {
        Place marked{{"moment" + std::to_string((*each)->id()), (*each)->title(),
                      moment(panel, (*each)->sim_ms())},
                     {}};
        marked.wish.set_moment((*each)->id());
        all.push_back(std::move(marked));
    }
    Place time{{"time", panel.say(Say::restart_time)}, {}};
    all.push_back(std::move(time));
    return all;
}

std::vector<Option> options_of(const std::vector<Place>& all) {
    std::vector<Option> options;
    for (const Place& each : all) options.push_back(each.option);
    return options;
}

// How the server is asked for what was chosen; nothing while that is not complete.
std::optional<v1::ForkSession> chosen_wish(const Panel& panel, const std::vector<Place>& all,
                                           const RestartState& state) {
    for (const Place& each : all) {
        if (each.option.key != state.chosen) continue;
        v1::ForkSession wish = each.wish;
        if (each.option.key != "time") return wish;
        const auto sim_ms = time_in(panel, state.time);
        if (!sim_ms) return std::nullopt;
        wish.set_sim_ms(*sim_ms);
        return wish;
    }
    return std::nullopt;
}

void go(Panel& panel, v1::ForkSession wish, RestartState& state) {
    v1::ClientFrame frame;
    wish.set_code(panel.model.code);
    *frame.mutable_fork_session() = std::move(wish);
    panel.outbox.say(std::move(frame));
    state = {};
}

void draw_choice(Panel& panel, Rect& body, const std::vector<Place>& all, RestartState& state) {
    choose(panel, body, {"restart.from", panel.say(Say::restart_from), Say::restart_choose},
           options_of(all), state.chosen);
    if (state.chosen != "time") return;
    body.cut_top(12);
    const bool wrong = !state.time.empty() && state.time.size() >= 4 &&
                       state.time.find(':') != std::string::npos &&
                       !time_in(panel, state.time).has_value();
    const std::string error = wrong ? panel.say(Say::restart_time_wrong) : std::string();
    labelled_field(panel.ui, body, "restart.time", panel.say(Say::restart_time_label), state.time,
                   {.placeholder = "13:40", .error = error, .limit = longest_time},
                   panel.say(Say::restart_time_hint, {std::to_string(day_of(panel.sim_ms()))}));
}

}  // namespace

void draw_restart(Panel& panel, RestartState& state) {
    const std::vector<Place> all = places(panel);
    const auto wish = chosen_wish(panel, all, state);
    Dialog dialog(panel, "restart", 640, 520, panel.say(Say::restart_title), "restart.from");
    const Rect foot = dialog.cut_foot();
    dialog.page([&](Rect& body) {
        panel.draw().cut_paragraph(body, panel.say(Say::restart_body), {}, 12);
        panel.draw().cut_paragraph(body, panel.say(Say::restart_old, {code_text(panel.model.code)}),
                                   {}, 16);
        draw_choice(panel, body, all, state);
        body.cut_top(8);
    });
    if (draw_foot(dialog, foot,
                  {.name = "restart.go",
                   .label = panel.say(Say::restart_go),
                   .why = wish ? std::string() : panel.say(Say::restart_choose_first),
                   .icon = Icon::undo}) &&
        wish)
        return go(panel, *wish, state);
    if (dialog.closed()) state = {};
}

}  // namespace casustafel::ui
