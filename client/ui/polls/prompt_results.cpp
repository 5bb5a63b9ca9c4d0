// What was answered: of prompts that are closed and whose answers may be read, and of one's own.
// Without names it shows no more than the server told.
#include <algorithm>

#include "client/ui/kit/button.hpp"
#include "client/ui/kit/measures.hpp"
#include "client/ui/kit/scroll_area.hpp"
#include "client/ui/panel/dialog.hpp"
#include "client/ui/panel/marks.hpp"
#include "client/ui/polls/prompt.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr float bar_high = 6, bar_wide = 240;

bool has_answers(const v1::Prompt& prompt) {
    const bool closed = prompt.status() == contract::PromptStatus::closed;
    return closed && (prompt.shown() || prompt.too_few() || !prompt.mine().empty());
}

std::vector<const v1::Prompt*> answered(const Panel& panel) {
    std::vector<const v1::Prompt*> found;
    for (const v1::Prompt* prompt : panel.view->all<v1::Prompt>())
        if (has_answers(*prompt)) found.push_back(prompt);
    return found;
}

std::string sign_of(const v1::Prompt& prompt) {
    return std::to_string(prompt.answers()) + (prompt.too_few() ? "-" : "");
}

// The last one whose answers were not looked at; one's own answers alone are no news.
const v1::Prompt* news(const Panel& panel, const PromptState& state) {
    const v1::Prompt* last = nullptr;
    for (const v1::Prompt* prompt : answered(panel)) {
        const auto seen = state.seen.find(prompt->id());
        const bool read = seen != state.seen.end() && seen->second == sign_of(*prompt);
        if ((prompt->shown() || prompt->too_few()) && !read) last = prompt;
    }
    return last;
}

void look_at_all(const Panel& panel, PromptState& state) {
    for (const v1::Prompt* prompt : answered(panel)) state.seen[prompt->id()] = sign_of(*prompt);
}

std::string words_of(Panel& panel, const v1::PromptOption& option) {
    if (const std::string& words = panel.in(option.text()); !words.empty()) return words;
    const v1::Item* item = panel.view->find<v1::Item>(option.id());
    return item == nullptr || panel.in(item->title()).empty() ? option.id() : panel.in(item->title());
}

void draw_count(Panel& panel, Rect& body, const v1::PromptOption& option, std::uint32_t all) {
    Rect row = body.cut_top(24);
    row.left += 16;
    const Rect words = row.cut_left(std::max(160.0F, row.width() - bar_wide - 48));
    panel.draw().line(words, words_of(panel, option), {});
    Rect bar = Rect{row.left, row.top + 9, row.left + bar_wide, row.top + 9 + bar_high};
    panel.draw().fill(bar, Token::bar_empty, bar_high / 2);
    bar.right = bar.left + bar.width() * static_cast<float>(option.count()) /
                               static_cast<float>(std::max(1U, all));
    if (option.count() > 0) panel.draw().fill(bar, Token::accent, bar_high / 2);
    panel.draw().line({row.left + bar_wide + 8, row.top, row.right, row.bottom},
                      std::to_string(option.count()), {Type::small});
}

void draw_said(Panel& panel, Rect& body, const v1::PromptSaid& said) {
    Rect words = body;
    words.left += 16;
    const std::string name = said.by() == 0 ? "" : panel.model.name_of(said.by()) + ": ";
    const std::string text = name + said.text();
    const float high = panel.draw().paragraph_height(words.width(), text, Type::body);
    panel.draw().paragraph(words, text, {});
    body.cut_top(high + 6);
}

std::string own_answer(Panel& panel, const v1::Prompt& prompt, const v1::PromptQuestion& question) {
    std::vector<std::string> own;
    for (const v1::PromptChoice& choice : prompt.mine()) {
        if (choice.question() != question.id()) continue;
        std::string words = choice.text();
        for (const v1::PromptOption& option : question.options())
            if (option.id() == choice.option()) words = words_of(panel, option);
        own.push_back(words.empty() ? choice.option() : words);
    }
    return own.empty() ? std::string() : enumerate(panel, own);
}

// Of these only what somebody chose is worth a line.
bool is_long(const v1::PromptQuestion& question) {
    return question.kind() == contract::QuestionForm::roles ||
           question.kind() == contract::QuestionForm::people;
}

void draw_question(Panel& panel, Rect& body, const v1::Prompt& prompt,
                   const v1::PromptQuestion& question) {
    panel.draw().cut_paragraph(body, panel.in(question.text()), {Type::strong}, 4);
    if (prompt.shown()) {
        for (const v1::PromptOption& option : question.options())
            if (option.count() > 0 || !is_long(question))
                draw_count(panel, body, option, prompt.answers());
        for (const v1::PromptSaid& said : question.said()) draw_said(panel, body, said);
    }
    if (const std::string own = own_answer(panel, prompt, question); !own.empty())
        panel.draw().cut_paragraph(body, panel.say(Say::prompt_results_own, {own}),
                                   {Type::small, Token::text_2}, 4);
    body.cut_top(8);
}

void draw_one(Panel& panel, Rect& body, const v1::Prompt& prompt) {
    panel.draw().cut_paragraph(body, panel.in(prompt.title()), {Type::panel}, 2);
    const std::string how = panel.word("prompt_reach", prompt.seen_by());
    const std::string count =
        prompt.shown() ? " " + panel.say(Say::prompt_results_count, {std::to_string(prompt.answers())})
                       : std::string();
    panel.draw().cut_paragraph(body, how + count, {Type::small, Token::text_2}, 8);
    if (prompt.too_few())
        panel.draw().cut_paragraph(body, panel.say(Say::prompt_results_too_few), {Type::body}, 8);
    for (const v1::PromptQuestion& question : prompt.questions())
        draw_question(panel, body, prompt, question);
    body.cut_top(12);
}

}  // namespace

void draw_results_bar(Panel& panel, Rect& screen, PromptState& state) {
    if (panel.looking || panel.view == nullptr) return;
    const v1::Prompt* newest = news(panel, state);
    if (newest == nullptr || state.results_open) return;
    panel.ui.area("prompt.results_bar");
    Rect row = screen.cut_top(48);
    panel.draw().fill(row, Token::accent_soft);
    panel.draw().horizontal_rule(row.left, row.right, row.bottom - 1);
    row = row.inset(measure::pad.in(panel.ui), 0);
    if (button_right(panel.ui, row, 32, "prompt.results", panel.say(Say::prompt_results_look),
                     {.style = ButtonStyle::primary, .small = true}))
        state.results_open = true;
    row.cut_right(8);
    if (button_right(panel.ui, row, 32, "prompt.results_later",
                     panel.say(Say::prompt_results_later),
                     {.style = ButtonStyle::text, .small = true}))
        look_at_all(panel, state);
    row.cut_right(16);
    icon_label(panel.ui, row, Icon::accounts,
               panel.say(Say::prompt_results_bar, {panel.in(newest->title())}), Tone::accent, true);
}

bool draw_prompt_results(Panel& panel, PromptState& state) {
    if (!state.results_open || panel.view == nullptr) return false;
    look_at_all(panel, state);
    const bool narrow = panel.ui.layout() == Layout::narrow;
    const float whole = panel.ui.screen().height() - (narrow ? 0 : 32);
    const int needed = panel.ui.number("prompt.answers.needed");
    const float wanted = needed == 0 ? 560 : 64 + 24 + static_cast<float>(needed);
    Dialog dialog(panel.ui, "prompt_results", 800, narrow ? whole : std::min(wanted, whole),
                  panel.say(Say::prompt_results_title), "prompt.nothing");
    scroll_area(panel.ui, dialog.body.inset(narrow ? 16 : 24, 12), "prompt.answers",
                [&](Rect inner) {
                    const float top = inner.top;
                    inner = unlimited(inner);
                    auto all = answered(panel);
                    std::reverse(all.begin(), all.end());
                    for (const v1::Prompt* prompt : all) draw_one(panel, inner, *prompt);
                    return inner.top - top;
                });
    if (dialog.closed()) state.results_open = false;
    return true;
}

}  // namespace casustafel::ui
