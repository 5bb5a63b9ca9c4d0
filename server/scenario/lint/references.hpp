#pragma once
// Follows ids from where they are named to where they are defined, for cases and rules packs alike.
// An id that is named and nowhere defined is told once, however often it is named: at the
// definition when one that nobody names looks like it, else where it is named first.
#include <algorithm>
#include <map>
#include <set>
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
    std::string section;  // where they are defined in this file; empty: in another
};

template <class List>
IdList ids_in(const Findings& findings, const std::string& section, const List& list) {
    IdList known;
    known.section = section;
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
    // Ids that are right for certain: the rules pack knows them too.
    void trust(const std::string& id) { trusted_.insert(id); }
    bool all_exist() const { return all_exist_; }

    template <class Kind>
    void one(const core::Id<Kind>& id, const std::string& path, const IdList& known,
             text::Key complaint) {
        if (id.empty() || !known.complete) return;
        Named& named = named_[known.section];
        if (named.list.ids.empty()) named.list = known;
        if (std::find(known.ids.begin(), known.ids.end(), id.value) != known.ids.end()) {
            named.used.insert(id.value);
            return;
        }
        all_exist_ = false;
        named.missing.push_back({id.value, path, complaint});
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
            // The id that this one should have is missing now, and told with it.
            named_[section].has_twins = true;
            findings_.report(path, {text::Key::diagnostic_duplicate_id,
                                    {id, std::to_string(findings_.at(first->second).line)}});
        }
    }
    // Reports every id that was named and does not exist. To be called when all have been met.
    void settle();

private:
    struct Missing {
        std::string id, path;
        text::Key complaint;
    };
    struct Named {
        IdList list;
        std::set<std::string> used;
        std::vector<Missing> missing;
        bool has_twins = false;
    };
    void report(const Named&, const std::vector<Missing>& same);
    bool report_definition(const Named&, const std::vector<Missing>& same);
    static bool looks_like_others(const Named&, const std::string& id, const std::string& but);
    static std::optional<std::string> unused_like(const Named&, const std::string& id);
    std::string lines_of(std::vector<Missing>::const_iterator from,
                         std::vector<Missing>::const_iterator to) const;

    Findings& findings_;
    std::map<std::string, Named> named_;  // by section
    std::set<std::string> trusted_;
    bool all_exist_ = true;
};

}  // namespace casustafel::scenario
