#pragma once
// The subjects of one case, numbered once for all sessions of a host that play it: each session
// then holds only what it made of them.
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "server/view/families/subject.hpp"

namespace casustafel::view {

class CaseSubjects {
public:
    // From nought on, in the order in which they were asked for first.
    std::size_t number_of(const Subject& subject) {
        const auto [known, fresh] = numbers_.try_emplace(subject, subjects_.size());
        if (fresh) subjects_.push_back(&known->first);
        return known->second;
    }
    // It stays where it is.
    const Subject& at(std::size_t number) const { return *subjects_[number]; }

private:
    std::unordered_map<Subject, std::size_t, SubjectHash> numbers_;
    std::vector<const Subject*> subjects_;
};

}  // namespace casustafel::view
