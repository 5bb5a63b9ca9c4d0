#include "client/console/typed/verbs.hpp"

#include <algorithm>

#include "casustafel/v1/command.pb.h"
#include "client/console/typed/slots.hpp"

namespace casustafel::console {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

namespace {

bool fits(Grammar& grammar, const google::protobuf::Descriptor& type) {
    return std::ranges::all_of(grammar, [&](Part& part) {
        return std::ranges::all_of(part.pieces, [&](Piece& piece) { return fits(piece, type); });
    });
}

}  // namespace

std::vector<Verb> verbs_in(std::string_view command, std::array<std::string_view, 2> text,
                           std::vector<std::string>* wrong) {
    const auto* field = v1::Command::descriptor()->FindFieldByName(std::string(command));
    const auto dutch = lines_of(text[0]), english = lines_of(text[1]);
    std::vector<Verb> found;
    for (std::size_t at = 0; at < dutch.size(); ++at) {
        auto grammar = at < english.size() ? grammar_of(dutch[at], english[at]) : std::nullopt;
        const bool right = field != nullptr && dutch.size() == english.size() && grammar &&
                           fits(*grammar, *field->message_type());
        if (right) found.push_back({field, {dutch[at], english[at]}, std::move(*grammar)});
        if (!right && wrong != nullptr) wrong->push_back(dutch[at]);
    }
    return found;
}

std::vector<Verb> verbs_of(const std::string& key, std::vector<std::string>* wrong) {
    std::vector<Verb> all;
    const auto* commands = v1::Command::descriptor()->FindOneofByName("what");
    for (int at = 0; at < commands->field_count(); ++at) {
        const auto found = text::find(key + commands->field(at)->name());
        if (!found) continue;
        for (Verb& each :
             verbs_in(commands->field(at)->name(),
                      {say(*found, text::Language::nl), say(*found, text::Language::en)}, wrong))
            all.push_back(std::move(each));
    }
    return all;
}

const std::vector<Verb>& verbs() {
    static const std::vector<Verb> all = verbs_of("console.verb.");
    return all;
}

const std::vector<Verb>& desk_verbs() {
    static const std::vector<Verb> all = verbs_of("console.desk.");
    return all;
}

std::string usage_of(const std::vector<Verb>& all, const std::string& word,
                     const Printer& printer) {
    std::string ways;
    for (const Verb& each : all)
        if (each.begins_with(word)) ways += "\n  " + shown(each, printer);
    return printer.words("console.usage_of", {ways});
}

std::string shown(const Verb& verb, const Printer& printer) {
    const auto& type = *verb.command->message_type();
    return shown(verb.line[printer.english() ? 1 : 0], [&](Piece piece) {
        fits(piece, type);
        return slot_name(piece, type, printer);
    });
}

}  // namespace casustafel::console
