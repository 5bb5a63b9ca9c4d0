#pragma once
// Inside the console only: one typed line while it is being understood. Each verb has one function;
// they stand by family in typed_*.cpp. Ids may be typed in small letters: what the view knows by
// that name is meant.
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "client/console/typed_command.hpp"
#include "client/console/typed_words.hpp"

namespace casustafel::console {

class Reading {
public:
    Reading(Words words, const model::View& view, const Printer& printer)
        : words_(std::move(words)), view_(view), printer_(printer) {}

    Understood understand();

private:
    using Keys = std::initializer_list<std::string_view>;
    using Verb = Understood (Reading::*)() const;
    struct Named {
        std::vector<std::string_view> words;
        Verb verb;
    };
    static const std::vector<Named>& verbs();

    Understood show(Screen screen) const { return ShowScreen{screen, word(1)}; }

    // typed_command.cpp: seats, items, requests, messages
    Understood take() const;
    Understood release() const;
    Understood read() const;
    Understood share() const;
    Understood ask() const;
    Understood refuse() const;
    Understood refer() const;
    Understood not_here() const;
    Understood mark() const;
    Understood message() const;
    // typed_decisions.cpp: meetings, decisions, interventions, plan
    Understood meeting() const;
    Understood move_phase() const;
    Understood invite() const;
    Understood decide() const;
    Understood propose() const;
    Understood retract() const;
    Understood hasten() const;
    Understood intervene() const;
    Understood action() const;
    Understood confirm() const;
    // typed_legal.cpp: triage, weighing, and who must agree or be told
    Understood triage() const;
    Understood weigh() const;
    Understood say_aloud() const;
    Understood heard() const;
    Understood gut_feeling() const;
    Understood authority() const;
    Understood consent() const;
    Understood inform() const;
    Understood privacy() const;
    // typed_probe.cpp: questions to everybody, what one heard aloud
    Understood answer_probe() const;
    Understood told() const;
    Understood not_said() const;
    // typed_swap.cpp: the swap, one's roles, pause and help
    Understood hand_over() const;
    Understood ready() const;
    Understood switch_role() const;
    Understood pause() const;
    Understood help() const;

    std::string word(std::size_t at) const {
        return at < words_.size() ? words_[at] : std::string();
    }
    Understood usage(const std::string& which) const {
        return NotUnderstood{"console.usage_" + which, {}};
    }
    NotUnderstood no_such(const std::string& what, const std::string& typed) const {
        return {"console.no_such_" + what, {typed}};
    }

    // The id that is meant by what was typed; in capitals what the view does not know.
    std::string item(const std::string& typed) const;
    std::string role(const std::string& typed) const;
    std::string meeting_id(const std::string& typed) const;
    std::string decision_id(const std::string& typed) const;
    std::string power_id(const std::string& typed) const;
    Words roles(const std::string& typed) const;
    Words items(const std::string& typed) const;
    // The id of the thing with this number in its list; 0 when there is none.
    std::uint64_t request(const std::string& number) const;
    // The word after one of these key words, or empty; what follows `tekst` is free text.
    std::string after(Keys keys) const;
    // Where the word after one of these key words stands; 0: nowhere.
    std::size_t place_after(Keys keys) const;
    bool has(Keys keys) const;
    std::string text_after(Keys keys) const;
    // "op A02,A05 aanname A08", read into `cited`.
    void read_cited(google::protobuf::RepeatedPtrField<v1::Cited>& cited) const;
    // What stands in an action; what is wrong with it, else nothing.
    std::optional<Understood> read_terms(v1::ActionTerms& terms) const;
    // Purpose, basis and form of a share; what is wrong with them, else nothing.
    template <class Share>
    std::optional<Understood> read_ground(Share& share, const std::string& usage_of) const;

    Words words_;
    const model::View& view_;
    const Printer& printer_;
};

// The id with this number, counted from 1, in a list of entities; 0 when there is none.
template <class List>
std::uint64_t id_at(const List& list, const std::string& number) {
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (number == std::to_string(at + 1)) return list[at]->id();
    }
    return 0;
}

// The id among `list` that was typed, capitals aside; else what was typed, in capitals.
template <class List>
std::string meant(const List& list, const std::string& typed) {
    for (const auto* each : list) {
        if (each->id() == typed) return typed;
    }
    for (const auto* each : list) {
        if (same_word(each->id(), typed)) return each->id();
    }
    return upper(typed);
}

}  // namespace casustafel::console
