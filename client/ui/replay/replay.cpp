#include "client/ui/replay/replay.hpp"

#include <algorithm>
#include <array>

#include "client/ui/frame/strips.hpp"
#include "client/ui/frame/top_bar.hpp"
#include "client/ui/interludes/swap.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/replay/replay_list.hpp"
#include "client/ui/replay/time_line.hpp"
#include "client/ui/table/table.hpp"

namespace casustafel::ui {
namespace {

constexpr double ask_again_seconds = 0.15;
constexpr std::int64_t longest_gap_ms = 20'000;  // what was quiet for longer plays as this
constexpr std::array speeds{1, 2, 4, 8, 16};
constexpr float time_height = 64;

// What was cannot be acted upon.
class Nothing final : public Outbox {
public:
    model::CommandId act(v1::Command) override { return {}; }
    void connect(const std::string&) override {}
    void look_up(const std::string&) override {}
    void join(const std::string&, const std::string&, const std::string&) override {}
    void reenter(const std::string&, const std::string&) override {}
    void open_as_trainer(const std::string&, const std::string&) override {}
    void attach(const std::string&) override {}
    void sign_out() override {}
    void choose_role(const std::string&) override {}
    void say(v1::ClientFrame) override {}
};

const std::vector<v1::ReplayMoment>& moments(const Panel& panel) {
    return panel.model.replay.moments;
}

// What one goes to: what was decided, what came from outside, swaps, bookmarks and the clock.
bool is_key(const v1::ReplayMoment& moment) {
    constexpr std::array<std::string_view, 5> kinds{"decision", "inject", "swap", "moment",
                                                    "session"};
    return std::find(kinds.begin(), kinds.end(), moment.kind()) != kinds.end();
}

bool is_declassified(const Panel& panel) {
    const v1::Session* session = panel.view ? panel.view->find<v1::Session>() : nullptr;
    return session != nullptr && session->declassified();
}

// Whose eyes are asked for: a trainer has no table of its own.
std::string eyes_of(const Panel& panel, const ReplayState& state) {
    const auto& roles = panel.model.replay.roles;
    if (std::find(roles.begin(), roles.end(), state.eyes) != roles.end()) return state.eyes;
    return panel.model.trainer && !roles.empty() ? roles.front() : std::string();
}

std::uint64_t position_of(const Panel& panel, const ReplayState& state) {
    return moments(panel).empty() ? panel.model.replay.last : moments(panel)[state.at].position();
}

// By oneself: whoever looks around does not follow any more.
void go_to(ReplayState& state, std::size_t at, double seconds) {
    state.at = at;
    state.moved_seconds = seconds;
    state.following = false;
}

void follow(Panel& panel, ReplayState& state) {
    const v1::ReplayLed& led = panel.model.led;
    if (panel.model.trainer || !state.following || led.position() == 0 || led.released()) return;
    const auto& all = moments(panel);
    const auto after = std::find_if(all.begin(), all.end(), [&](const v1::ReplayMoment& each) {
        return each.position() > led.position();
    });
    state.at = after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
    state.eyes = led.role();
    state.playing = false;
}

void lead(Panel& panel, ReplayState& state) {
    const std::uint64_t position = position_of(panel, state);
    const std::string eyes = eyes_of(panel, state);
    if (!state.leading || moments(panel).empty() ||
        (state.led_position == position && state.led_eyes == eyes))
        return;
    state.led_position = position, state.led_eyes = eyes;
    v1::ClientFrame frame;
    frame.mutable_lead_replay()->set_position(position);
    frame.mutable_lead_replay()->set_role(eyes);
    panel.outbox.say(std::move(frame));
}

// What happened, once for each arrival, and again when the case was opened meanwhile.
void ask_what_happened(Panel& panel, ReplayState& state) {
    const bool fresh = state.asked_arrival != panel.model.arrivals;
    if (!panel.live() || (!fresh && state.asked_declassified == is_declassified(panel))) return;
    state.asked_arrival = panel.model.arrivals;
    state.asked_declassified = is_declassified(panel);
    state.asked_any = false;
    v1::ClientFrame frame;
    frame.mutable_ask_replay();
    panel.outbox.say(std::move(frame));
}

// What stood there, one after another and not faster than can be seen.
void ask_screen(Panel& panel, ReplayState& state) {
    if (!panel.live() || !panel.model.replay.whole) return;
    const std::uint64_t position = position_of(panel, state);
    const std::string eyes = eyes_of(panel, state);
    if (state.asked_any && state.asked_position == position && state.asked_eyes == eyes) return;
    const double now = panel.ui.seconds();
    if (state.asked_any && now - state.asked_seconds < ask_again_seconds)
        return panel.ui.wake_after(ask_again_seconds);
    state.asked_any = true;
    state.asked_position = position, state.asked_eyes = eyes, state.asked_seconds = now;
    v1::ClientFrame frame;
    frame.mutable_look_back()->set_position(position);
    frame.mutable_look_back()->set_role(eyes);
    panel.outbox.say(std::move(frame));
}

// The model of then: who everybody is, and one view.
void take_in(const Panel& panel, ReplayState& state) {
    if (state.shown == panel.model.looks_back) return;
    state.shown = panel.model.looks_back;
    state.then = {};
    state.then.link = model::Link::ready;
    state.then.code = panel.model.code;
    state.then.participant = panel.model.participant;
    state.then.names = panel.model.names;
    state.then.observers = panel.model.observers;
    const v1::LookedBack& at = panel.model.looked_back;
    state.then.session_sim_ms = at.sim_ms();
    const model::View* back = panel.model.view(std::string(model::back_view));
    if (at.shown() && !at.role().empty() && back != nullptr)
        state.then.views["role:" + at.role()] = *back;
}

// Moment after moment, as long as each took, with the quiet cut short.
void play(Panel& panel, ReplayState& state) {
    if (!state.playing) return;
    const auto& all = moments(panel);
    const double now = panel.ui.seconds();
    while (state.at + 1 < all.size()) {
        const std::int64_t gap_ms = std::clamp<std::int64_t>(
            all[state.at + 1].real_ms() - all[state.at].real_ms(), 0, longest_gap_ms);
        const double wait =
            static_cast<double>(gap_ms) / 1000 / speeds[static_cast<std::size_t>(state.speed)];
        if (now < state.moved_seconds + wait)
            return panel.ui.wake_after(std::max(0.05, state.moved_seconds + wait - now));
        ++state.at;
        state.moved_seconds += wait;
        state.list.first = std::max(0, static_cast<int>(state.at) - 3);
    }
    state.playing = false;
}

void draw_eyes(Panel& panel, Rect& strip, ReplayState& state) {
    std::vector<Option> options;
    if (!panel.model.trainer) options.push_back({"own", panel.say(Say::replay_my_screen)});
    for (const std::string& role : panel.model.replay.roles)
        options.push_back({role, role + "  " + panel.role_name(role)});
    if (options.empty()) return;
    const std::string eyes = eyes_of(panel, state);
    int chosen = 0;
    for (std::size_t at = 0; at < options.size(); ++at)
        if (options[at].key == eyes) chosen = static_cast<int>(at);
    const Rect place = strip.cut_right(is_narrow(panel.ui) ? 150.0F : 240.0F).middle_row(40);
    strip.cut_right(12);
    const int picked =
        select(panel.ui, place, "past.eyes", options, chosen, panel.say(Say::replay_eyes));
    if (picked < 0 || picked == chosen) return;
    const std::string& key = options[static_cast<std::size_t>(picked)].key;
    state.eyes = key == "own" ? std::string() : key;
    state.following = false;
}

// What a trainer does here for everybody.
void draw_trainers_acts(Panel& panel, Rect& strip, ReplayState& state) {
    const bool leads = state.leading;
    if (button_right(panel.ui, strip, 36, "past.lead",
                     panel.say(leads ? Say::replay_lead_stop : Say::replay_lead),
                     {.icon = Icon::accounts, .small = true})) {
        state.leading = !leads;
        state.led_position = 0;
        if (leads) {
            v1::ClientFrame frame;
            frame.mutable_lead_replay()->set_position(position_of(panel, state));
            frame.mutable_lead_replay()->set_released(true);
            panel.outbox.say(std::move(frame));
        }
    }
    strip.cut_right(8);
    if (is_declassified(panel)) return;
    if (button_right(panel.ui, strip, 36, "past.declassify", panel.say(Say::replay_declassify),
                     {.icon = Icon::lock, .small = true}))
        state.declassify_asked = true;
    strip.cut_right(8);
}

void draw_strip(Panel& panel, Rect strip, ReplayState& state) {
    panel.ui.area("replay");
    panel.draw().fill(strip, Token::attention_soft);
    panel.draw().horizontal_rule(strip.left, strip.right, strip.bottom - 1);
    strip = strip.inset(measure::pad.in(panel.ui), 0);
    if (button_right(panel.ui, strip, 36, "past.close", panel.say(Say::replay_close),
                     {.style = ButtonStyle::primary, .small = true}))
        state.open = state.playing = false;
    strip.cut_right(12);
    draw_eyes(panel, strip, state);
    if (panel.model.trainer) draw_trainers_acts(panel, strip, state);
    const bool led = panel.model.led.position() != 0 && !panel.model.led.released();
    if (!panel.model.trainer && led && !state.following &&
        button_right(panel.ui, strip, 36, "past.follow", panel.say(Say::replay_follow),
                     {.icon = Icon::accounts, .small = true}))
        state.following = true;
    if (is_narrow(panel.ui) &&
        button_right(panel.ui, strip, 36, "past.part",
                     panel.say(state.listing ? Say::replay_table : Say::replay_list),
                     {.small = true}))
        state.listing = !state.listing;
    panel.draw().icon({strip.left + 10, strip.centre().y}, Icon::eye, IconSize::control,
                      Token::attention);
    strip.cut_left(32);
    Rect words = strip.middle_row(42);
    panel.draw().line(words.cut_top(22), panel.say(Say::replay_marked), {Type::strong});
    const v1::LookedBack& at = panel.model.looked_back;
    const std::string when = moment(panel, at.sim_ms());
    std::string note = at.role().empty()
                           ? panel.say(Say::replay_own, {when})
                           : panel.say(Say::replay_now, {when, panel.role_name(at.role())});
    if (!panel.model.trainer && led)
        note += " · " + panel.say(state.following ? Say::replay_led : Say::replay_around);
    panel.draw().line(words, note, {Type::small, Token::text_2});
}

// To the next or previous moment that stands out.
void step_to_key(Panel& panel, ReplayState& state, int way) {
    const auto& all = moments(panel);
    for (int at = static_cast<int>(state.at) + way; at >= 0 && at < static_cast<int>(all.size());
         at += way) {
        if (!is_key(all[static_cast<std::size_t>(at)])) continue;
        go_to(state, static_cast<std::size_t>(at), panel.ui.seconds());
        state.list.first = std::max(0, at - 3);
        return;
    }
}

void draw_time(Panel& panel, Rect bar, ReplayState& state) {
    panel.ui.area("past.time");
    panel.draw().fill(bar, Token::surface);
    panel.draw().horizontal_rule(bar.left, bar.right, bar.top);
    bar = bar.inset(measure::pad.in(panel.ui), 10);
    const auto& all = moments(panel);
    const bool some = all.size() > 1;
    const bool small = is_narrow(panel.ui);
    const std::string previous = panel.say(Say::replay_previous),
                      next = panel.say(Say::replay_next);
    if (button(panel.ui, bar.cut_left(44), "past.previous", {},
               {.icon = Icon::chevron_left, .enabled = some}, previous))
        step_to_key(panel, state, -1);
    bar.cut_left(8);
    const ButtonLook look{.style = ButtonStyle::primary,
                          .icon = state.playing ? Icon::pause : Icon::play,
                          .enabled = some};
    const std::string words = panel.say(state.playing ? Say::replay_pause : Say::replay_play);
    if (small ? button(panel.ui, bar.cut_left(44), "past.play", {}, look, words)
              : button_left(panel.ui, bar, 0, "past.play", words, look)) {
        state.playing = !state.playing;
        go_to(state, state.at + 1 < all.size() ? state.at : 0, panel.ui.seconds());
    }
    bar.cut_left(8);
    if (button(panel.ui, bar.cut_left(44), "past.next", {},
               {.icon = Icon::chevron_right, .enabled = some}, next))
        step_to_key(panel, state, 1);
    bar.cut_left(12);
    std::vector<Segment> segments;
    for (const int speed : speeds)
        segments.push_back({std::to_string(speed), std::to_string(speed) + "×"});
    if (!small) {
        const Rect place = bar.cut_right(segmented_width(panel.ui, segments)).middle_row(36);
        bar.cut_right(12);
        const int picked = segmented(panel.ui, place, "past.speed", segments, state.speed);
        if (picked >= 0) state.speed = picked;
    }
    const int to = time_line(panel.ui, bar, "past.line", panel.say(Say::replay_scrub), state.at,
                             all.size(), [&](std::size_t at) { return is_key(all[at]); });
    if (to < 0) return;
    go_to(state, static_cast<std::size_t>(to), panel.ui.seconds());
    state.list.first = std::max(0, to - 3);
}

// The screen of then, drawn within this part.
void draw_then(Panel& panel, Rect part, ReplayState& state) {
    const std::string role = panel.model.looked_back.role();
    const model::View* view = state.then.view("role:" + role);
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    if (session == nullptr || session->phase() == contract::SessionPhase::lobby) {
        const bool coming = !panel.model.replay.whole || state.shown == 0;
        empty_state(panel.ui, part.middle(std::min(560.0F, part.width() - 32), 130),
                    {panel.say(coming ? Say::replay_coming : Say::replay_nothing_there),
                     panel.say(coming ? Say::replay_coming_body : Say::replay_nothing_there_body)},
                    true);
        return;
    }
    Nothing nothing;
    state.then.session_received_ms = panel.now_ms;
    Panel then{panel.ui, state.then, nothing, panel.now_ms, {}, view, role};
    then.looking = then.borrowed = true;
    // A borrowed screen leaves room for a strip above it, which stands there already.
    const Rect whole = panel.ui.draw_within(
        {part.left, part.top - borrowed_strip_height, part.right, part.bottom});
    TableState& table = state.tables[role];
    if (view->find<v1::SwapUnderWay>() != nullptr)
        draw_swap(then, table);
    else
        draw_table(then, table);
    panel.ui.draw_within(whole);
}

void ask_to_declassify(Panel& panel, ReplayState& state) {
    const Answer answer = draw_question(
        panel, {"past.open_all", panel.say(Say::replay_declassify_title),
                panel.say(Say::console_sure_declassify), panel.say(Say::replay_declassify_yes)});
    if (answer == Answer::none) return;
    state.declassify_asked = false;
    if (answer == Answer::yes) panel.act<v1::DeclassifyCase>();
}

}  // namespace

bool looks_back(const Panel& panel, ReplayState& state, bool asked) {
    const bool over = panel.view != nullptr && panel.view->find<v1::Session>() != nullptr &&
                      panel.phase_is(Phase::ended);
    if (!over) return state.open = false;
    if (state.led_seen != panel.model.leads) {
        state.led_seen = panel.model.leads;
        if (!panel.model.trainer && state.following && !panel.model.led.released())
            state.open = true;
    }
    if (asked) {
        state.open = state.following = true;
        state.asked_any = false;
    }
    return state.open;
}

void draw_replay(Panel& panel, ReplayState& state, BarState& bar) {
    ask_what_happened(panel, state);
    if (state.at >= moments(panel).size() && !moments(panel).empty())
        state.at = moments(panel).size() - 1;
    follow(panel, state);
    play(panel, state);
    ask_screen(panel, state);
    take_in(panel, state);
    lead(panel, state);
    Rect screen = panel.ui.screen();
    draw_strip(panel, screen.cut_top(borrowed_strip_height), state);
    draw_strips(panel, screen, bar);
    draw_time(panel, screen.cut_bottom(time_height), state);
    const bool narrow = is_narrow(panel.ui);
    int picked = -1;
    if (!narrow || state.listing) {
        const Rect list = narrow ? screen : screen.cut_right(screen.width() >= 1440 ? 340 : 280);
        picked = draw_replay_list(panel, list, state);
    }
    if (!narrow || !state.listing) draw_then(panel, screen, state);
    if (picked >= 0) {
        go_to(state, static_cast<std::size_t>(picked), panel.ui.seconds());
        state.listing = false;
    }
    if (state.declassify_asked) ask_to_declassify(panel, state);
    if (panel.ui.take(Intent::close)) state.open = state.playing = false;
}

}  // namespace casustafel::ui
