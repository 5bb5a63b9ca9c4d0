#include "client/ui/entrance/projector.hpp"

#include <algorithm>
#include <cmath>

#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/qr_code.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

// The logical size that is always filled: a title of 20 is 53 pixels high on 1280x720.
constexpr float wide = 480, high = 270, side = 16;
// Of the QR code: a phone reads it from the back of a room that can read the title.
constexpr float qr_wide = 112;
constexpr float largest_scale = 4;

// What the room is doing, in words, and how that is meant.
struct Now {
    std::string words;
    Icon icon;
    Tone tone;
    std::string note{};  // a smaller line under the words
};

bool is_offline(const Panel& panel) { return panel.model.link != model::Link::ready; }

Now now_of(const Panel& panel) {
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    if (is_offline(panel))
        return {panel.say(Say::projector_as_of, {clock_text(panel.sim_ms())}), Icon::offline,
                Tone::attention};
    if (!panel.model.held.empty())
        return {panel.say(Say::projector_held), Icon::hourglass, Tone::attention,
                panel.say(Say::projector_held_body)};
    if (panel.phase_is(Phase::lobby))
        return {panel.say(Say::projector_lobby), Icon::accounts, Tone::accent};
    if (panel.phase_is(Phase::paused))
        return {panel.say(Say::projector_paused), Icon::pause, Tone::attention};
    if (swap != nullptr)
        return {
            panel.say(swap->stage() == contract::SwapStage::reading ? Say::projector_swap_reading
                                                                    : Say::projector_swap_writing),
            Icon::swap, Tone::accent};
    if (panel.asking()) return {panel.say(Say::prompt_title), Icon::pause, Tone::accent};
    return {panel.say(Say::projector_running), Icon::play, Tone::good};
}

// Real time left in this part of a swap, counted from when it was said; a pause stops it.
std::string countdown(Panel& panel, const v1::SwapUnderWay& swap) {
    panel.ui.wake_after(1);
    return minutes_and_seconds(panel.model.left_ms(*panel.view,
                                                   contract::entity_key(contract::entities::swap),
                                                   swap.ends_in_ms(), panel.now_ms));
}

std::string seats_taken(const Panel& panel) {
    int taken = 0, all = 0;
    for (const v1::Role* role : panel.view->all<v1::Role>()) {
        if (role->autopilot_only()) continue;
        ++all;
        taken += role->occupant() != 0 || role->autopilot() || role->stand_in() ? 1 : 0;
    }
    return panel.say(Say::projector_seats, {std::to_string(taken), std::to_string(all)});
}

// What the room looks at: a caption, one large number, and a line under it.
struct Sight {
    std::string above, number, below;
    Token colour = Token::text;
    // "nog" or "left": the largest letters are figures only, so words beside them are smaller.
    std::string before{}, after{};
};

std::string trimmed(const std::string& words) {
    const auto first = words.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return words.substr(first, words.find_last_not_of(' ') + 1 - first);
}

void draw_number(Panel& panel, Rect row, const Sight& sight) {
    const auto room = [&](const std::string& words) {
        return words.empty() ? 0.0F : panel.draw().width(words, Type::title) + 14;
    };
    const float number = panel.draw().width(sight.number, Type::countdown) + 1,
                all = room(sight.before) + number + room(sight.after);
    row.left = row.centre().x - all / 2;
    // On one line with the foot of the figures.
    const TextLook words{Type::title, sight.colour};
    panel.draw().line(row.cut_left(room(sight.before)).moved(0, 7), sight.before, words);
    panel.draw().line(row.cut_left(number), sight.number, {Type::countdown, sight.colour});
    row.cut_left(14);
    panel.draw().line(row.moved(0, 7), sight.after, words);
}

void draw_sight(Panel& panel, Rect area, const Sight& sight) {
    Rect block = area.middle_row(22 + 58 + 28);
    panel.draw().line(block.cut_top(22), sight.above,
                      {Type::reading, Token::text_2, Align::centre});
    draw_number(panel, block.cut_top(58), sight);
    panel.draw().line(block, sight.below, {Type::heading, Token::text, Align::centre});
}

// Real time left in this round; why it does not count when it does not.
std::string round_left(const Panel& panel) {
    const v1::Session& session = *panel.view->find<v1::Session>();
    if (!session.running() || session.rate_permille() <= 0 || !panel.model.held.empty())
        return panel.say(Say::projector_still);
    return panel.say(Say::projector_swap_left,
                     {minutes_and_seconds((session.segment_ends_sim_ms() - panel.sim_ms()) * 1000 /
                                          session.rate_permille())});
}

Sight sight_of(Panel& panel) {
    const v1::Session& session = *panel.view->find<v1::Session>();
    if (panel.phase_is(Phase::lobby))
        return {panel.say(Say::projector_code), code_text(panel.model.code), {}, Token::accent};
    const std::int64_t sim_ms = panel.sim_ms();
    if (session.running()) panel.ui.wake_after(1);
    const std::string day = panel.say(Say::projector_day, {std::to_string(day_of(sim_ms))}),
                      clock = clock_text(sim_ms);
    const v1::SwapUnderWay* swap = panel.view->find<v1::SwapUnderWay>();
    // In a swap the time to write or read is what counts; the case waits.
    if (swap != nullptr) {
        Sight sight{
            panel.say(swap->stage() == contract::SwapStage::reading ? Say::swap_time_to_read
                                                                    : Say::swap_time_to_write),
            countdown(panel, *swap), day + ", " + clock + ": " + panel.say(Say::projector_still)};
        const std::string left = panel.say(Say::projector_swap_left, {"|"});
        const auto at = std::min(left.size(), left.find('|'));
        sight.before = trimmed(left.substr(0, at));
        sight.after = trimmed(left.substr(std::min(left.size(), at + 1)));
        return sight;
    }
    if (is_offline(panel)) return {panel.say(Say::projector_last_known), clock, day, Token::text_2};
    return {day, clock, round_left(panel)};
}

void draw_now(Panel& panel, Rect strip, const Now& now) {
    panel.draw().fill(strip, ground_of(now.tone));
    if (borders_for_fills(panel.draw().contrast()))
        panel.draw().border(strip, words_of(now.tone), 2);
    strip = strip.inset(side, 0);
    panel.draw().icon({strip.left + 10, strip.centre().y}, now.icon, IconSize::control,
                      words_of(now.tone));
    strip.cut_left(28);
    if (!now.note.empty()) {
        strip = strip.middle_row(54);
        panel.draw().line(strip.cut_top(28), now.words, {Type::heading, words_of(now.tone)});
        panel.draw().line(strip, now.note, {Type::reading, words_of(now.tone)});
        return;
    }
    // A sentence too long for one line of the large letters takes two of the smaller ones.
    if (panel.draw().width(now.words, Type::heading) <= strip.width())
        panel.draw().line(strip, now.words, {Type::heading, words_of(now.tone)});
    else
        panel.draw().paragraph(
            strip.middle_row(panel.draw().paragraph_height(strip.width(), now.words, Type::strong)),
            now.words, {Type::strong, words_of(now.tone)}, 2);
}

// Sentences in the middle, when there is nothing else to show.
void draw_sentence(Panel& panel, const std::string& words, Token colour) {
    const Rect inner = panel.ui.screen().inset(side, 0);
    const float used = panel.draw().paragraph_height(inner.width(), words, Type::heading);
    panel.draw().paragraph(inner.middle_row(used), words, {Type::heading, colour, Align::centre});
}

// Why there is nothing to show.
std::string trouble_words(const Panel& panel, const std::string& key) {
    const auto known = text::find(key);
    return panel.say(known ? *known : Say::refusal_unknown);
}

// How many seats are taken and, once it plays, which round it is.
void draw_foot(Panel& panel, Rect row) {
    if (!panel.phase_is(Phase::lobby)) {
        const v1::Session& session = *panel.view->find<v1::Session>();
        const std::string round =
            panel.say(Say::projector_round,
                      {std::to_string(session.round_number()), std::to_string(session.rounds())});
        panel.draw().line(row.cut_right(panel.draw().width(round, Type::panel) + 1), round,
                          {Type::panel, Token::text, Align::right});
        row.right -= 16;
    }
    panel.draw().line(row, seats_taken(panel), {Type::panel});
}

// Draws how the case ended, for everybody to read, in the largest letters that fit.
void draw_outcome(Panel& panel, Rect area, const v1::Ending& ending) {
    panel.draw().line(area.cut_top(32), panel.in(ending.title()),
                      {Type::heading, Token::accent, Align::centre});
    const std::string& text = panel.in(ending.text());
    const bool fits =
        panel.draw().paragraph_height(area.width(), text, Type::body) <= area.height();
    panel.draw().paragraph(area, text, {fits ? Type::body : Type::small});
}

// The end: nothing to join and no clock to look at.
void draw_ended(Panel& panel, Rect screen) {
    const v1::Ending* ending = panel.view->find<v1::Ending>();
    Rect block = ending == nullptr ? screen.middle_row(36 + 28) : screen.inset(side, 8);
    panel.draw().line(block.cut_top(36), panel.say(Say::projector_ended),
                      {Type::title, Token::text, Align::centre});
    panel.draw().cut_line(block, 28, panel.in(panel.view->find<v1::Session>()->title()),
                          {Type::reading, Token::text_2, Align::centre}, 8);
    if (ending != nullptr) draw_outcome(panel, block, *ending);
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
    if (!state.error.empty())
        return draw_sentence(panel, trouble_words(panel, state.error), Token::wrong);
    if (panel.view == nullptr || panel.view->find<v1::Session>() == nullptr) {
        const std::string& trouble = panel.trouble.sentence;
        return draw_sentence(
            panel, trouble.empty() ? panel.say(Say::projector_connecting) : trouble, Token::text_2);
    }
    if (panel.phase_is(Phase::ended)) return draw_ended(panel, screen);
    const Now now = now_of(panel);
    draw_now(panel, screen.cut_bottom(now.note.empty() ? 48 : 56), now);
    screen.cut_top(8);
    Rect head = screen.cut_top(36).inset(side, 0);
    if (!panel.phase_is(Phase::lobby)) {
        const std::string code = code_text(panel.model.code);
        const float room = panel.draw().width(code, Type::title) + 1;
        panel.draw().line(head.cut_right(room), code, {Type::title, Token::accent, Align::right});
        head.cut_right(16);
    }
    panel.draw().line(head, panel.in(panel.view->find<v1::Session>()->title()), {Type::heading});
    const Rect where = screen.cut_top(26).inset(side, 0);
    const std::string& link = panel.model.invitation.address();
    panel.draw().line(where,
                      panel.say(Say::projector_join) + " " + (link.empty() ? state.address : link),
                      {Type::reading, Token::text_2});
    draw_foot(panel, screen.cut_bottom(30).inset(side, 0));
    Rect code = screen;
    code.left = code.right - side - qr_wide;
    code.right -= side;
    if (!is_offline(panel) && draw_qr_code(panel, code, panel.model.invitation))
        screen.right = code.left;
    draw_sight(panel, screen, sight_of(panel));
}

}  // namespace casustafel::ui
