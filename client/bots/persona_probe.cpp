// Questions to everybody, while the case stands still: nobody waits for a thought to ripen.
#include <algorithm>
#include <string>
#include <utility>

#include "client/bots/persona.hpp"

namespace casustafel::bots {
namespace {

constexpr unsigned lawful_is_right_percent = 80;

template <class Options>
const v1::ProbeOption* right_one(const KeyProbe* probe, const std::string& question,
                                 const Options& options) {
    for (const v1::ProbeOption& option : options) {
        if (probe != nullptr && probe->expects(question, option.id())) return &option;
    }
    return nullptr;
}

}  // namespace

void Persona::answer_probe(const v1::Probe& probe) {
    if (manner_ == Manner::silent || !probe.mine().empty() ||
        !done_.insert("answer probe " + probe.id()).second)
        return;
    v1::Command command;
    auto* act = command.mutable_answer_probe();
    act->set_probe(probe.id());
    for (const v1::ProbeQuestion& question : probe.questions()) {
        if (question.options().empty()) continue;
        v1::ProbeAnswer* answer = act->add_answers();
        answer->set_question(question.id());
        answer->set_option(choose_answer(probe.id(), question));
    }
    say(command);
}

// Who knows the case answers well; who does not look further than its own desk guesses.
std::string Persona::choose_answer(const std::string& probe, const v1::ProbeQuestion& question) {
    const bool knows = manner_ == Manner::ideal ||
                       (manner_ == Manner::lawful &&
                        is_one_to("know " + probe + " " + question.id(), lawful_is_right_percent));
    const v1::ProbeOption* right =
        knows ? right_one(key_.probe(probe), question.id(), question.options()) : nullptr;
    std::string chosen = right != nullptr ? right->id() : std::string();
    if (right == nullptr) {
        const auto guess = chance_.below(static_cast<std::uint64_t>(question.options_size()));
        chosen = question.options(static_cast<int>(guess)).id();
    }
    return plays(Character::first_option) ? question.options(0).id() : chosen;
}

}  // namespace casustafel::bots
