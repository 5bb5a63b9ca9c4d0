#include "client/ui/stalls.hpp"

#include <algorithm>

#include "client/model/queries.hpp"
#include "client/ui/button.hpp"
#include "client/ui/marks.hpp"
#include "client/ui/trainer_seats.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;
// In real time: shorter is not stalling.
constexpr std::int64_t may_be_silent_ms = 5 * minute_ms, may_be_unopened_ms = 4 * minute_ms,
                       decision_is_near_ms = 5 * minute_ms;
constexpr int unopened_to_tell = 2;

class Finder {
public:
    Finder(const Panel& panel, const std::vector<Happening>& happened)
        : panel_(panel), last_(last_acts(happened)), now_(panel.sim_ms()), start_(now_) {
        for (const v1::Holding* holding : panel.view->holdings())
            start_ = std::min(start_, holding->since_sim_ms());
    }

    std::vector<Stall> find() {
        find_gone();
        if (panel_.phase_is("lobby") || panel_.phase_is("ended")) return std::move(found_);
        find_unanswered();
        find_undecided();
        if (panel_.view->swap() != nullptr) return std::move(found_);
        find_silent();
        find_unopened();
        return std::move(found_);
    }

private:
    // How long this much real time is on the case's clock, at today's pace.
    std::int64_t sim_of(std::int64_t real_ms) const {
        const std::int64_t rate = panel_.view->session()->rate_permille();
        return real_ms * std::max<std::int64_t>(rate, 1000) / 1000;
    }

    bool is_there(const v1::Role& role) const { return role.occupant() != 0 && role.connected(); }

    void find_gone() {
        for (const v1::Role* role : panel_.view->roles())
            if (role->occupant() != 0 && !role->connected())
                found_.push_back({Icon::alert, Tone::wrong,
                                  panel_.say(Say::stall_offline, {role->id()}),
                                  panel_.occupant_name(*role), role->id()});
    }

    void find_unanswered() {
        for (const v1::Request* request : panel_.view->requests()) {
            for (const std::string& to : request->to()) {
                const auto term = model::term_ends_sim_ms(*request, to);
                if (!term || *term > now_ || !model::is_open_for(*request, to)) continue;
                const v1::Role* role = panel_.view->role(to);
                found_.push_back({Icon::hourglass, Tone::attention,
                                  panel_.say(Say::stall_waits, {request->asker(), to}),
                                  panel_.say(Say::stall_waits_note, {moment(panel_, *term)}), to,
                                  role != nullptr && is_there(*role)});
            }
        }
    }

    void find_undecided() {
        for (const v1::Decision* decision : panel_.view->decisions()) {
            if (decision->status() != "open" || decision->deciders_size() == 0) continue;
            const std::int64_t left = decision->deadline_sim_ms() - now_;
            if (left < 0 || left > sim_of(decision_is_near_ms)) continue;
            const std::string& who = decision->deciders(0);
            const v1::Role* role = panel_.view->role(who);
            found_.push_back({Icon::gavel, Tone::attention, panel_.in(decision->title()),
                              panel_.say(Say::stall_decision_note,
                                         {moment(panel_, decision->deadline_sim_ms()),
                                          enumerate(panel_, {decision->deciders().begin(),
                                                             decision->deciders().end()})}),
                              who, role != nullptr && is_there(*role)});
        }
    }

    void find_silent() {
        std::vector<std::pair<std::int64_t, const v1::Role*>> silent;
        for (const v1::Role* role : panel_.view->roles()) {
            if (!is_there(*role)) continue;
            const auto last = last_.find(role->id());
            const std::int64_t since =
                last == last_.end() ? start_ : std::max(start_, last->second->at_sim_ms);
            if (now_ - since >= sim_of(may_be_silent_ms)) silent.emplace_back(now_ - since, role);
        }
        std::stable_sort(silent.begin(), silent.end(), [](const auto& one, const auto& other) {
            return one.first > other.first;
        });
        for (const auto& [lasts, role] : silent)
            found_.push_back(
                {Icon::sleep, Tone::attention,
                 panel_.say(Say::stall_silent, {role->id(), duration_words(panel_, lasts)}),
                 panel_.say(Say::stall_silent_note, {panel_.occupant_name(*role)}), role->id(),
                 true});
    }

    void find_unopened() {
        std::map<std::string_view, int> unopened;
        for (const v1::Holding* holding : panel_.view->holdings())
            if (!holding->read() && now_ - holding->since_sim_ms() >= sim_of(may_be_unopened_ms))
                ++unopened[holding->role()];
        for (const v1::Role* role : panel_.view->roles()) {
            const auto count = unopened.find(role->id());
            if (!is_there(*role) || count == unopened.end() || count->second < unopened_to_tell)
                continue;
            found_.push_back(
                {Icon::document, Tone::neutral,
                 panel_.say(Say::stall_unread, {role->id(), std::to_string(count->second)}),
                 panel_.occupant_name(*role), role->id(), true});
        }
    }

    const Panel& panel_;
    std::map<std::string_view, const Happening*> last_;
    std::int64_t now_, start_;
    std::vector<Stall> found_;
};

// Icon, what is wrong, and what one can do about it.
void draw_stall(Panel& panel, Rect row, TrainerState& state, const Stall& stall,
                const std::string& name) {
    panel.draw().icon({row.left + 10, row.centre().y}, stall.icon, IconSize::control,
                      words_of(stall.tone));
    row.cut_left(32);
    const std::string label =
        panel.say(stall.can_whisper ? Say::stall_whisper : Say::requests_look);
    const ButtonLook look{.small = true};
    if (button(panel.ui, row.cut_right(button_width(panel.ui, label, look)).middle_row(32), name,
               label, look)) {
        state.seat = stall.role;
        state.seat_first = stall.can_whisper ? "seat.whisper" : "";
    }
    row.right -= 8;
    row = row.middle_row(40);
    panel.draw().line(row.cut_top(22), stall.words, {});
    panel.draw().line(row, stall.note, {Type::small, Token::text_2});
}

}  // namespace

std::vector<Stall> stalls(const Panel& panel, const std::vector<Happening>& happened) {
    return Finder(panel, happened).find();
}

void draw_stalls(Panel& panel, Rect area, TrainerState& state, const std::vector<Stall>& found) {
    panel.ui.area("stalls");
    if (panel.ui.layout() == Layout::wide) {
        Rect head = area.cut_top(36);
        panel.draw().icon({head.left + 10, head.centre().y}, Icon::hourglass, IconSize::control,
                          Token::text_2);
        head.cut_left(30);
        const Rect title = panel.draw().line(head, panel.say(Say::stall_title), {Type::panel});
        if (!found.empty())
            count_pill(panel.ui, {title.right + 8, head.centre().y}, std::to_string(found.size()));
    }
    if (found.empty()) {
        area.cut_top(6);
        panel.draw().paragraph(area, panel.say(Say::stall_nothing), {Type::body, Token::text_2});
        return;
    }
    std::vector<Row> rows;
    for (std::size_t index = 0; index < found.size(); ++index)
        rows.push_back(
            {"stall.row." + std::to_string(index), 50, false, false, found[index].words});
    const int picked = scroll_list(panel.ui, area, "stalls", rows, state.stalls,
                                   [&](std::size_t index, Rect row, const Response&) {
                                       panel.draw().horizontal_rule(row.left, row.right, row.top);
                                       draw_stall(panel, row, state, found[index],
                                                  "stall." + std::to_string(index));
                                   });
    if (picked >= 0) state.seat = found[static_cast<std::size_t>(picked)].role;
}

void draw_worst_stall(Panel& panel, Rect& column, TrainerState& state,
                      const std::vector<Stall>& found) {
    if (found.empty()) return;
    panel.ui.area("worst");
    const Rect strip = column.cut_bottom(64);
    panel.draw().horizontal_rule(strip.left, strip.right, strip.top);
    draw_stall(panel, strip.inset(16, 0), state, found.front(), "stall.worst");
}

std::string duration_words(const Panel& panel, std::int64_t ms) {
    if (ms < 2 * hour_ms) return panel.say(Say::duration_minutes, {std::to_string(ms / minute_ms)});
    if (ms < 2 * day_ms) return panel.say(Say::duration_hours, {std::to_string(ms / hour_ms)});
    return panel.say(Say::duration_days, {std::to_string(ms / day_ms)});
}

}  // namespace casustafel::ui
