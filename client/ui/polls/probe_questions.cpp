#include "client/ui/polls/probe_questions.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/polls/probe.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t hurry_ms = 30'000;
constexpr float option_left = 44, option_padding = 10, sign = 12, more_height = 28;

// The name of the first answer; empty when there is none.
std::string first_option(const v1::Probe& probe) {
    if (probe.questions_size() == 0 || probe.questions(0).options_size() == 0) return {};
    return "probe." + probe.questions(0).id() + "." + probe.questions(0).options(0).id();
}

struct Standing {
    Icon icon = Icon::information;
    Tone tone = Tone::neutral;
    std::string words;
};

class Questions {
public:
    Questions(Panel& panel, ProbeState& state, const v1::Probe& probe)
        : panel_(panel),
          ui_(panel.ui),
          state_(state),
          probe_(probe),
          draft_(draft_of(panel, probe, state)),
          narrow_(ui_.layout() == Layout::narrow),
          left_ms_(left_of_probe(panel, probe, state.clocks[panel.role])) {
        state_.step = std::clamp(state_.step, 0, std::max(0, probe_.questions_size() - 1));
    }

    // The last person who sends closes the poll, so questions that were passed over are named
    // first.
    void draw_send_question() {
        const Answer answer = ui::draw_question(
            panel_, {.name = "probe_send",
                     .title = panel_.say(Say::probe_send_title),
                     .body = missing_words() + " " + panel_.say(Say::probe_send_body),
                     .yes = panel_.say(Say::probe_send_anyway),
                     .icon = Icon::send,
                     .no = Say::ui_back});
        if (answer == Answer::yes) send();
        if (answer != Answer::none) state_.send_asked = false;
    }

    void draw() {
        if (state_.send_asked && may_send() && missing() > 0) return draw_send_question();
        state_.send_asked = false;
        const float pad = narrow_ ? 16 : 32, foot = narrow_ ? 84 : 64, edge = narrow_ ? 8 : 12;
        const int needed = ui_.number("probe.body.needed");
        const float whole = ui_.screen().height() - (narrow_ ? 0 : 32);
        // What the server has needs no line about the connection.
        const bool told = !panel_.live() && !received();
        const float wanted =
            needed == 0 ? 640 : 64 + 2 * edge + static_cast<float>(needed) + foot + (told ? 48 : 0);
        const float high = narrow_ ? whole : std::min(wanted, whole);
        const std::string title = panel_.say(Say::probe_title);
        const std::string first = state_.unfolded ? first_option(probe_) : "probe.nothing";
        Dialog dialog = told ? Dialog(panel_, "probe", 800, high, title, first, Say::probe_offline)
                             : Dialog(ui_, "probe", 800, high, title, first);
        draw_time(dialog.bar);
        const Rect footer = dialog.cut_footer(foot).inset(pad, narrow_ ? 4 : 0);
        Rect body = dialog.body.inset(pad - 8, edge);
        const bool scrolls = static_cast<float>(needed) > body.height();
        const Rect announced = scrolls ? body.cut_bottom(more_height) : Rect{};
        below_ = 0;
        bottom_ = body.bottom;
        scroll_area(ui_, body, "probe.body", [&](Rect inner) { return draw_body(inner); });
        if (scrolls) draw_more(announced);
        draw_footer(footer);
        if (dialog.closed()) state_.folded = true;
    }

private:
    bool received() const { return probe_received(probe_, draft_); }
    bool under_way() const {
        return !received() && !draft_.sent.empty() && draft_.sent == draft_.chosen;
    }
    bool may_send() const {
        return !panel_.looking && panel_.phase_is(Phase::running) && !draft_.chosen.empty() &&
               !received() && !under_way();
    }

    void draw_time(Rect bar) {
        const std::string words = panel_.say(Say::table_left, {minutes_and_seconds(left_ms_)});
        bar.right -= 8;
        icon_label(ui_, bar, Icon::timer, words,
                   left_ms_ <= hurry_ms && !received() ? Tone::attention : Tone::neutral, true,
                   Align::right, IconSize::control);
    }

    // Where there is little room, one question shows at a time, so that all its answers are in
    // sight.
    float draw_body(Rect body) {
        const float top = body.top;
        body = unlimited(body);
        body.left += 8;
        body.right -= 8;
        ui_.area("probe.questions");
        // Where the line about the connection stands, it takes the room of the introduction.
        if (!narrow_ || (state_.step == 0 && panel_.live())) draw_introduction(body);
        if (narrow_) {
            if (state_.step < probe_.questions_size())
                draw_question(body, probe_.questions(state_.step), state_.step + 1);
            return body.top - top;
        }
        int number = 0;
        for (const v1::ProbeQuestion& question : probe_.questions())
            draw_question(body, question, ++number);
        return body.top - top;
    }

    void draw_introduction(Rect& body) {
        const std::string& title = panel_.in(probe_.title());
        if (!narrow_ && !title.empty()) panel_.draw().cut_paragraph(body, title, {Type::panel}, 2);
        panel_.draw().cut_paragraph(body, panel_.say(Say::probe_intro),
                                    {narrow_ ? Type::small : Type::body, Token::text_2},
                                    (narrow_ ? 8 : 12));
    }

    void draw_question(Rect& body, const v1::ProbeQuestion& question, int number) {
        const auto chosen = draft_.chosen.find(question.id());
        const bool answered = chosen != draft_.chosen.end();
        Rect words = body;
        words.left += option_left;
        const float high =
            panel_.draw().paragraph_height(words.width(), panel_.in(question.text()), Type::strong);
        draw_number({body.left + 22, body.top + 11}, number, answered);
        panel_.draw().paragraph(words, panel_.in(question.text()), {Type::strong});
        body.cut_top(high + 4);
        for (const v1::ProbeOption& option : question.options())
            draw_option(body, question, option, answered && chosen->second == option.id());
        body.cut_top(narrow_ ? 4 : 12);
    }

    void draw_number(Point centre, int number, bool answered) {
        if (answered) {
            panel_.draw().circle(centre, sign, Token::accent);
            panel_.draw().icon(centre, Icon::check, IconSize::small, Token::on_accent);
            return;
        }
        panel_.draw().ring(centre, sign, Token::control_border, 1.5F);
        panel_.draw().line(Rect{centre.x, centre.y, centre.x, centre.y}.inset(-sign),
                           std::to_string(number),
                           {Type::strong_small, Token::text, Align::centre});
    }

    void draw_option(Rect& body, const v1::ProbeQuestion& question, const v1::ProbeOption& option,
                     bool chosen) {
        const std::string& words = panel_.in(option.text());
        Rect row = body;
        row.left += option_left - 8;
        const float measure = row.width() - option_left - 8;
        row = row.cut_top(panel_.draw().paragraph_height(measure, words, Type::body) +
                          option_padding);
        body.top = row.bottom;
        const std::string group = "probe." + question.id();
        const Response response = ui_.touch({.name = group + "." + option.id(),
                                             .label = words,
                                             .rect = row,
                                             .kind = Kind::radio,
                                             .selected = chosen,
                                             .group = group});
        if (row.bottom > bottom_) ++below_;
        keep_whole(ui_, row);
        if (chosen || response.hovered)
            panel_.draw().fill(row, Token::accent_soft, radius::control);
        if (chosen && borders_for_fills(panel_.draw().contrast()))
            panel_.draw().border(row, Token::accent, 1, radius::control);
        draw_radio(ui_, {row.left + 20, row.top + (option_padding + 22) / 2}, chosen);
        panel_.draw().paragraph({row.left + option_left, row.top + option_padding / 2,
                                 row.left + option_left + measure, row.bottom},
                                words, {});
        if (response.ring) focus_ring_inside(ui_, row, radius::control);
        if (response.activated) draft_.chosen[question.id()] = option.id();
    }

    // Nobody answers without knowing that there is more to choose from.
    void draw_more(Rect strip) {
        if (below_ == 0) return;
        const std::string words =
            below_ == 1 ? panel_.say(Say::probe_more_answer_one)
                        : panel_.say(Say::probe_more_answers, {std::to_string(below_)});
        strip.left += 8;
        strip.right = strip.left + panel_.draw().width(words, Type::strong) + 36;
        if (link(ui_, strip, "probe.more", words, Icon::chevron_down))
            ui_.number("probe.body.offset") += 132;
    }

    Standing standing() const {
        if (received()) return {Icon::check_circle, Tone::good, panel_.say(Say::probe_received)};
        if (panel_.phase_is(Phase::paused))
            return {Icon::pause, Tone::attention, panel_.say(Say::probe_paused)};
        if (under_way())
            return panel_.live()
                       ? Standing{Icon::send, Tone::accent, panel_.say(Say::probe_sending)}
                       : Standing{Icon::hourglass, Tone::attention,
                                  panel_.say(Say::probe_sending_later)};
        if (!probe_said(probe_).empty())
            return {Icon::alert, Tone::attention, panel_.say(Say::probe_changed)};
        if (left_ms_ <= hurry_ms)
            return {Icon::timer, Tone::attention, panel_.say(Say::probe_hurry)};
        if (draft_.chosen.empty()) return {.words = panel_.say(Say::probe_missing_all)};
        return {.words = missing_words()};
    }

    // Questions at which nothing was chosen yet.
    std::size_t missing() const {
        const auto all = static_cast<std::size_t>(probe_.questions_size());
        return all - std::min(draft_.chosen.size(), all);
    }
    std::string missing_words() const {
        if (missing() == 0) return {};
        return missing() == 1 ? panel_.say(Say::probe_missing_one)
                              : panel_.say(Say::probe_missing, {std::to_string(missing())});
    }

    void draw_standing(Rect line) {
        const Standing now = standing();
        std::string words = now.words;
        const std::string more = " " + panel_.say(Say::probe_received_body);
        if (received() && panel_.draw().width(words + more, Type::strong_small) + 24 < line.width())
            words += more;
        if (words.empty()) return;
        // A sentence that does not fit beside the buttons takes two lines.
        const Type type = now.tone == Tone::neutral ? Type::small : Type::strong_small;
        if (panel_.draw().width(words, type) + 24 <= line.width())
            icon_label(ui_, line, now.icon, words, now.tone, now.tone != Tone::neutral);
        else
            panel_.draw().paragraph(line.middle_row(36), words, {type, words_of(now.tone)}, 2);
    }

    void draw_footer(Rect area) {
        ui_.area("probe.footer");
        Rect row = narrow_ ? area.cut_bottom(44) : area;
        if (narrow_) draw_standing(area);
        row = row.middle_row(40);
        const bool last = !narrow_ || state_.step + 1 >= probe_.questions_size();
        if (!last) {
            const ButtonLook look{
                .style = ButtonStyle::primary, .icon = Icon::arrow_right, .icon_last = true};
            if (step_button(row, "probe.next", Say::probe_next, look)) go(1);
        } else if (!received()) {
            const ButtonLook look{.style = ButtonStyle::primary,
                                  .icon = Icon::send,
                                  .keycap = narrow_ ? "" : "Ctrl ↵",
                                  .enabled = may_send()};
            if (step_button(row, "probe.send", Say::probe_send, look)) ask_or_send();
        }
        if (narrow_ && state_.step > 0 &&
            step_button(row, "probe.previous", Say::probe_previous, {.style = ButtonStyle::text}))
            go(-1);
        const ButtonLook look{
            .style = received() && last ? ButtonStyle::primary : ButtonStyle::text,
            .icon = narrow_ ? Icon::none : Icon::document};
        if (step_button(row, "probe.fold", Say::probe_fold, look)) state_.folded = true;
        if (may_send() && ui_.take(Intent::send)) ask_or_send();
        if (!narrow_) return draw_standing(row);
        panel_.draw().line(
            row,
            panel_.say(Say::probe_question_of,
                       {std::to_string(state_.step + 1), std::to_string(probe_.questions_size())}),
            {Type::strong});
    }

    bool step_button(Rect& row, const char* name, Say label, const ButtonLook& look) {
        const std::string words = panel_.say(label);
        const float wide = button_width(ui_, words, look);
        if (row.width() < wide) return false;
        const bool pressed = button(ui_, row.cut_right(wide), name, words, look);
        row.cut_right(8);
        return pressed;
    }

    void go(int direction) {
        state_.step += direction;
        ui_.number("probe.body.offset") = 0;
        ui_.wake_after(0);
    }

    void ask_or_send() {
        if (missing() == 0) return send();
        state_.send_asked = true;
        ui_.wake_after(0);
    }

    void send() {
        panel_.act<v1::AnswerProbe>([&](auto& answer) {
            answer.set_probe(probe_.id());
            for (const auto& [question, option] : draft_.chosen) {
                v1::ProbeAnswer& each = *answer.add_answers();
                each.set_question(question);
                each.set_option(option);
            }
        });
        draft_.sent = draft_.chosen;
    }

    Panel& panel_;
    Ui& ui_;
    ProbeState& state_;
    const v1::Probe& probe_;
    ProbeDraft& draft_;
    bool narrow_;
    std::int64_t left_ms_;
    int below_ = 0;     // answers under the edge
    float bottom_ = 0;  // that edge
};

}  // namespace

void draw_probe_questions(Panel& panel, ProbeState& state, const v1::Probe& probe) {
    Questions(panel, state, probe).draw();
}

}  // namespace casustafel::ui
