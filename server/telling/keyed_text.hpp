#pragma once
// A sentence as a value: the key of a text and, typed, what fills its {0}, {1} …. It knows no
// language and no markup. Paper (server/report) and screen (server/results) each write it with
// their own ink; what it says is decided here only.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "assets/text/text.hpp"
#include "server/core/families/event.hpp"
#include "server/core/values/scenario.hpp"
#include "server/score/score.hpp"

namespace casustafel::telling {

// "–": there is nothing to say here.
struct Nothing {};
// A text that is a word by itself.
struct Word {
    text::Key key{};
};
// "OVJ, VT en POL".
struct Roles {
    std::vector<core::RoleId> ids;
};
// Whom a giver reached; paper tells a whole table by its letter.
struct Receivers {
    core::RoleId giver;
    std::vector<core::RoleId> ids;
};
// One gives to the next: "POL → VT → OVJ".
struct Way {
    std::vector<core::RoleId> ids;
};
struct Items {
    std::vector<core::ItemId> ids;
};
struct Option {
    core::DecisionId decision;
    core::OptionId option;
};
// A time of the case; paper leaves out its day when the other time of the sentence is of that day.
struct Moment {
    std::int64_t sim_ms = 0;
    std::optional<std::int64_t> beside_sim_ms;
};
// What somebody typed.
struct Typed {
    std::string words;
};
// Who answered what to a question of a prompt; only paper has room for it.
struct Answers {
    const score::Evidence* question = nullptr;
};

using Argument = std::variant<Nothing, Word, core::RoleId, Roles, Receivers, Way, core::ItemId,
                              Items, core::PersonId, core::DecisionId, Option, core::Text, Typed,
                              Moment, std::int64_t, core::Verdict, Answers>;

struct KeyedText {
    text::Key key{};
    std::vector<Argument> arguments;
};

// The key that is put together, such as "finding." + name. The program ends when no text has it,
// since then we are wrong.
text::Key key_of(std::string_view prefix, std::string_view name, std::string_view suffix = {});

Word word(core::Form);
Word word(core::Mark);

// A number of the score as it is shown, or that there is too little to say.
Argument shown(const std::optional<double>&);

// An amount of things.
std::int64_t count(std::size_t amount);

}  // namespace casustafel::telling
