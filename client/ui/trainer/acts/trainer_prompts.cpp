#include "client/ui/trainer/acts/trainer_prompts.hpp"

#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/kit/select.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/panel/notice.hpp"
#include "client/ui/panel/question.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float row_height = 60, bar_high = 6, list_inset = 32, more_height = 28;

bool has(const google::protobuf::RepeatedField<std::uint32_t>& all, std::uint32_t wanted) {
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

// Whether it is put to a role that this participant plays.
bool is_put_to(const v1::Prompt& prompt, const v1::Participant& participant) {
    if (prompt.to().empty()) return true;
    return std::any_of(participant.roles().begin(), participant.roles().end(),
                       [&](const std::string& role) {
                           return std::find(prompt.to().begin(), prompt.to().end(), role) !=
                                  prompt.to().end();
                       });
}

// Who answers: everybody who answered, and whoever is here with a role and has not.
struct Answering {
    int all = 0;
    std::vector<std::string> missing;
};
Answering answering(const Panel& panel, const v1::Prompt& prompt) {
    Answering now{prompt.answered_size(), {}};
    for (const v1::Participant* participant : panel.view->all<v1::Participant>()) {
        if (participant->roles_size() == 0 || participant->absent()) continue;
        if (has(prompt.answered(), participant->id()) || !is_put_to(prompt, *participant)) continue;
        ++now.all;
        now.missing.push_back(panel.model.name_of(participant->id()));
    }
    return now;
}

std::string answered_words(const Panel& panel, const v1::Prompt& prompt, Say words) {
    return panel.say(words, {std::to_string(prompt.answered_size()),
                             std::to_string(answering(panel, prompt).all)});
}

void act(Panel& panel, const v1::Prompt& prompt, bool open, PromptsState& state) {
    state.chosen = prompt.id();  // and it stays in sight when it is closed
    v1::Command command;
    if (open)
        command.mutable_open_prompt()->set_prompt(prompt.id());
    else
        command.mutable_close_prompt()->set_prompt(prompt.id());
    panel.outbox.act(std::move(command));
}

// At once when everybody answered; else it is asked first, since nobody can answer after it.
void close_or_ask(Panel& panel, const v1::Prompt& prompt, PromptsState& state) {
    if (answering(panel, prompt).missing.empty()) return act(panel, prompt, false, state);
    state.close_asked = true;
    panel.ui.focus("prompts_close.cancel");
}

// Why these questions cannot be asked now; empty: they can.
std::string not_now(const Panel& panel, const v1::Prompt& prompt) {
    if (panel.view->find<v1::SwapUnderWay>() != nullptr) return panel.say(Say::prompts_swap_first);
    const v1::Prompt* open = model::open_prompt(*panel.view);
    if (open != nullptr && open->holds() && prompt.holds())
        return panel.say(Say::prompts_other_open);
    const bool started = panel.phase_is(Phase::running) || panel.phase_is(Phase::paused);
    return started ? std::string() : panel.say(Say::prompts_not_now);
}

std::string when(const Panel& panel, const v1::Prompt& prompt) {
    if (prompt.status() != contract::PromptStatus::waiting)
        return answered_words(panel, prompt, Say::prompts_answered);
    if (prompt.at_sim_ms() != 0)
        return panel.say(Say::prompts_at, {moment(panel, prompt.at_sim_ms())});
    if (prompt.moment().empty() || prompt.moment() == contract::PromptMoment::trainer)
        return panel.say(Say::prompts_by_hand);
    return panel.word("prompt_moment", prompt.moment());
}

Icon icon_of(const v1::Prompt& prompt) {
    return prompt.status() == contract::PromptStatus::open     ? Icon::pause
           : prompt.status() == contract::PromptStatus::closed ? Icon::check_circle
                                                             : Icon::timer;
}

std::string title_of(const Panel& panel, const v1::Prompt& prompt) {
    return panel.in(prompt.title()).empty() ? prompt.id() : panel.in(prompt.title());
}

// The one that was chosen, else the one that is open, else the next to come. One that is open is
// chosen by being shown, so that nobody reads another when it closes.
const v1::Prompt* shown(const Panel& panel, PromptsState& state) {
    const auto all = panel.view->all<v1::Prompt>();
    for (const v1::Prompt* prompt : all)
        if (prompt->id() == state.chosen) return prompt;
    if (const v1::Prompt* open = model::open_prompt(*panel.view)) {
        state.chosen = open->id();
        return open;
    }
    for (const v1::Prompt* prompt : all)
        if (prompt->status() == contract::PromptStatus::waiting) return prompt;
    return all.empty() ? nullptr : all.back();
}

void draw_list(Panel& panel, Rect area, const v1::Prompt& current, PromptsState& state) {
    const auto all = panel.view->all<v1::Prompt>();
    std::vector<Row> rows;
    for (const v1::Prompt* prompt : all)
        rows.push_back({"prompts." + prompt->id(), row_height, false, prompt == &current,
                        title_of(panel, *prompt)});
    const int picked = scroll_list(
        panel.ui, area, "prompts.list", rows, state.list,
        [&](std::size_t index, Rect row, const Response&) {
            const v1::Prompt& prompt = *all[index];
            row = row.inset(0, 8);
            row.left += list_inset;
            row.right -= 10;
            panel.draw().line(row.cut_top(24), title_of(panel, prompt),
                              {rows[index].selected ? Type::strong : Type::body});
            icon_label(
                panel.ui, row, icon_of(prompt),
                panel.word("prompt_state", prompt.status()) + ", " + when(panel, prompt),
                prompt.status() == contract::PromptStatus::open ? Tone::accent : Tone::neutral);
        },
        {.inset_left = list_inset});
    if (picked >= 0) state.chosen = all[static_cast<std::size_t>(picked)]->id();
}

void draw_chooser(Panel& panel, Rect row, const v1::Prompt& current, PromptsState& state) {
    std::vector<Option> options;
    int chosen = -1;
    for (const v1::Prompt* prompt : panel.view->all<v1::Prompt>()) {
        if (prompt == &current) chosen = static_cast<int>(options.size());
        options.push_back(
            {prompt->id(), title_of(panel, *prompt),
             panel.word("prompt_state", prompt->status()) + ", " + when(panel, *prompt)});
    }
    const int picked =
        select(panel.ui, row, "prompts.which", options, chosen, panel.say(Say::prompts_choose));
    if (picked >= 0) state.chosen = options[static_cast<std::size_t>(picked)].key;
}

bool judged(const v1::PromptQuestion& question) {
    return std::any_of(question.options().begin(), question.options().end(),
                       [](const v1::PromptOption& option) { return option.right(); });
}

// Whether what is right of it is judged, as of a freeze probe; of an opinion nothing is.
bool asks_what_is_so(const v1::Prompt& prompt, const v1::PromptQuestion& question) {
    const bool chosen = question.kind().empty() || question.kind() == contract::QuestionForm::choice;
    return chosen && prompt.holds() && prompt.shown_as() == contract::PromptShown::named;
}

// How many chose it, with names or without.
std::uint32_t count_of(const v1::PromptOption& option) {
    return std::max(option.count(), static_cast<std::uint32_t>(option.chosen_by_size()));
}

// What an answer is called.
std::string words_of(const Panel& panel, const v1::PromptOption& option) {
    return panel.in(option.text()).empty() ? option.id() : panel.in(option.text());
}

// How many of all chose it and, when asked, who.
std::string votes(const Panel& panel, const v1::PromptOption& option, int all, bool names) {
    const std::string count = std::to_string(static_cast<int>(count_of(option))), of = std::to_string(all);
    if (!names || option.chosen_by().empty()) return panel.say(Say::prompts_count, {count, of});
    std::vector<std::string> who;
    for (const std::uint32_t each : option.chosen_by()) who.push_back(panel.model.name_of(each));
    return panel.say(Say::prompts_who, {count, of, enumerate(panel, who)});
}

// The height of an answer as drawn below.
float height_of(Panel& panel, const v1::PromptOption& option, float width, int answered, int all,
                bool names) {
    float words = width;
    if (option.right())
        words -= panel.draw().width(panel.say(Say::prompts_right), Type::strong_small) + 13;
    const Type type = option.right() ? Type::strong : Type::body;
    const float high = panel.draw().paragraph_height(words, words_of(panel, option), type) + 2;
    if (answered == 0) return high;
    return high + 14 +
           panel.draw().paragraph_height(words, votes(panel, option, all, names), Type::small);
}

// Answers under the edge of their page, and that edge.
struct Below {
    float edge;
    int count = 0;
};

// One answer: its words, and once somebody answered a bar of how many chose it. What is so in the
// case is said without a verdict on who thought otherwise.
void draw_option(Panel& panel, Rect& body, const v1::PromptOption& option, int answered, int all,
                 bool names, Below& below) {
    const std::string words = words_of(panel, option);
    Rect row = body;
    row.left += 28;
    const Rect whole{body.left, body.top, body.right,
                     body.top + height_of(panel, option, row.width(), answered, all, names)};
    keep_whole(panel.ui, whole);
    if (whole.bottom > below.edge) ++below.count;
    panel.draw().ring({body.left + 10, body.top + 11}, option.right() ? 6 : 4,
                      option.right() ? Token::accent : Token::control_border,
                      option.right() ? 2.5F : 1.5F);
    if (option.right()) {
        const std::string right = panel.say(Say::prompts_right);
        const Rect place = row.cut_right(panel.draw().width(right, Type::strong_small) + 1);
        panel.draw().line({place.left, place.top, place.right, place.top + 22}, right,
                          {Type::strong_small, Token::accent});
        row.right -= 12;
    }
    const Type type = option.right() ? Type::strong : Type::body;
    panel.draw().cut_paragraph(row, words, {type}, 2);
    if (answered > 0) {
        Rect bar{row.left, row.top + 4, row.left + std::min(row.width(), 240.0F),
                 row.top + 4 + bar_high};
        panel.draw().fill(bar, Token::bar_empty, bar_high / 2);
        bar.right = bar.left + bar.width() * static_cast<float>(static_cast<int>(count_of(option))) /
                                   static_cast<float>(std::max(1, all));
        if (count_of(option) > 0) panel.draw().fill(bar, Token::accent, bar_high / 2);
        row.cut_top(14);
        panel.draw().cut_paragraph(row, votes(panel, option, all, names),
                                   {Type::small, Token::text_2});
    }
    body.top = row.top + 8;
}

// Why what was answered is not shown to the trainer; empty: it is, or will be as it comes.
std::string withheld(const Panel& panel, const v1::Prompt& prompt) {
    if (prompt.questions().empty()) return {};
    if (prompt.seen_by() == contract::PromptReach::me) return panel.say(Say::prompts_private);
    if (prompt.too_few()) return panel.say(Say::prompt_results_too_few);
    const bool named = prompt.shown_as() == contract::PromptShown::named;
    return named || prompt.status() == contract::PromptStatus::closed
               ? std::string()
               : panel.say(Say::prompts_later);
}

void draw_said(Panel& panel, Rect& body, const v1::PromptSaid& said) {
    const std::string name = said.by() == 0 ? "" : panel.model.name_of(said.by()) + ": ";
    Rect words = body;
    words.left += 28;
    panel.draw().cut_paragraph(words, name + said.text(), {}, 4);
    body.top = words.top;
}

void draw_questions(Panel& panel, Rect& body, const v1::Prompt& prompt, PromptsState& state,
                    Below& below) {
    body = unlimited(body);
    const bool open = prompt.status() == contract::PromptStatus::open;
    panel.draw().cut_paragraph(body, title_of(panel, prompt), {Type::heading}, 4);
    std::string words = panel.word("prompt_state", prompt.status()) + ", " + when(panel, prompt);
    if (open)
        words += ", " + panel.say(Say::table_left,
                                  {minutes_and_seconds(left_of_prompt(panel, prompt, state.clock))});
    icon_label(panel.ui, body.cut_top(24), icon_of(prompt), words,
               open ? Tone::accent : Tone::neutral, open);
    if (open) {
        const Answering now = answering(panel, prompt);
        const std::string still =
            now.missing.empty() ? panel.say(Say::prompts_all_answered)
                                : panel.say(Say::prompts_still, {enumerate(panel, now.missing)});
        panel.draw().cut_paragraph(body, still, {}, 2);
    }
    if (const std::string why = withheld(panel, prompt); !why.empty())
        panel.draw().cut_paragraph(body, why, {Type::small, Token::text_2}, 2);
    if (prompt.shown() && prompt.shown_as() == contract::PromptShown::named) {
        const std::string label =
            panel.say(state.names ? Say::prompts_hide_names : Say::prompts_show_names);
        Rect row = body.cut_top(28);
        row.right = row.left + panel.draw().width(label, Type::strong) + 32;
        if (link(panel.ui, row, "prompts.names", label, Icon::accounts)) state.names = !state.names;
    }
    body.cut_top(14);
    const int all = answering(panel, prompt).all;
    int number = 0;
    for (const v1::PromptQuestion& question : prompt.questions()) {
        panel.draw().cut_paragraph(
            body, std::to_string(++number) + ". " + panel.in(question.text()), {Type::strong}, 8);
        for (const v1::PromptOption& option : question.options())
            draw_option(panel, body, option, prompt.shown() ? prompt.answered_size() : 0, all,
                        state.names, below);
        for (const v1::PromptSaid& said : question.said()) draw_said(panel, body, said);
        if (prompt.status() == contract::PromptStatus::closed && asks_what_is_so(prompt, question) &&
            !judged(question))
            panel.draw().cut_paragraph(body, panel.say(Say::prompts_not_judged),
                                       {Type::small, Token::text_2}, 4);
        body.cut_top(12);
    }
}

// The questions, and where they go on below how many answers are left there.
void draw_page(Panel& panel, Rect area, const v1::Prompt& prompt, PromptsState& state) {
    const std::string name = "prompts.text." + prompt.id();
    const bool scrolls = static_cast<float>(panel.ui.number(name + ".needed")) > area.height();
    Rect strip = scrolls ? area.cut_bottom(more_height) : Rect{};
    Below below{area.bottom};
    scroll_area(panel.ui, area, name,
                [&](Rect& inner) { draw_questions(panel, inner, prompt, state, below); });
    if (!scrolls || below.count == 0) return;
    const std::string words =
        below.count == 1 ? panel.say(Say::prompt_more_answer_one)
                         : panel.say(Say::prompt_more_answers, {std::to_string(below.count)});
    strip.right = strip.left + panel.draw().width(words, Type::strong) + 36;
    if (link(panel.ui, strip, "prompts.more", words, Icon::chevron_down))
        panel.ui.number(name + ".offset") += static_cast<int>(area.height() / 2);
}

// Opening stands on the right and closing on the left: a double click never does both.
void draw_act(Panel& panel, Rect row, const v1::Prompt& prompt, PromptsState& state) {
    const bool open = prompt.status() == contract::PromptStatus::open;
    if (prompt.status() == contract::PromptStatus::closed)
        return reason_line(panel.ui, row, panel.say(Say::prompts_done));
    const std::string why = open ? std::string() : not_now(panel, prompt);
    const std::string label = panel.say(open ? Say::prompts_close : Say::prompts_open);
    const ButtonLook look{.style = open ? ButtonStyle::outlined : ButtonStyle::primary,
                          .icon = open ? Icon::stop : Icon::pause,
                          .enabled = why.empty()};
    const float wide = button_width(panel.ui, label, look);
    const Rect place = open ? row.cut_left(wide) : row.cut_right(wide);
    if (button(panel.ui, place.middle_row(40), "prompts.act", label, look) && look.enabled) {
        if (open)
            close_or_ask(panel, prompt, state);
        else
            act(panel, prompt, true, state);
    }
    row.right -= 12;
    if (!why.empty()) return reason_line(panel.ui, row, why);
    if (!open) reason_line(panel.ui, row, panel.say(Say::prompts_once));
}

// How many are ready, and that the case stands still meanwhile.
void draw_progress(Panel& panel, Rect& row, const v1::Prompt& open) {
    const std::string words = answered_words(panel, open, Say::prompts_progress);
    const std::string still = open.holds() ? panel.say(Say::swap_clock_still) : std::string();
    const float wide =
        std::max(panel.draw().width(words, Type::strong), panel.draw().width(still, Type::small)) +
        1;
    if (row.width() < wide) return;
    Rect place = row.cut_left(wide).middle_row(40);
    panel.draw().line(place.cut_top(22), words, {Type::strong, Token::accent});
    panel.draw().line(place, still, {Type::small, Token::text_2});
    row.cut_left(14);
}

}  // namespace

void draw_prompt_control(Panel& panel, Rect& row, TrainerState& state) {
    if (panel.view->all<v1::Prompt>().empty()) return;
    const v1::Prompt* open = model::open_prompt(*panel.view);
    if (open != nullptr) draw_progress(panel, row, *open);
    const std::string label = panel.say(open == nullptr ? Say::prompts_title : Say::requests_look);
    const ButtonLook look{.icon = open == nullptr ? Icon::help : Icon::none};
    const float wide = button_width(panel.ui, label, look);
    if (row.width() < wide) return;
    if (button(panel.ui, row.cut_left(wide).middle_row(40), "trainer.prompts", label, look)) {
        state.prompts.open = true;
        if (open != nullptr) state.prompts.chosen = open->id();
    }
    row.cut_left(8);
    if (open == nullptr) return;
    const std::string close = panel.say(Say::prompts_close);
    const float close_wide = button_width(panel.ui, close);
    if (row.width() >= close_wide &&
        button(panel.ui, row.cut_left(close_wide).middle_row(40), "trainer.prompt_close", close))
        close_or_ask(panel, *open, state.prompts);
    row.cut_left(8);
}

void draw_prompts(Panel& panel, PromptsState& state) {
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float pad = narrow ? 16 : 32;
    const v1::Prompt* prompt = shown(panel, state);
    const float high = std::min(720.0F, panel.ui.screen().height() - (narrow ? 0 : 32));
    const std::string title = panel.say(Say::prompts_title_long);
    // Of a poll that was held there is nothing left to send.
    const bool sends = prompt != nullptr && prompt->status() != contract::PromptStatus::closed;
    Dialog dialog = sends ? Dialog(panel, "prompts_window", 1040, high, title)
                          : Dialog(panel.ui, "prompts_window", 1040, high, title);
    if (prompt == nullptr) {
        empty_state(panel, dialog.body.inset(pad, 20), Say::prompts_empty, Say::prompts_empty_body);
        if (dialog.closed()) state.open = false;
        return;
    }
    const Rect footer = dialog.cut_footer(narrow ? 56 : 72).inset(pad, 8);
    Rect body = dialog.body;
    if (narrow) {
        Rect top = body.cut_top(52).inset(pad, 6);
        draw_chooser(panel, top, *prompt, state);
    } else {
        Rect left = body.cut_left(std::min(380.0F, body.width() * 0.4F));
        panel.draw().vertical_rule(left.right, left.top, left.bottom);
        Rect words = left.cut_bottom(112).inset(list_inset, 12);
        panel.draw().paragraph(words, panel.say(Say::prompts_body), {Type::small, Token::text_2});
        draw_list(panel, left, *prompt, state);
    }
    panel.ui.area("prompts.questions");
    draw_page(panel, body.inset(narrow ? pad : 28, narrow ? 6 : 20), *prompt, state);
    panel.ui.area("prompts.footer");
    draw_act(panel, footer, *prompt, state);
    if (dialog.closed()) state.open = false;
}

void draw_close_question(Panel& panel, PromptsState& state) {
    const v1::Prompt* open = model::open_prompt(*panel.view);
    const Answering now = open == nullptr ? Answering{} : answering(panel, *open);
    // It closed by itself meanwhile, or the last one answered: nothing to ask.
    if (open == nullptr || now.missing.empty()) {
        state.close_asked = false;
        return;
    }
    const Answer said = draw_question(
        panel, {.name = "prompts_close",
                .title = panel.say(Say::prompts_close_title),
                .body = panel.say(Say::prompts_close_body, {enumerate(panel, now.missing)}),
                .yes = panel.say(Say::prompts_close),
                .icon = Icon::stop});
    if (said == Answer::yes) act(panel, *open, false, state);
    if (said != Answer::none) state.close_asked = false;
}

}  // namespace casustafel::ui
