#include "client/ui/polls/prompt_questions.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/choice.hpp"
#include "client/ui/kit/field.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/question.hpp"
#include "client/ui/polls/prompt.hpp"
#include "proto/contract/limits.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t hurry_ms = 30'000;
constexpr float option_left = 44, option_padding = 10, sign = 12, more_height = 28;

// The name of the first answer; empty when there is none.
std::string first_option(const v1::Prompt& prompt) {
    if (prompt.questions_size() == 0 || prompt.questions(0).options_size() == 0) return {};
    return "prompt." + prompt.questions(0).id() + "." + prompt.questions(0).options(0).id();
}

using Form = contract::QuestionForm;

// The options in an answer of several.
std::vector<std::string> options_in(const std::string& chosen) {
    std::vector<std::string> all;
    for (std::size_t from = 0; from < chosen.size();) {
        const auto to = std::min(chosen.find('\n', from), chosen.size());
        all.push_back(chosen.substr(from, to - from));
        from = to + 1;
    }
    return all;
}

bool is_blank(const std::string& words) { return words.find_first_not_of(" \n\t") == words.npos; }

struct Standing {
    Icon icon = Icon::information;
    Tone tone = Tone::neutral;
    std::string words;
};

class Questions {
public:
    Questions(Panel& panel, PromptState& state, const v1::Prompt& prompt)
        : panel_(panel),
          ui_(panel.ui),
          state_(state),
          prompt_(prompt),
          draft_(draft_of(panel, prompt, state)),
          narrow_(ui_.layout() == Layout::narrow),
          left_ms_(left_of_prompt(panel, prompt, state.clocks[panel.role])) {
        state_.step = std::clamp(state_.step, 0, std::max(0, prompt_.questions_size() - 1));
    }

    // The last person who sends closes the poll, so questions that were passed over are named
    // first.
    void draw_send_question() {
        const Answer answer = ui::draw_question(
            panel_, {.name = "prompt_send",
                     .title = panel_.say(Say::prompt_send_title),
                     .body = missing_words() + " " + panel_.say(Say::prompt_send_body),
                     .yes = panel_.say(Say::prompt_send_anyway),
                     .icon = Icon::send,
                     .no = Say::ui_back});
        if (answer == Answer::yes) send();
        if (answer != Answer::none) state_.send_asked = false;
    }

    void draw() {
        if (state_.send_asked && may_send() && missing() > 0) return draw_send_question();
        state_.send_asked = false;
        const float pad = narrow_ ? 16 : 32, foot = narrow_ ? 84 : 64, edge = narrow_ ? 8 : 12;
        const int needed = ui_.number("prompt.body.needed");
        const float whole = ui_.screen().height() - (narrow_ ? 0 : 32);
        // What the server has needs no line about the connection.
        const bool told = !panel_.live() && !received();
        const float wanted =
            needed == 0 ? 640 : 64 + 2 * edge + static_cast<float>(needed) + foot + (told ? 48 : 0);
        const float high = narrow_ ? whole : std::min(wanted, whole);
        const std::string heading = title();
        const std::string first = state_.unfolded ? first_option(prompt_) : "prompt.nothing";
        Dialog dialog =
            told ? Dialog(panel_, "prompt", 800, high, heading, first, Say::prompt_offline)
                 : Dialog(ui_, "prompt", 800, high, heading, first);
        draw_time(dialog.bar);
        const Rect footer = dialog.cut_footer(foot).inset(pad, narrow_ ? 4 : 0);
        Rect body = dialog.body.inset(pad - 8, edge);
        const bool scrolls = static_cast<float>(needed) > body.height();
        const Rect announced = scrolls ? body.cut_bottom(more_height) : Rect{};
        below_ = 0;
        bottom_ = body.bottom;
        scroll_area(ui_, body, "prompt.body", [&](Rect inner) { return draw_body(inner); });
        if (scrolls) draw_more(announced);
        draw_footer(footer);
        if (dialog.closed()) state_.folded = true;
    }

private:
    bool received() const { return prompt_received(prompt_, draft_); }
    bool under_way() const {
        return !received() && !draft_.sent.empty() && draft_.sent == draft_.chosen;
    }
    bool may_send() const {
        return !panel_.looking && !panel_.phase_is(Phase::paused) && !draft_.chosen.empty() &&
               !received() && !under_way();
    }

    std::string title() const {
        if (prompt_.questions().empty()) return panel_.say(Say::prompt_still_title);
        return prompt_.holds() ? panel_.say(Say::prompt_title) : panel_.in(prompt_.title());
    }

    void draw_time(Rect bar) {
        if (prompt_.ends_in_ms() == 0) return;
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
        ui_.area("prompt.questions");
        // Where the line about the connection stands, it takes the room of the introduction.
        if (!narrow_ || (state_.step == 0 && panel_.live())) draw_introduction(body);
        if (narrow_) {
            if (state_.step < prompt_.questions_size())
                draw_question(body, prompt_.questions(state_.step), state_.step + 1);
            return body.top - top;
        }
        int number = 0;
        for (const v1::PromptQuestion& question : prompt_.questions())
            draw_question(body, question, ++number);
        return body.top - top;
    }

    void draw_introduction(Rect& body) {
        const std::string& title = panel_.in(prompt_.title());
        if (!narrow_ && prompt_.holds() && !title.empty())
            panel_.draw().cut_paragraph(body, title, {Type::panel}, 2);
        const std::string& intro = panel_.in(prompt_.intro());
        if (!intro.empty()) panel_.draw().cut_paragraph(body, intro, {}, 4);
        if (prompt_.questions().empty()) return;
        panel_.draw().cut_paragraph(body, promise(),
                                    {narrow_ ? Type::small : Type::body, Token::text_2},
                                    (narrow_ ? 8 : 12));
    }

    // Who reads the answers, and how: said before anybody answers.
    std::string promise() const {
        if (prompt_.seen_by().empty() ||
            (prompt_.holds() && prompt_.seen_by() == contract::PromptReach::trainer &&
             prompt_.shown_as() == contract::PromptShown::named))
            return panel_.say(Say::prompt_intro);
        std::string words = panel_.word("prompt_reach", prompt_.seen_by());
        if (prompt_.seen_by() != contract::PromptReach::me)
            words += " " + panel_.word("prompt_shown", prompt_.shown_as());
        return words;
    }

    void draw_question(Rect& body, const v1::PromptQuestion& question, int number) {
        const auto chosen = draft_.chosen.find(question.id());
        const bool answered = chosen != draft_.chosen.end();
        Rect words = body;
        words.left += option_left;
        const float high =
            panel_.draw().paragraph_height(words.width(), panel_.in(question.text()), Type::strong);
        draw_number({body.left + 22, body.top + 11}, number, answered);
        panel_.draw().paragraph(words, panel_.in(question.text()), {Type::strong});
        body.cut_top(high + 4);
        if (!question.about().empty()) {
            Rect about = body;
            about.left += option_left;
            panel_.draw().cut_paragraph(
                about, panel_.say(Say::prompt_about, {panel_.role_name(question.about())}),
                {Type::body, Token::accent}, 2);
            body.top = about.top;
        }
        if (question.kind() == Form::scale)
            draw_scale(body, question);
        else if (question.kind() == Form::text)
            draw_words(body, question);
        else
            for (const v1::PromptOption& option : question.options())
                draw_option(body, question, option, answered && has(chosen->second, option.id()));
        body.cut_top(narrow_ ? 4 : 12);
    }

    static bool has(const std::string& chosen, const std::string& option) {
        const auto all = options_in(chosen);
        return std::find(all.begin(), all.end(), option) != all.end();
    }

    // The numbers side by side, and under them what the ends mean.
    void draw_scale(Rect& body, const v1::PromptQuestion& question) {
        std::vector<Segment> segments;
        int chosen = -1;
        const auto found = draft_.chosen.find(question.id());
        for (const v1::PromptOption& option : question.options()) {
            if (found != draft_.chosen.end() && found->second == option.id())
                chosen = static_cast<int>(segments.size());
            segments.push_back({option.id(), panel_.in(option.text())});
        }
        Rect row = body;
        row.left += option_left;
        row.right = std::min(row.right, row.left + 448);
        const Rect whole{row.left, row.top, row.right, row.top + 56};
        if (whole.bottom > bottom_) ++below_;
        keep_whole(ui_, whole);
        const int picked =
            segmented(ui_, row.cut_top(36), "prompt." + question.id(), segments, chosen);
        if (picked >= 0) draft_.chosen[question.id()] = question.options(picked).id();
        const Rect ends = row.cut_top(20);
        panel_.draw().line(ends, panel_.in(question.lowest()), {Type::small, Token::text_2});
        panel_.draw().line(ends, panel_.in(question.highest()),
                           {Type::small, Token::text_2, Align::right});
        body.top = row.top;
    }

    void draw_words(Rect& body, const v1::PromptQuestion& question) {
        Rect row = body;
        row.left += option_left;
        const Rect area = row.cut_top(84);
        keep_whole(ui_, area);
        if (area.bottom > bottom_) ++below_;
        const auto found = draft_.chosen.find(question.id());
        std::string words = found == draft_.chosen.end() ? std::string() : found->second;
        const FieldResult typed = field(ui_, area, "prompt." + question.id(), words,
                                        {.label = panel_.in(question.text()),
                                         .several_lines = true,
                                         .limit = contract::limits::prompt_answer_text_characters});
        if (typed.changed && is_blank(words))
            draft_.chosen.erase(question.id());
        else if (typed.changed)
            draft_.chosen[question.id()] = words;
        too_long_ = too_long_ || typed.excess > 0;
        body.top = row.top + 4;
    }

    std::string words_of_option(const v1::PromptOption& option) const {
        const std::string& words = panel_.in(option.text());
        if (!words.empty()) return words;
        const v1::Item* item = panel_.view->find<v1::Item>(option.id());
        const bool titled = item != nullptr && !panel_.in(item->title()).empty();
        return titled ? panel_.in(item->title()) : option.id();
    }

    // One takes the place of another; of several the one that was chosen longest ago goes.
    void choose(const v1::PromptQuestion& question, const std::string& option) {
        std::string& chosen = draft_.chosen[question.id()];
        if (question.most() <= 1) {
            chosen = option;
            return;
        }
        auto all = options_in(chosen);
        if (has(chosen, option))
            std::erase(all, option);
        else
            all.push_back(option);
        if (all.size() > question.most()) all.erase(all.begin());
        chosen.clear();
        for (const std::string& each : all) chosen += (chosen.empty() ? "" : "\n") + each;
        if (chosen.empty()) draft_.chosen.erase(question.id());
    }

    // What is right, and why, for who answered.
    std::string told(const v1::PromptOption& option, bool chosen) const {
        if (!prompt_.tells() || !(option.right() || chosen)) return {};
        const std::string right = option.right() ? panel_.say(Say::prompt_right) + ". " : "";
        return right + panel_.in(option.why());
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

    void draw_option(Rect& body, const v1::PromptQuestion& question, const v1::PromptOption& option,
                     bool chosen) {
        const std::string told_words = told(option, chosen);
        const std::string words =
            words_of_option(option) + (told_words.empty() ? "" : " (" + told_words + ")");
        Rect row = body;
        row.left += option_left - 8;
        const float measure = row.width() - option_left - 8;
        row = row.cut_top(panel_.draw().paragraph_height(measure, words, Type::body) +
                          option_padding);
        body.top = row.bottom;
        const std::string group = "prompt." + question.id();
        const Response response =
            ui_.touch({.name = group + "." + option.id(),
                       .label = words,
                       .rect = row,
                       .kind = question.most() > 1 ? Kind::check : Kind::radio,
                       .selected = chosen,
                       .group = group});
        if (row.bottom > bottom_) ++below_;
        keep_whole(ui_, row);
        if (chosen || response.hovered)
            panel_.draw().fill(row, Token::accent_soft, radius::control);
        if (chosen && borders_for_fills(panel_.draw().contrast()))
            panel_.draw().border(row, Token::accent, 1, radius::control);
        const Point sign_place{row.left + 20, row.top + (option_padding + 22) / 2};
        if (question.most() > 1)
            draw_tick(ui_, sign_place, chosen ? Tick::full : Tick::none);
        else
            draw_radio(ui_, sign_place, chosen);
        panel_.draw().paragraph({row.left + option_left, row.top + option_padding / 2,
                                 row.left + option_left + measure, row.bottom},
                                words, {});
        if (response.ring) focus_ring_inside(ui_, row, radius::control);
        if (response.activated) choose(question, option.id());
    }

    // Nobody answers without knowing that there is more to choose from.
    void draw_more(Rect strip) {
        if (below_ == 0) return;
        const std::string words =
            below_ == 1 ? panel_.say(Say::prompt_more_answer_one)
                        : panel_.say(Say::prompt_more_answers, {std::to_string(below_)});
        strip.left += 8;
        strip.right = strip.left + panel_.draw().width(words, Type::strong) + 36;
        if (link(ui_, strip, "prompt.more", words, Icon::chevron_down))
            ui_.number("prompt.body.offset") += 132;
    }

    Standing standing() const {
        if (prompt_.questions().empty()) return {};
        if (received()) return {Icon::check_circle, Tone::good, panel_.say(Say::prompt_received)};
        if (panel_.phase_is(Phase::paused))
            return {Icon::pause, Tone::attention, panel_.say(Say::prompt_paused)};
        if (under_way())
            return panel_.live()
                       ? Standing{Icon::send, Tone::accent, panel_.say(Say::prompt_sending)}
                       : Standing{Icon::hourglass, Tone::attention,
                                  panel_.say(Say::prompt_sending_later)};
        if (!prompt_said(prompt_).empty())
            return {Icon::alert, Tone::attention, panel_.say(Say::prompt_changed)};
        if (prompt_.ends_in_ms() > 0 && left_ms_ <= hurry_ms)
            return {Icon::timer, Tone::attention, panel_.say(Say::prompt_hurry)};
        if (draft_.chosen.empty()) return {.words = panel_.say(Say::prompt_missing_all)};
        return {.words = missing_words()};
    }

    // Questions at which nothing was chosen yet.
    std::size_t missing() const {
        const auto all = static_cast<std::size_t>(prompt_.questions_size());
        return all - std::min(draft_.chosen.size(), all);
    }
    std::string missing_words() const {
        if (missing() == 0) return {};
        return missing() == 1 ? panel_.say(Say::prompt_missing_one)
                              : panel_.say(Say::prompt_missing, {std::to_string(missing())});
    }

    void draw_standing(Rect line) {
        const Standing now = standing();
        std::string words = now.words;
        const std::string more = " " + panel_.say(Say::prompt_received_body);
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
        ui_.area("prompt.footer");
        Rect row = narrow_ ? area.cut_bottom(44) : area;
        if (narrow_) draw_standing(area);
        row = row.middle_row(40);
        const bool last = !narrow_ || state_.step + 1 >= prompt_.questions_size();
        if (!last) {
            const ButtonLook look{
                .style = ButtonStyle::primary, .icon = Icon::arrow_right, .icon_last = true};
            if (step_button(row, "prompt.next", Say::prompt_next, look)) go(1);
        } else if (!received() && !prompt_.questions().empty()) {
            const ButtonLook look{.style = ButtonStyle::primary,
                                  .icon = Icon::send,
                                  .keycap = narrow_ ? "" : "Ctrl ↵",
                                  .enabled = may_send() && !too_long_};
            if (step_button(row, "prompt.send", Say::prompt_send, look)) ask_or_send();
        }
        if (narrow_ && state_.step > 0 &&
            step_button(row, "prompt.previous", Say::prompt_previous, {.style = ButtonStyle::text}))
            go(-1);
        const ButtonLook look{
            .style = received() && last ? ButtonStyle::primary : ButtonStyle::text,
            .icon = narrow_ || !prompt_.holds() ? Icon::none : Icon::document};
        const Say fold = prompt_.holds() ? Say::prompt_fold : Say::prompt_later;
        if (step_button(row, "prompt.fold", fold, look)) state_.folded = true;
        if (may_send() && ui_.take(Intent::send)) ask_or_send();
        if (!narrow_) return draw_standing(row);
        panel_.draw().line(
            row,
            panel_.say(Say::prompt_question_of,
                       {std::to_string(state_.step + 1), std::to_string(prompt_.questions_size())}),
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
        ui_.number("prompt.body.offset") = 0;
        ui_.wake_after(0);
    }

    void ask_or_send() {
        if (missing() == 0) return send();
        state_.send_asked = true;
        ui_.wake_after(0);
    }

    void send() {
        panel_.act<v1::AnswerPrompt>([&](auto& answer) {
            answer.set_prompt(prompt_.id());
            for (const v1::PromptQuestion& question : prompt_.questions())
                add_answers(question, answer);
        });
        draft_.sent = draft_.chosen;
    }

    void add_answers(const v1::PromptQuestion& question, v1::AnswerPrompt& answer) const {
        const auto found = draft_.chosen.find(question.id());
        if (found == draft_.chosen.end()) return;
        if (question.kind() == Form::text) {
            v1::PromptAnswer& each = *answer.add_answers();
            each.set_question(question.id());
            each.set_text(found->second);
            return;
        }
        for (const std::string& option : options_in(found->second)) {
            v1::PromptAnswer& each = *answer.add_answers();
            each.set_question(question.id());
            each.set_option(option);
        }
    }

    Panel& panel_;
    Ui& ui_;
    PromptState& state_;
    const v1::Prompt& prompt_;
    PromptDraft& draft_;
    bool narrow_;
    std::int64_t left_ms_;
    bool too_long_ = false;
    int below_ = 0;     // answers under the edge
    float bottom_ = 0;  // that edge
};

}  // namespace

void draw_prompt_questions(Panel& panel, PromptState& state, const v1::Prompt& prompt) {
    Questions(panel, state, prompt).draw();
}

}  // namespace casustafel::ui
