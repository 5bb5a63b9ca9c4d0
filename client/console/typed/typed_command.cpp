#include "client/console/typed/typed_command.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

#include "client/console/said/kinds.hpp"
#include "client/console/said/screen_texts.hpp"
#include "client/console/typed/slots.hpp"
#include "client/console/typed/verbs.hpp"
#include "proto/contract/names.hpp"

namespace casustafel::console {
namespace {

// One typed line while it is being understood.
struct Line {
    Words words;
    const model::View& view;
    const Printer& printer;

    NotUnderstood no(const std::string& key, const std::vector<std::string>& arguments = {}) const {
        return {key, printer.words(key, arguments)};
    }
    // "Zo typ je dat", for each way to type what begins so.
    NotUnderstood usage() const {
        const auto own = std::ranges::find_if(verbs(), [&](auto& each) { return begins(each); });
        return {"console.usage_" + own->word()[1], usage_of(verbs(), words[0], printer)};
    }
    bool begins(const Verb& verb) const { return verb.begins_with(words[0]); }
};

using Wrong = std::optional<NotUnderstood>;

// What stands behind the number of a question: a letter, or : and the code of what is chosen.
const v1::PromptOption* option_typed(const v1::PromptQuestion& asked, const std::string& typed) {
    if (typed.size() == 1) {
        const int option = upper(typed).front() - 'A';
        if (option >= 0 && option < asked.options_size()) return &asked.options(option);
    }
    for (const v1::PromptOption& each : asked.options())
        if (typed.size() > 1 && typed.front() == ':' && same_word(each.id(), typed.substr(1)))
            return &each;
    return nullptr;
}

// "2b": the second answer to the first question is 1b. "3:5": of a scale, or of whatever has codes.
bool add_answer(const v1::Prompt& prompt, const std::string& typed, v1::AnswerPrompt& act) {
    const auto digits = std::min(typed.find_first_not_of("0123456789"), typed.size());
    if (digits == 0 || digits > 2 || digits == typed.size()) return false;
    const int question = std::stoi(typed.substr(0, digits)) - 1;
    if (question < 0 || question >= prompt.questions_size()) return false;
    const v1::PromptQuestion& asked = prompt.questions(question);
    const v1::PromptOption* option = option_typed(asked, typed.substr(digits));
    if (option == nullptr) return false;
    v1::PromptAnswer* answer = act.add_answers();
    answer->set_question(asked.id());
    answer->set_option(option->id());
    return true;
}

// "4= all that follows": an answer in words, which ends the line.
bool add_words(const v1::Prompt& prompt, const Words& words, std::size_t at,
               v1::AnswerPrompt& act) {
    const auto sign = words[at].find('=');
    if (sign == std::string::npos || sign == 0 || sign > 2) return false;
    const int question = std::atoi(words[at].substr(0, sign).c_str()) - 1;
    if (question < 0 || question >= prompt.questions_size()) return false;
    v1::PromptAnswer* answer = act.add_answers();
    answer->set_question(prompt.questions(question).id());
    std::string text = words[at].substr(sign + 1);
    for (++at; at < words.size(); ++at) text += (text.empty() ? "" : " ") + words[at];
    answer->set_text(text);
    return true;
}

// antwoord 1a 2b 3:5 4= omdat het kan
Wrong answer_prompt(v1::Command& command, const Line& line) {
    const v1::Prompt* prompt = model::open_prompt(line.view);
    if (prompt == nullptr) return line.no("console.no_prompt");
    auto& act = *command.mutable_answer_prompt();
    act.set_prompt(prompt->id());
    for (std::size_t at = 1; at < line.words.size(); ++at) {
        if (add_words(*prompt, line.words, at, act)) return std::nullopt;
        for (const std::string& typed : parts_of(line.words[at]))
            if (!add_answer(*prompt, typed, act)) return line.no("console.no_such_answer", {typed});
    }
    return std::nullopt;
}

// What the case began keeps its words unless others are typed.
Wrong change_action(v1::Command& command, const Line& line) {
    v1::ActionTerms& terms = *command.mutable_change_action()->mutable_terms();
    const v1::Action* action = line.view.find<v1::Action>(command.change_action().action());
    if (terms.text().empty() && action != nullptr && action->has_scripted())
        terms.set_text(model::words_of(*action, line.printer.english()));
    return terms.text().empty() ? Wrong(line.usage()) : std::nullopt;
}

// What a grammar cannot say of a verb, done once its slots are filled.
const std::map<std::string_view, Wrong (*)(v1::Command&, const Line&)> in_code = {
    {contract::command::answer_prompt, answer_prompt},
    {contract::command::change_action, change_action},
};

Understood carry_out(const Verb& verb, const std::vector<Filled>& filled, const Line& line) {
    v1::Command command;
    Message& act = *command.GetReflection()->MutableMessage(&command, verb.command);
    Filling filling(act, line.view, line.printer);
    for (const Filled& each : filled)
        if (const auto wrong = filling.fill(each)) return line.no(wrong->key, {wrong->typed});
    const auto rest = in_code.find(verb.command->name());
    if (rest == in_code.end()) return command;
    const Wrong wrong = rest->second(command, line);
    return wrong ? Understood(*wrong) : Understood(command);
}

// rol SCH: from here on that one. rol: which there are.
Understood choose_role(const Line& line) {
    if (line.words.size() < 2) return ShowScreen{"roles"};
    const auto roles = line.view.all<v1::Role>();
    const auto meant = std::ranges::find_if(
        roles, [&](const v1::Role* role) { return same_word(role->id(), line.words[1]); });
    return SwitchRole{meant == roles.end() ? upper(line.words[1]) : (*meant)->id()};
}

}  // namespace

Understood understand(std::string_view typed, const model::View& view, const Printer& printer) {
    const Line line{split(typed), view, printer};
    if (line.words.empty()) return NotUnderstood{};
    bool known = false;
    for (const Verb& verb : verbs()) {
        if (!line.begins(verb)) continue;
        if (const auto filled = match(verb.grammar, line.words))
            return carry_out(verb, *filled, line);
        known = true;
    }
    if (const ScreenText* screen = screen_typed(line.words[0]))
        return screen->name == "role" ? choose_role(line) : ShowScreen{screen->name};
    return known ? line.usage() : line.no("console.not_understood", {line.words[0]});
}

std::string what_can_be_typed(const Printer& printer) {
    std::string ways, screens;
    for (const Verb& verb : verbs()) ways += "\n  " + shown(verb, printer);
    for (const ScreenText& screen : screen_texts())
        screens += (screens.empty() ? "" : ", ") + screen.shown[printer.english() ? 1 : 0];
    return printer.words("console.help", {ways, screens});
}

}  // namespace casustafel::console
