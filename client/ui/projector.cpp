#include "client/ui/projector.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/marks.hpp"

namespace casustafel::ui {
namespace {

// The logical size that is always filled: a title of 20 is 53 pixels high on 1280x720.
constexpr float wide = 480, high = 270, side = 16;
constexpr float largest_scale = 4;

// What the room is doing, in words, and how that is meant.
struct Now {
    std::string words;
    Icon icon;
    Tone tone;
};

Now now_of(const Panel& panel) {
    const v1::SwapUnderWay* swap = panel.view->swap();
    if (!panel.model.held.empty())
        return {panel.say(Say::projector_held), Icon::hourglass, Tone::attention};
    if (panel.phase_is("ended"))
        return {panel.say(Say::projector_ended), Icon::stop, Tone::neutral};
    if (panel.phase_is("lobby"))
        return {panel.say(Say::projector_lobby), Icon::accounts, Tone::accent};
    if (panel.phase_is("paused"))
        return {panel.say(Say::projector_paused), Icon::pause, Tone::attention};
    if (swap != nullptr)
        return {panel.say(swap->stage() == "reading" ? Say::projector_swap_reading
                                                     : Say::projector_swap_writing),
                Icon::swap, Tone::accent};
    return {panel.say(Say::projector_running), Icon::play, Tone::good};
}

// Real time left in this part of a swap, counted from when it was said; a pause stops it.
std::string countdown(Panel& panel, ProjectorState& state) {
    const v1::SwapUnderWay* swap = panel.view->swap();
    if (swap == nullptr || panel.phase_is("ended")) return {};
    const std::string said = swap->stage() + std::to_string(swap->ends_in_ms());
    const bool stands = panel.phase_is("paused") || !panel.model.held.empty();
    if (stands || said != state.swap_said) {
        state.swap_said = said;
        state.swap_since_ms = panel.now_ms;
    }
    panel.ui.wake_after(1);
    const std::int64_t left_ms = swap->ends_in_ms() - (panel.now_ms - state.swap_since_ms);
    return panel.say(Say::projector_swap_left, {minutes_and_seconds(left_ms)});
}

std::string seats_taken(const Panel& panel) {
    int taken = 0, all = 0;
    for (const v1::Role* role : panel.view->roles()) {
        if (role->autopilot_only()) continue;
        ++all;
        taken += role->occupant() != 0 || role->autopilot() || role->stand_in() ? 1 : 0;
    }
    return panel.say(Say::projector_seats, {std::to_string(taken), std::to_string(all)});
}

void draw_code(Panel& panel, Rect area) {
    Rect block = area.middle_row(22 + 60);
    panel.draw().line(block.cut_top(22), panel.say(Say::projector_code),
                      {Type::reading, Token::text_2, Align::centre});
    panel.draw().line(block, panel.model.code, {Type::countdown, Token::accent, Align::centre});
}

void draw_clock(Panel& panel, Rect area) {
    const v1::Session& session = *panel.view->session();
    Rect block = area.middle_row(22 + 60 + 24);
    const std::int64_t sim_ms = panel.sim_ms();
    if (session.running()) panel.ui.wake_after(1);
    panel.draw().line(block.cut_top(22),
                      panel.say(Say::projector_day, {std::to_string(day_of(sim_ms))}),
                      {Type::reading, Token::text_2, Align::centre});
    panel.draw().line(block.cut_top(60), clock_text(sim_ms),
                      {Type::countdown, Token::text, Align::centre});
    panel.draw().line(block,
                      panel.say(Say::projector_round, {std::to_string(session.round_number()),
                                                       std::to_string(session.rounds())}),
                      {Type::panel, Token::text, Align::centre});
}

void draw_now(Panel& panel, Rect strip, ProjectorState& state) {
    const Now now = now_of(panel);
    panel.draw().fill(strip, ground_of(now.tone));
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(strip, words_of(now.tone), 2);
    strip = strip.inset(side, 0);
    const std::string left = countdown(panel, state);
    if (!left.empty()) {
        panel.draw().line(strip, left, {Type::heading, words_of(now.tone), Align::right});
        strip.right -= panel.draw().width(left, Type::heading) + 12;
    }
    panel.draw().icon({strip.left + 10, strip.centre().y}, now.icon, IconSize::control,
                      words_of(now.tone));
    strip.cut_left(28);
    panel.draw().line(strip, now.words, {Type::heading, words_of(now.tone)});
}

// Sentences in the middle, when there is nothing to show yet.
void draw_sentence(Panel& panel, const std::string& words, Token colour) {
    const Rect inner = panel.ui.screen().inset(side, 0);
    const float used = panel.draw().paragraph_height(inner.width(), words, Type::heading);
    panel.draw().paragraph(inner.middle_row(used), words, {Type::heading, colour});
}

}  // namespace

float projector_scale(float width_px, float height_px) {
    const float fits = std::min(width_px / wide, height_px / high);
    return std::clamp(std::floor(fits * 4) / 4, 1.0F, largest_scale);
}

void draw_projector(Panel& panel, ProjectorState& state) {
    panel.ui.area("projector");
    Rect screen = panel.ui.screen();
    panel.draw().fill(screen, Token::surface);
    if (!state.error.empty()) return draw_sentence(panel, state.error, Token::wrong);
    if (panel.view == nullptr || panel.view->session() == nullptr) {
        const std::string& trouble = panel.trouble.sentence;
        return draw_sentence(
            panel, trouble.empty() ? panel.say(Say::projector_connecting) : trouble, Token::text_2);
    }
    draw_now(panel, screen.cut_bottom(44), state);
    screen.cut_top(8);
    panel.draw().line(screen.cut_top(32).inset(side, 0), panel.in(panel.view->session()->title()),
                      {Type::heading});
    const Rect where = screen.cut_top(26).inset(side, 0);
    if (!panel.phase_is("ended"))
        panel.draw().line(where, panel.say(Say::projector_join) + " " + state.address,
                          {Type::reading, Token::text_2});
    const Rect foot = screen.cut_bottom(32).inset(side, 0);
    if (panel.model.link == model::Link::ready)
        panel.draw().line(foot, seats_taken(panel), {Type::panel});
    else
        icon_label(panel.ui, foot, Icon::offline, panel.say(Say::projector_offline),
                   Tone::attention, true);
    if (panel.phase_is("lobby")) return draw_code(panel, screen);  // nothing runs yet
    draw_code(panel, screen.cut_left(screen.width() / 2));
    panel.draw().vertical_rule(screen.left, screen.top + 12, screen.bottom - 12);
    draw_clock(panel, screen);
}

}  // namespace casustafel::ui
