#pragma once
// What an act or an entity names, as people read it. A sentence that is found by the name of its
// act or entity takes these words as {0} {1} …, so most acts have a receipt and a line for the
// trainer without code of their own.
#include <concepts>
#include <string>
#include <vector>

#include "client/ui/panel/panel.hpp"
#include "client/ui/panel/words.hpp"

namespace casustafel::ui {

// As they are called in this view; the id when it knows none.
std::string asker_in_words(const Panel& panel, std::uint64_t request);
std::string decision_in_words(const Panel& panel, const std::string& id);
std::string means_in_words(const Panel& panel, const std::string& id);
std::string meeting_in_words(const Panel& panel, const std::string& id);

// Words for the fields that the message has, in this order: whom (to whom, which role, from whom),
// item, person, decision, means, meeting and its phase or form, who asked, title, text.
template <class Message>
std::vector<std::string> named_in(const Panel& panel, const Message& of) {
    std::vector<std::string> words;
    const auto add = [&](std::string word) { words.push_back(std::move(word)); };
    (void)add, (void)panel, (void)of;
    if constexpr (requires { of.to_size(), of.meeting(); })
        add(of.to_size() > 0 ? enumerate(panel, {of.to().begin(), of.to().end()})
                             : meeting_in_words(panel, of.meeting()));
    else if constexpr (requires { of.to_size(); })
        add(enumerate(panel, {of.to().begin(), of.to().end()}));
    else if constexpr (requires { of.to(); })
        add(of.to());
    else if constexpr (requires { of.role(); })
        add(of.role());
    else if constexpr (requires { of.giver(); })
        add(of.giver());
    if constexpr (requires { of.item(); }) add(item_words(panel, of.item()));
    if constexpr (requires { of.person(); }) add(panel.person_name(of.person()));
    if constexpr (requires { of.decision(); }) add(decision_in_words(panel, of.decision()));
    if constexpr (requires { of.intervention(); }) add(means_in_words(panel, of.intervention()));
    if constexpr (requires { of.meeting(); }) {
        add(meeting_in_words(panel, of.meeting()));
        if constexpr (requires { of.phase(); })
            add(in_sentence(panel.word("meeting_phase", of.phase())));
        if constexpr (requires { of.format(); })
            add(in_sentence(panel.word("meeting_format", of.format())));
    }
    if constexpr (requires { of.request(); }) add(asker_in_words(panel, of.request()));
    if constexpr (requires { panel.in(of.title()); })
        add(panel.in(of.title()));
    else if constexpr (requires { of.title(); })
        add(of.title());
    if constexpr (requires { std::string(of.text()); }) add(of.text());
    return words;
}

template <class Message>
std::string say_named(const Panel& panel, text::Key key, const Message& of) {
    return text::say(key, panel.ui.settings().language, named_in(panel, of));
}

}  // namespace casustafel::ui
