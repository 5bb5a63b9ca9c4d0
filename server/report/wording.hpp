#pragma once
// The words of a report in one language: sentences by key with their pieces filled in, and how
// roles, items, times and forms are written. Knows no page and no numbers.
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assets/text/text.hpp"
#include "server/core/families/event.hpp"
#include "server/core/values/scenario.hpp"
#include "server/report/html.hpp"
#include "server/telling/keyed_text.hpp"

namespace casustafel::report {

class Wording {
public:
    Wording(const core::Scenario& scenario, text::Language language)
        : scenario_(scenario), language_(language) {}

    const core::Scenario& scenario() const { return scenario_; }
    text::Language language() const { return language_; }

    // The sentence of this key as plain text.
    std::string plain(text::Key key, const std::vector<std::string>& arguments = {}) const;
    // The sentence of a key that is put together, such as "form." + name; the program ends when it
    // is not there, since then we are wrong.
    std::string word(std::string_view prefix, std::string_view name) const;

    // The sentence with pieces of markup where its {0} {1} … stand.
    Html say(text::Key key, const std::vector<Html>& pieces = {}) const;
    // The same with pieces by name: {by} {item} …. A piece that is empty leaves no gap.
    using Piece = std::function<Html(std::string_view name)>;
    Html say(text::Key key, const Piece&) const;
    // What server/telling says, and one argument of it: ink.cpp.
    Html say(const telling::KeyedText&) const;
    Html write(const telling::Argument&) const;

    // A scenario's text in this language; Dutch when the other is missing.
    const std::string& of(const core::Text&) const;

    // Badge of the table and code of the role.
    Html role(const core::RoleId&) const;
    Html roles(const std::vector<core::RoleId>&) const;
    // Roles one after another with arrows between: who gives to whom.
    Html chain(const std::vector<core::RoleId>&) const;
    // Whom this giver (empty: nobody in particular) reached; everybody at a table is not named one
    // by one.
    Html receivers(const core::RoleId& giver, const std::vector<core::RoleId>&) const;
    // The table's letter in its shape: a square for the first table, round for others.
    Html badge(const core::TableId&) const;
    // Code and title of an item.
    Html item(const core::ItemId&) const;
    Html meeting(const core::MeetingId&) const;
    Html basis(const core::BasisId&) const;
    Html form(core::Form) const;
    Html purpose(core::Purpose) const;
    Html person(const core::PersonId&) const;
    Html persons(const std::vector<core::PersonId>&) const;
    Html decision(const core::DecisionId&) const;
    Html option(const core::DecisionId&, const core::OptionId&) const;
    Html intervention(const core::InterventionId&) const;
    // Many of them by their codes only.
    Html items(const std::vector<core::ItemId>&) const;
    Html item_code(const core::ItemId&) const;  // with its title where one can point at it
    // A question of a prompt, and its options.
    Html question(const core::PromptId&, const core::QuestionId&) const;
    Html answers(const core::PromptId&, const core::QuestionId&,
                 const std::vector<core::OptionId>&) const;
    // A whole number as text.
    static Html number(std::int64_t);

    // "10:33", and "dag 1 10:33" in a case of more days.
    std::string clock(std::int64_t sim_ms) const;
    std::string time(std::int64_t sim_ms) const;
    // The same beside another time: the day only when it is another day.
    std::string time(std::int64_t sim_ms, std::int64_t beside_sim_ms) const;
    std::string day(std::int64_t sim_ms) const;
    // "1 maart 2025", of a day as the rules write it ("2025-03-01").
    std::string date(const std::string& day) const;

    // Something a person typed, in quotation marks and cut off when long; nothing when it is empty.
    Html quoted(std::string_view typed) const;

private:
    const core::PromptQuestion* found(const core::PromptId&, const core::QuestionId&) const;
    Html whole_table(const core::Table&, const std::vector<core::RoleId>& missing) const;
    Html joined(const std::vector<Html>& pieces) const;

    const core::Scenario& scenario_;
    text::Language language_;
};

}  // namespace casustafel::report
