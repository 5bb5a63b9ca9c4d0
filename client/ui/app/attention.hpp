#pragma once
// When something asks for this person, who may be looking at another window: a question, something
// shared, questions for everybody; a trainer: a call for help. What was there at the first look
// asks for nothing.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/model/model.hpp"

namespace casustafel::ui {

class Attention {
public:
    void hear(const model::Model& model, const std::vector<model::Change>& changes);
    // Whether something asked since the last call.
    bool take() { return std::exchange(asked_, false); }

private:
    std::set<std::string> known_views_;
    bool asked_ = false;
};

}  // namespace casustafel::ui
