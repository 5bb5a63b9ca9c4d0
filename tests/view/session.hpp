#pragma once
// Whole random sessions as steps, on random cases and on those in scenarios/, with every secret
// numbered.
#include <cstdint>
#include <vector>

#include "run.hpp"
#include "secrets.hpp"

namespace casustafel::view {

struct Session {
    core::Scenario scenario;
    std::vector<Step> steps;
    std::vector<Secret> secrets;  // by number: of the case first, then of the steps
};

// The same number gives the same session on every machine.
Session random_session(std::uint64_t number, int acts);

// Everybody who looks: a seat, every role, a trainer.
struct Viewer;
std::vector<Viewer> viewers_of(const core::Scenario&);

}  // namespace casustafel::view
