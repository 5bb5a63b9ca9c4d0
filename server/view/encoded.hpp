#pragma once
// One projected entity as bytes, made once and shared by everybody who sees the same, also in other
// sessions of one host: what the case itself says, and of what, is equal in all of them.
#include <algorithm>
#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_set>

#include "server/core/values/scenario.hpp"
#include "server/core/values/stamp.hpp"
#include "server/view/case_subjects.hpp"

namespace casustafel::view {

// A host and all that is projected for it stay on one thread, so counting takes no locks.
struct Encoded : boost::intrusive_ref_counter<Encoded, boost::thread_unsafe_counter> {
    std::string entity;    // field `entities` of a ViewPatch, tag and length included
    std::string timeless;  // what it says apart from its clock reading; empty: it has none
    core::Stamp now;       // when the readings were taken

    // Whether it says the same; a clock that merely went on is no difference.
    bool says_the_same_as(const Encoded& other) const {
        return timeless.empty() ? entity == other.entity : timeless == other.timeless;
    }
};

using EncodedPtr = boost::intrusive_ptr<const Encoded>;

// The entities that the sessions of one host have in common, each kept once.
class EncodedPool {
public:
    // The one that says this, for everybody; what has a clock reading stays the session's own.
    EncodedPtr shared(EncodedPtr fresh) {
        if (!fresh->timeless.empty()) return fresh;
        if (entities_.size() >= look_through_at_) forget_unused();
        return *entities_.insert(std::move(fresh)).first;
    }
    std::size_t size() const { return entities_.size(); }

    // The numbers of this case's subjects; they go with the last session that plays it.
    std::shared_ptr<CaseSubjects> subjects_of(const core::Scenario& scenario) {
        auto subjects = subjects_[&scenario].lock();
        if (!subjects) {
            std::erase_if(subjects_, [](const auto& each) { return each.second.expired(); });
            subjects = std::make_shared<CaseSubjects>();
            subjects_[&scenario] = subjects;
        }
        return subjects;
    }

private:
    struct Hash {
        std::size_t operator()(const EncodedPtr& each) const {
            return std::hash<std::string>()(each->entity);
        }
    };
    struct Equal {
        bool operator()(const EncodedPtr& one, const EncodedPtr& other) const {
            return one->entity == other->entity;
        }
    };

    void forget_unused() {
        std::erase_if(entities_, [](const EncodedPtr& each) { return each->use_count() == 1; });
        look_through_at_ = std::max<std::size_t>(least_, 2 * entities_.size());
    }

    static constexpr std::size_t least_ = 1'024;
    std::size_t look_through_at_ = least_;
    std::unordered_set<EncodedPtr, Hash, Equal> entities_;
    // Whoever holds one plays that case, so no address is met twice.
    std::map<const core::Scenario*, std::weak_ptr<CaseSubjects>> subjects_;
};

}  // namespace casustafel::view
