#include "client/ui/table/table_bar.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "client/model/queries.hpp"
#include "client/ui/frame/glossary.hpp"
#include "client/ui/frame/guide.hpp"
#include "client/ui/frame/onlookers.hpp"
#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/words.hpp"
#include "client/ui/table/next_up.hpp"
#include "client/ui/table/table.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr auto phases = contract::words<contract::MeetingPhase>;
constexpr float phase_high = 32, phase_circle = 22, phase_gap = 8, room_for_call = 1240,
                badge_and_gaps = 12 + 36 + 20;

struct Status {
    Icon icon;
    Tone tone;
    std::string words;
};

// The meeting this role is in, else the first it belongs to.
const v1::Meeting* own_meeting(const Panel& panel) {
    if (const v1::Meeting* present = model::present_in(*panel.view, panel.role)) return present;
    for (const v1::Meeting* meeting : panel.view->all<v1::Meeting>())
        if (meeting->may_enter() && !meeting->phase().empty()) return meeting;
    return nullptr;
}

float phase_width(const Panel& panel) {
    const v1::Meeting* meeting = own_meeting(panel);
    if (meeting == nullptr || meeting->phase().empty()) return 0;
    return 6 + phase_circle + 8 +
           panel.draw().width(panel.word("meeting_phase", meeting->phase()), Type::strong_small) +
           14;
}

// Where the meeting is in its three phases: the one of now in words, the others as numbers where
// there is room besides what comes after. Cut off the left.
void draw_phase(Panel& panel, Rect& bar, float after) {
    const v1::Meeting* meeting = own_meeting(panel);
    const auto now = meeting == nullptr ? phases.end()
                                        : std::find(phases.begin(), phases.end(), meeting->phase());
    if (now == phases.end()) return;
    Painter& draw = panel.draw();
    const std::string words = panel.word("meeting_phase", *now);
    const float pill = phase_width(panel);
    const bool others = panel.ui.layout() != Layout::narrow &&
                        bar.width() - after >= pill + 2 * (phase_circle + phase_gap);
    if (bar.width() < pill) return;
    for (std::size_t index = 0; index < phases.size(); ++index) {
        const bool current = phases[index] == *now;
        if (!current && !others) continue;
        const Rect place = bar.cut_left(current ? pill : phase_circle).middle_row(phase_high);
        bar.cut_left(phase_gap);
        const float left = current ? place.left + 6 : place.left;
        const Point middle{left + phase_circle / 2, place.centre().y};
        const Rect circle{left, place.top, left + phase_circle, place.bottom};
        const std::string number = std::to_string(index + 1);
        if (!current) {
            draw.ring(middle, phase_circle / 2, Token::control_border, 1);
            draw.line(circle, number, {Type::small, Token::text_2, Align::centre});
            continue;
        }
        draw.fill(place, Token::accent_soft, phase_high / 2);
        draw.circle(middle, phase_circle / 2, Token::accent);
        draw.line(circle, number, {Type::strong_small, Token::on_accent, Align::centre});
        draw.line({circle.right + 8, place.top, place.right, place.bottom}, words,
                  {Type::strong_small, Token::accent});
        hint(panel, place, term_for("meeting_phase", meeting->phase()));
    }
}

// What the triage of the case came to. Bases depend on it, so it always stands in the bar: as a
// chip, or under the name of the table where there is no room for one.
std::optional<Status> triage_status(const Panel& panel) {
    const v1::Triage* triage = panel.view->find<v1::Triage>();
    const bool accepted = triage != nullptr && triage->status() == contract::TriageStatus::accepted;
    if (triage == nullptr || (!accepted && triage->status() != contract::TriageStatus::put_up))
        return std::nullopt;
    return Status{accepted ? Icon::check_circle : Icon::flag,
                  accepted ? Tone::good : Tone::attention, panel.word("triage", triage->status())};
}

float triage_width(const Panel& panel) {
    const auto status = triage_status(panel);
    return status ? chip_width(panel.ui, status->icon, status->words) + 20 : 0;
}

// The chip, and what this role can do about it.
void draw_triage(Panel& panel, Rect bar, bool with_chip, bool& asked) {
    const v1::Triage* triage = panel.view->find<v1::Triage>();
    const v1::RoleCard* card = panel.view->find<v1::RoleCard>(panel.role);
    if (triage == nullptr) return;
    const bool accepted = triage->status() == contract::TriageStatus::accepted,
               put_up = triage->status() == contract::TriageStatus::put_up;
    const bool accepts = put_up && card != nullptr && card->accepts_triage();
    const bool acts = !accepted && (!put_up || accepts) && panel.may_act();
    const std::string label = panel.say(accepts ? Say::table_accept : Say::table_put_up_long);
    const float wide = acts ? panel.draw().width(label, Type::strong_small) + 2 : 0;
    // What one can do goes before how it stands, where there is no room for both.
    const bool both = !acts || bar.width() >= triage_width(panel) + wide;
    if (const auto status = triage_status(panel); status && with_chip && both) {
        const float chip_wide =
            chip(panel.ui, {bar.left, bar.centre().y}, status->icon, status->words, status->tone);
        hint(panel, {bar.left, bar.top + 8, bar.left + chip_wide, bar.bottom - 8}, "triage");
        bar.cut_left(chip_wide + 12);
    }
    if (!acts || bar.width() < wide) return;
    if (link(panel.ui, bar.cut_left(wide).middle_row(28), "table.triage", label)) asked = true;
}

// Who plays several roles goes from one to the other here.
void draw_role_switch(Panel& panel, Rect& bar) {
    const auto roles = panel.model.roles();
    if (panel.borrowed || roles.size() < 2) return;
    std::vector<Segment> segments;
    int chosen = -1;
    for (const std::string& role : roles) {
        if (role == panel.role) chosen = static_cast<int>(segments.size());
        segments.push_back({role, role});
    }
    const float wide = segmented_width(panel.ui, segments);
    if (bar.width() < wide + 60) return;
    const int picked =
        segmented(panel.ui, bar.cut_right(wide).middle_row(32), "table.role", segments, chosen);
    bar.cut_right(16);
    if (picked >= 0) panel.outbox.choose_role(roles[static_cast<std::size_t>(picked)]);
}

// Who one is and what falls due first; what is left of the bar is for the phase.
void draw_narrow_name(Panel& panel, Rect bar, const std::string& table) {
    Painter& draw = panel.draw();
    table_badge(panel.ui, {bar.left + 10, bar.centre().y}, table);
    bar.cut_left(30);
    const auto next = next_up(panel);
    const std::string name = panel.role_name(panel.role);
    float wide = draw.width(name, Type::strong) + 1;
    Rect words = bar;
    if (next) {
        const TermLeft left = term_left(panel, next->by_sim_ms);
        const Type type = left.strong ? Type::strong_small : Type::small;
        std::string due = left.words + "  " + next->words;
        // How long there is comes before what for, and the phase before that.
        if (22 + draw.width(due, type) + 16 + phase_width(panel) > bar.width()) due = left.words;
        wide = std::max(wide, 22 + draw.width(due, type));
        words = bar.middle_row(42);
        icon_label(panel.ui, words.cut_bottom(20), left.icon, due, left.tone, left.strong);
    }
    draw.line(words, name, {Type::strong});
    bar.cut_left(wide + 16);
    draw_phase(panel, bar, 0);
}

// Whether there is room for a chip besides the name of the table and the phase of now.
bool has_room_for_triage(const Panel& panel, Rect bar, float name) {
    return bar.width() >= badge_and_gaps + name + phase_width(panel) + 16 + triage_width(panel);
}

// What the case is called, or what its triage came to.
void draw_under_name(Panel& panel, Rect line, const std::string& title, bool tells_triage) {
    const auto status = triage_status(panel);
    if (!status || !tells_triage)
        return void(panel.draw().line(line, title, {Type::small, Token::text_2}));
    icon_label(panel.ui, line, status->icon, status->words, status->tone, true);
    hint(panel, line, "triage");
}

// Returns whether what the triage came to has its chip.
bool draw_table_name(Panel& panel, Rect& bar, const std::string& table_id) {
    Painter& draw = panel.draw();
    const Rect whole = bar;
    draw.vertical_rule(bar.left - 8, bar.centre().y - 18, bar.centre().y + 18);
    bar.cut_left(12);
    table_badge(panel.ui, {bar.left + 12, bar.centre().y}, table_id, 24);
    bar.cut_left(36);
    const v1::Session* session = panel.view->find<v1::Session>();
    const std::string title = session == nullptr ? std::string() : panel.in(session->title());
    std::string name;
    for (const v1::Table* table : panel.view->all<v1::Table>())
        if (table->id() == table_id) name = panel.in(table->name());
    float wanted = std::min(
        260.0F, std::max(draw.width(name, Type::strong), draw.width(title, Type::small)) + 1);
    const auto status = triage_status(panel);
    const bool apart = !status || has_room_for_triage(panel, whole, wanted);
    if (!apart)
        wanted = std::max(draw.width(name, Type::strong) + 1,
                          draw.width(status->words, Type::strong_small) + 26);
    Rect words = bar.cut_left(std::min(bar.width(), wanted)).middle_row(40);
    draw.line(words.cut_top(22), name, {Type::strong});
    draw_under_name(panel, words, title, !apart);
    bar.cut_left(20);
    return apart;
}

// The way to help in plain sight, where the bar has room for it; else it is in the menu.
void draw_call(Panel& panel, Rect& bar, HelpState& help) {
    const bool in_play = panel.phase_is(Phase::running) || panel.phase_is(Phase::paused);
    if (panel.model.trainer || !in_play || panel.ui.screen().width() < room_for_call) return;
    if (button_right(panel.ui, bar, 32, "table.help", panel.say(Say::table_help),
                     {.style = ButtonStyle::outlined, .small = true}, panel.say(Say::ui_menu_help)))
        open_guide(help);
    bar.cut_right(12);
}

}  // namespace

void draw_table_bar(Panel& panel, Rect area, TableState& state) {
    Rect bar = draw_bar(panel, area);
    if (!panel.borrowed) {
        draw_menu(panel, bar, state.bar, true);
        bar.cut_right(8);
        draw_call(panel, bar, state.bar.help);
        draw_onlookers(panel, bar, state.bar.help);
        draw_connection(panel, bar);
        bar.cut_right(16);
    }
    draw_clock(panel, bar);
    bar.cut_right(16);
    if (panel.ui.layout() != Layout::narrow) draw_next_up(panel, bar, state);
    bar.cut_right(8);
    draw_role_switch(panel, bar);
    const std::string table_id = panel.table_of(panel.role);
    if (panel.ui.layout() == Layout::narrow) return draw_narrow_name(panel, bar, table_id);
    const bool chip = draw_table_name(panel, bar, table_id);
    draw_phase(panel, bar, chip ? triage_width(panel) : 0);
    bar.cut_left(8);
    draw_triage(panel, bar, chip, state.bar.triage_asked);
}

void act_on_triage(Panel& panel, TableState& state) {
    if (!std::exchange(state.bar.triage_asked, false)) return;
    const v1::Triage* triage = panel.view->find<v1::Triage>();
    if (triage == nullptr || triage->status() == contract::TriageStatus::accepted) return;
    if (triage->status() != contract::TriageStatus::put_up) {
        state.triage.open = true;
        return;
    }
    state.triage.accepting = true;
}

void draw_clock(Panel& panel, Rect& bar) {
    const v1::Session* session = panel.view == nullptr ? nullptr : panel.view->find<v1::Session>();
    if (session == nullptr) return;
    Painter& draw = panel.draw();
    const Token living = panel.live() ? Token::text : Token::text_2;
    const std::int64_t now = panel.sim_ms();
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const std::string time = clock_text(now);
    const std::string day = panel.say(Say::table_day, {std::to_string(day_of(now))});
    if (narrow) {
        const float wide =
            std::max(draw.width("00:00", Type::heading), draw.width(day, Type::small));
        Rect words = bar.cut_right(wide + 1).middle_row(44);
        draw.line(words.cut_top(26), time, {Type::heading, living, Align::right});
        draw.line(words, day, {Type::small, Token::text_2, Align::right});
    } else {
        draw.line(bar.cut_right(draw.width("00:00", Type::title)), time,
                  {Type::title, living, Align::right});
        bar.cut_right(10);
        const std::string caption = panel.say(Say::table_case_time);
        const float wide =
            std::max(draw.width(day, Type::strong_small), draw.width(caption, Type::small)) + 1;
        Rect words = bar.cut_right(wide).middle_row(36);
        draw.line(words.cut_top(18), day, {Type::strong_small});
        draw.line(words, caption, {Type::small, Token::text_2});
        draw.vertical_rule(bar.right - 14, bar.centre().y - 18, bar.centre().y + 18);
        bar.cut_right(28);
    }
    if (session->running() && session->rate_permille() > 0) panel.ui.wake_after(1);
    if (narrow && bar.width() < 300) return;
    if (narrow) bar.cut_right(16);
    const std::int64_t left_ms =
        session->rate_permille() > 0
            ? (session->segment_ends_sim_ms() - now) * 1000 / session->rate_permille()
            : 0;
    const std::string left = session->asking() ? panel.say(Say::prompt_clock)
                             : session->running()
                                 ? panel.say(Say::table_left, {minutes_and_seconds(left_ms)})
                                 : panel.word("phase", session->phase());
    const std::string round = panel.say(Say::table_round, {std::to_string(session->round_number()),
                                                           std::to_string(session->rounds())});
    const float left_wide =
        std::max(draw.width(panel.say(Say::table_left, {"00:00"}), Type::strong),
                 std::max(draw.width(left, Type::strong), draw.width(round, Type::small))) +
        1;
    Rect place = bar.cut_right(left_wide).middle_row(narrow ? 44 : 40);
    draw.line(place.cut_top(narrow ? 26 : 22), left, {Type::strong, living});
    draw.line(place, round, {Type::small, Token::text_2});
}

}  // namespace casustafel::ui
