#pragma once
// Every text that not everybody may read gets a number and words that say it ("<#17#>"), and a
// model of who may know it, made of the core's own predicates and written without the view room. So
// a test can find each text back in any bytes, and can say another thing in its place.
#include <functional>
#include <string>
#include <vector>

#include "run.hpp"
#include "server/core/families/state.hpp"
#include "server/core/values/scenario.hpp"

namespace casustafel::view {

// The words of text number n.
using Wording = std::function<std::string(int n)>;

std::string marker(int n);

struct Secret {
    // Whether this role may read it now; an empty role is a seat in the lobby. What was known once
    // may not be later: a text can be replaced.
    std::function<bool(const core::State&, const core::RoleId&)> known;
};

// Gives every text of the case that is not for all its words, numbered from 0 in a fixed order.
std::vector<Secret> plant(core::Scenario&, const Wording&);

// Gives the step's typed texts their words; texts without any stay so.
void plant(Step&, const Wording&);

// The typed texts of a step.
Secret secret_of(const Step&);

// The numbers of all texts that these bytes carry.
std::vector<int> markers_in(const std::string& bytes);

}  // namespace casustafel::view
