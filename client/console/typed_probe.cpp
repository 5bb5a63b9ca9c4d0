// Typed lines about questions to everybody, and about what one heard aloud.
#include "client/console/choices.hpp"
#include "client/console/reading.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::console {
namespace {

// "2b": the second answer to the first question is 1b.
bool add_answer(const v1::Probe& probe, const std::string& typed, v1::AnswerProbe& act) {
    if (typed.size() != 2) return false;
    const int question = typed[0] - '1';
    const char letter = upper(typed.substr(1)).front();
    if (question < 0 || question >= probe.questions_size()) return false;
    const v1::ProbeQuestion& asked = probe.questions(question);
    const int option = letter - 'A';
    if (option < 0 || option >= asked.options_size()) return false;
    v1::ProbeAnswer* answer = act.add_answers();
    answer->set_question(asked.id());
    answer->set_option(asked.options(option).id());
    return true;
}

}  // namespace

// antwoord 1a 2b 3c
Understood Reading::answer_probe() const {
    const v1::Probe* probe = model::open_probe(view_);
    if (probe == nullptr) return NotUnderstood{"console.no_probe", {}};
    v1::Command command;
    auto* act = command.mutable_answer_probe();
    act->set_probe(probe->id());
    for (std::size_t at = 1; at < words_.size(); ++at) {
        for (const std::string& typed : parts_of(words_[at])) {
            if (!add_answer(*probe, typed, *act)) return no_such("answer", typed);
        }
    }
    if (act->answers().empty()) return usage("answer");
    return command;
}

// vertelde VT over mirjam huiselijk tekst …
Understood Reading::told() const {
    if (words_.size() < 5 || !is_one_of(word(2), {"over", "about"})) return usage("told");
    v1::Command command;
    auto* act = command.mutable_note_heard();
    act->set_giver(role(word(1)));
    if (view_.find<v1::Person>(word(3)) == nullptr) return no_such("person", word(3));
    act->set_person(word(3));
    const auto category =
        choose(printer_, contract::words<contract::Category>, "category.", word(4));
    if (!category) return no_such("category", word(4));
    act->set_category(*category);
    act->set_text(text_after({"tekst", "text"}));
    return command;
}

// niet-gezegd 1
Understood Reading::not_said() const {
    v1::Command command;
    command.mutable_deny_heard()->set_heard(id_at(view_.all<v1::Heard>(), word(1)));
    if (command.deny_heard().heard() == 0) return no_such("heard", word(1));
    return command;
}

}  // namespace casustafel::console
