// The console's screens of questions to everybody.
#include <algorithm>

#include "client/console/said/screens.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {

using model::in;

namespace {

constexpr std::int64_t second_ms = 1'000;

bool is_own(const v1::Prompt& prompt, const std::string& question, const std::string& option) {
    return std::any_of(prompt.mine().begin(), prompt.mine().end(), [&](const v1::PromptChoice& each) {
        return each.question() == question && each.option() == option;
    });
}

std::string note_of(const Printer& printer, const v1::Prompt& prompt, const std::string& question,
                    const v1::PromptOption& option) {
    std::string note;
    const auto add = [&](const std::string& words) { note += (note.empty() ? "" : " ") + words; };
    if (is_own(prompt, question, option.id())) add(printer.words("console.prompt_option_own"));
    const auto named = static_cast<std::uint32_t>(option.chosen_by_size());
    if (const auto count = std::max(option.count(), named); count > 0)
        add(printer.words("console.prompt_option_chosen", {std::to_string(count)}));
    if (option.right()) add(printer.words("console.prompt_option_right"));
    const std::string& why = in(option.why(), printer.english());
    if (!why.empty()) add(why);
    return note;
}

// What is typed for it: 2b, or 2:VT where there are more than letters.
std::string code_of(const v1::PromptQuestion& question, int place, int option) {
    constexpr int letters = 26;
    const std::string number = std::to_string(place);
    const bool by_letter = question.kind() == contract::QuestionForm::choice || question.kind().empty();
    if (by_letter && option < letters) return number + static_cast<char>('a' + option);
    return number + ":" + question.options(option).id();
}

void show_scale(const Printer& printer, const v1::Prompt& prompt,
                const v1::PromptQuestion& question, int place) {
    if (question.options().empty()) return;
    const int last = question.options_size() - 1;
    printer.say("console.prompt_scale",
                {code_of(question, place, 0), in(question.lowest(), printer.english()),
                 code_of(question, place, last), in(question.highest(), printer.english())});
    for (const v1::PromptOption& option : question.options())
        if (const std::string note = note_of(printer, prompt, question.id(), option); !note.empty())
            printer.say("console.prompt_option", {option.id(), "", note});
}

void show_words(const Printer& printer, const v1::Prompt& prompt,
                const v1::PromptQuestion& question, int place) {
    if (prompt.status() == contract::PromptStatus::open)
        printer.say("console.prompt_words", {std::to_string(place)});
    for (const v1::PromptChoice& own : prompt.mine())
        if (own.question() == question.id())
            printer.say("console.prompt_said", {own.text(), printer.words("console.prompt_option_own")});
    for (const v1::PromptSaid& said : question.said())
        printer.say("console.prompt_said",
                    {said.text(), said.by() == 0 ? "" : "(p" + std::to_string(said.by()) + ")"});
}

void show_questions(const Printer& printer, const v1::Prompt& prompt) {
    int place = 0;
    for (const v1::PromptQuestion& question : prompt.questions()) {
        ++place;
        std::string asked = in(question.text(), printer.english());
        if (!question.about().empty()) asked += " (" + question.about() + ")";
        printer.say("console.prompt_question", {std::to_string(place), asked});
        if (question.kind() == contract::QuestionForm::text)
            show_words(printer, prompt, question, place);
        else if (question.kind() == contract::QuestionForm::scale)
            show_scale(printer, prompt, question, place);
        else
            for (int option = 0; option < question.options_size(); ++option) {
                const v1::PromptOption& each = question.options(option);
                const std::string& words = in(each.text(), printer.english());
                printer.say("console.prompt_option",
                            {code_of(question, place, option), words.empty() ? each.id() : words,
                             note_of(printer, prompt, question.id(), each)});
            }
    }
    if (prompt.too_few()) printer.say("console.prompt_too_few");
}

// One line for a trainer: where it stands and how many have answered.
void show_prompt(const Printer& printer, const model::View& view, const v1::Prompt& prompt) {
    const auto people = view.all<v1::Participant>();
    const auto players =
        std::count_if(people.begin(), people.end(),
                      [](const v1::Participant* each) { return !each->roles().empty(); });
    printer.say(
        "console.prompt_line",
        {prompt.id(), in(prompt.title(), printer.english()),
         printer.words("prompt_status." + prompt.status()),
         prompt.at_sim_ms() != 0 ? case_time(prompt.at_sim_ms()) : printer.words("console.by_hand"),
         printer.words("console.prompt_answered_by",
                       {std::to_string(prompt.answered_size()), std::to_string(players)})});
}

}  // namespace

void show_open_prompt(const Printer& printer, const model::View& view) {
    const v1::Prompt* prompt = model::open_prompt(view);
    if (prompt == nullptr) return printer.say("console.no_prompt");
    const std::string seconds = std::to_string((prompt->ends_in_ms() + second_ms - 1) / second_ms);
    printer.say(prompt->holds()          ? "console.prompt_open"
                : prompt->ends_in_ms() > 0 ? "console.prompt_beside"
                                           : "console.prompt_untimed",
                {in(prompt->title(), printer.english()), seconds});
    if (const std::string& intro = in(prompt->intro(), printer.english()); !intro.empty())
        printer.say("console.prompt_intro", {intro});
    show_questions(printer, *prompt);
    printer.object({{"prompt", json_of(*prompt)}});
}

// A participant hears of questions when they open and of answers when they are shown, a trainer of
// every step.
void tell_prompt(const Printer& printer, const model::View& view, const v1::Prompt& prompt, bool added,
                bool trainer) {
    const bool open = prompt.status() == contract::PromptStatus::open;
    if (trainer) return added ? void() : show_prompt(printer, view, prompt);
    if (added && open) return show_open_prompt(printer, view);
    if (open || (!prompt.shown() && !prompt.too_few())) return;
    printer.say("console.prompt_answers", {in(prompt.title(), printer.english())});
    show_questions(printer, prompt);
    printer.object({{"prompt", json_of(prompt)}});
}

void show_prompts(const Printer& printer, const model::View& view) {
    for (const v1::Prompt* prompt : view.all<v1::Prompt>()) {
        show_prompt(printer, view, *prompt);
        if (prompt->status() != contract::PromptStatus::waiting) show_questions(printer, *prompt);
        printer.object({{"prompt", json_of(*prompt)}});
    }
}

}  // namespace casustafel::console
