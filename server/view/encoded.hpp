#pragma once
// One projected entity as bytes, made once and shared by everybody who sees the same.
#include <string>

#include "server/view/project.hpp"

namespace casustafel::view {

struct Encoded {
    Key key;
    std::string entity;    // field `entities` of a ViewPatch, tag and length included
    std::string timeless;  // what it says apart from its clock reading; empty: it has none
    core::Stamp now;       // when the readings were taken

    // Whether it says the same; a clock that merely went on is no difference.
    bool says_the_same_as(const Encoded& other) const {
        return timeless.empty() ? entity == other.entity : timeless == other.timeless;
    }
};

}  // namespace casustafel::view
