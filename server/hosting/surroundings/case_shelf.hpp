#pragma once
// The cases that the sessions of one host play, read once for all sessions of the same texts. A
// case that no session plays any more is forgotten.
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "server/core/values/scenario.hpp"

namespace casustafel::hosting {

class CaseShelf {
public:
    // By the hashes of the scenario's text and the rules' text.
    using Hashes = std::pair<std::string, std::string>;

    // Nothing when no session here plays it.
    std::shared_ptr<const core::Scenario> find(const Hashes& hashes) const {
        const auto found = cases_.find(hashes);
        return found == cases_.end() ? nullptr : found->second.lock();
    }
    // The one that sessions here play already, or this one from now on.
    std::shared_ptr<const core::Scenario> shared(
        const Hashes& hashes, const std::shared_ptr<const core::Scenario>& scenario) {
        if (auto known = find(hashes)) return known;
        cases_[hashes] = scenario;
        return scenario;
    }

private:
    std::map<Hashes, std::weak_ptr<const core::Scenario>> cases_;
};

}  // namespace casustafel::hosting
