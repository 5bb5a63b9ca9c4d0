#pragma once
// The verbs of a participant: the texts `console.verb.<command>`, each line of them one way to type
// that command, in both languages. A new command is typed as soon as it has a text.
#include <google/protobuf/descriptor.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "client/console/said/printer.hpp"
#include "client/console/typed/grammar.hpp"

namespace casustafel::console {

struct Verb {
    const google::protobuf::FieldDescriptor* command = nullptr;  // in v1::Command
    std::array<std::string, 2> line;                             // Dutch and English
    Grammar grammar;

    // The word that it begins with.
    const std::array<std::string, 2>& word() const { return grammar.front().pieces.front().word; }
    bool begins_with(const std::string& typed) const {
        return typed == word()[0] || typed == word()[1];
    }
};

// The verbs whose texts have this key and the name of the command behind it; in the order of the
// contract. `wrong` gets each line that is no grammar of its command.
std::vector<Verb> verbs_of(const std::string& key, std::vector<std::string>* wrong = nullptr);
// Those of a participant, and of the trainer's desk (`console.desk.<command>`).
const std::vector<Verb>& verbs();
const std::vector<Verb>& desk_verbs();
// One command's, from its text in both languages.
std::vector<Verb> verbs_in(std::string_view command, std::array<std::string_view, 2> text,
                           std::vector<std::string>* wrong = nullptr);

// How it is typed, as a person reads it.
std::string shown(const Verb&, const Printer&);
// "Zo typ je dat", with each way to type what begins with this word.
std::string usage_of(const std::vector<Verb>&, const std::string& word, const Printer&);

// A text in its lines.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace casustafel::console
