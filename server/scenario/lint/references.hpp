#pragma once
// Follows ids from where they are named to where they are defined, for cases and rules packs alike.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "server/core/values/ids.hpp"
#include "server/scenario/reading/findings.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {

// Every id of one list, and whether all of them could be read.
struct IdList {
    std::vector<std::string> ids;
    bool complete = true;
};

template <class List>
IdList ids_in(const Findings& findings, const std::string& section, const List& list) {
    IdList known;
    known.complete = !findings.failed(section);
    for (std::size_t index = 0; index < list.size(); ++index) {
        const std::string path = element(section, index);
        if (list[index].id.empty() || findings.failed(path)) known.complete = false;
        known.ids.push_back(list[index].id.value);
    }
    return known;
}

// Names met so far, each with the path of its first use.
using Seen = std::vector<std::pair<std::string, std::string>>;

// Reports what is named and does not exist, or exists twice.
class References {
public:
    explicit References(Findings& findings) : findings_(findings) {}
    bool all_exist() const { return all_exist_; }

    template <class Kind>
    void one(const core::Id<Kind>& id, const std::string& path, const IdList& known,
             text::Key complaint) {
        if (id.empty() || !known.complete) return;
        if (std::find(known.ids.begin(), known.ids.end(), id.value) != known.ids.end()) return;
        all_exist_ = false;
        std::optional<Sentence> hint;
        if (const auto meant = nearest(id.value, known.ids))
            hint = Sentence{text::Key::diagnostic_hint_did_you_mean, {*meant}};
        findings_.report(path, {complaint, {id.value}}, std::move(hint));
    }
    template <class Kind>
    void each(const std::vector<core::Id<Kind>>& ids, const std::string& path, const IdList& known,
              text::Key complaint) {
        for (std::size_t index = 0; index < ids.size(); ++index) {
            one(ids[index], element(path, index), known, complaint);
            if (!ids[index].empty() &&
                std::find(ids.begin(), ids.begin() + static_cast<long>(index), ids[index]) !=
                    ids.begin() + static_cast<long>(index))
                findings_.report(element(path, index),
                                 {text::Key::diagnostic_named_twice, {ids[index].value}});
        }
    }
    // Reports the second and later of the same id in a list, or in lists that share their names.
    void unique(const IdList& known, const std::string& section, Seen& seen) {
        for (std::size_t index = 0; index < known.ids.size(); ++index) {
            const std::string& id = known.ids[index];
            const std::string path = under(element(section, index), "id");
            if (id.empty()) continue;
            const auto first = std::find_if(seen.begin(), seen.end(),
                                            [&](const auto& each) { return each.first == id; });
            if (first == seen.end()) {
                seen.emplace_back(id, path);
                continue;
            }
            all_exist_ = false;
            findings_.report(path, {text::Key::diagnostic_duplicate_id,
                                    {id, std::to_string(findings_.at(first->second).line)}});
        }
    }

private:
    Findings& findings_;
    bool all_exist_ = true;
};

}  // namespace casustafel::scenario
