#pragma once
// Inside results only: sentences by key with their typed arguments, put together one argument after
// another. A key that is put together ("finding." + name) is checked by tests/results.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/results.pb.h"
#include "server/core/event.hpp"
#include "server/core/scenario.hpp"

namespace casustafel::results {

class Words {
public:
    Words(const core::Scenario& scenario, v1::Sentence& sentence, std::string key)
        : scenario_(scenario), sentence_(sentence) {
        sentence_.set_key(std::move(key));
    }

    // The next argument.
    Words& word(std::string key);
    Words& role(const core::RoleId&);
    Words& roles(const std::vector<core::RoleId>&);
    Words& way(const std::vector<core::RoleId>&);
    Words& item(const core::ItemId&);
    Words& items(const std::vector<core::ItemId>&);
    Words& decision(const core::DecisionId&);
    Words& option(const core::DecisionId&, const core::OptionId&);
    Words& text(const core::Text&);
    Words& time(std::int64_t sim_ms);
    Words& number(std::int64_t value);
    // A number of the score, or that there is too little to say.
    Words& shown(const std::optional<double>& value);
    Words& person(const core::PersonId&);
    Words& form(core::Form);
    Words& judgement(const core::Verdict&);
    // "–": nothing to say here.
    Words& nothing();

private:
    v1::Argument& next() { return *sentence_.add_arguments(); }

    const core::Scenario& scenario_;
    v1::Sentence& sentence_;
};

v1::Text text_of(const core::Text&);
v1::Named named(const core::Scenario&, const core::ItemId&);
v1::Named named(const core::Scenario&, const core::DecisionId&);

}  // namespace casustafel::results
