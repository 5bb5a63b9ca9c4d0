// Prompts, answered as soon as they come: nobody waits for a thought to ripen.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "client/bots/persona.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::bots {
namespace {

constexpr unsigned lawful_is_right_percent = 80;

// What it types where an answer in words is asked.
constexpr std::string_view said_in_words = "Ik luister eerst naar wat de ander nodig heeft.";

template <class Options>
const v1::PromptOption* right_one(const KeyPrompt* prompt, const std::string& question,
                                  const Options& options) {
    for (const v1::PromptOption& option : options) {
        if (prompt != nullptr && prompt->expects(question, option.id())) return &option;
    }
    return nullptr;
}

}  // namespace

std::vector<v1::Command> Persona::answer_prompts(const model::View& view) {
    answer_all(view);
    return std::exchange(acts_, {});
}

// Answers whatever is open; says whether the case stands still for it.
bool Persona::answer_all(const model::View& view) {
    bool held = false;
    for (const v1::Prompt* prompt : view.all<v1::Prompt>()) {
        if (prompt->status() != contract::PromptStatus::open) continue;
        held = held || prompt->holds();
        answer_prompt(*prompt);
    }
    return held;
}

void Persona::answer_prompt(const v1::Prompt& prompt) {
    if (manner_ == Manner::silent || !prompt.mine().empty() || prompt.questions().empty() ||
        !done_.insert("answer prompt " + prompt.id()).second)
        return;
    v1::Command command;
    auto* act = command.mutable_answer_prompt();
    act->set_prompt(prompt.id());
    for (const v1::PromptQuestion& question : prompt.questions())
        answer_question(prompt, question, *act);
    if (act->answers_size() > 0) say(command);
}

void Persona::answer_question(const v1::Prompt& prompt, const v1::PromptQuestion& question,
                              v1::AnswerPrompt& act) {
    if (question.kind() == contract::QuestionForm::text) {
        v1::PromptAnswer& answer = *act.add_answers();
        answer.set_question(question.id());
        answer.set_text(std::string(said_in_words));
        return;
    }
    if (question.options().empty()) return;
    v1::PromptAnswer* answer = act.add_answers();
    answer->set_question(question.id());
    answer->set_option(choose_answer(prompt.id(), question));
}

// Who knows the case answers well; who does not look further than its own desk guesses.
std::string Persona::choose_answer(const std::string& prompt, const v1::PromptQuestion& question) {
    if (!key_.prompt(prompt) || !key_.prompt(prompt)->judges(question.id())) {
        // An opinion of its own, which draws nothing from what else it does by chance.
        std::uint64_t own = 0;
        for (const char letter : role_ + prompt + question.id())
            own = own * 31 + static_cast<unsigned char>(letter);
        const auto options = static_cast<std::uint64_t>(question.options_size());
        return question.options(static_cast<int>(own % options)).id();
    }
    const bool knows = manner_ == Manner::ideal ||
                       (manner_ == Manner::lawful &&
                        is_one_to("know " + prompt + " " + question.id(), lawful_is_right_percent));
    const v1::PromptOption* right =
        knows ? right_one(key_.prompt(prompt), question.id(), question.options()) : nullptr;
    std::string chosen = right != nullptr ? right->id() : std::string();
    if (right == nullptr) {
        const auto guess = chance_.below(static_cast<std::uint64_t>(question.options_size()));
        chosen = question.options(static_cast<int>(guess)).id();
    }
    return plays(Character::first_option) ? question.options(0).id() : chosen;
}

}  // namespace casustafel::bots
