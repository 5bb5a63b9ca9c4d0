#pragma once
// One for each live session: the projections that its viewers have in common, each encoded once.
// After every applied record `advance` forgets what that record may have changed. It holds nothing
// that cannot be made again from State, and must not know connections.
#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/view/encoded.hpp"
#include "server/view/families/facet.hpp"
#include "server/view/families/leak.hpp"
#include "server/view/families/subject.hpp"
#include "server/view/families/touch.hpp"
#include "server/view/project.hpp"

namespace casustafel::view {

class Projector {
public:
    // With a pool, what the case itself says is shared with the other sessions of that pool, which
    // must outlive this.
    explicit Projector(testing::Leak leak = testing::Leak::none, EncodedPool* pool = nullptr)
        : leak_(leak), pool_(pool) {}

    // Call once for each record, after core::apply and before the patches for it.
    void advance(const core::State& after, const core::Record&);

private:
    friend class Subscriber;

    // What was made for one facet, whose role is a number here.
    struct Facing {
        FacetKind kind;
        std::uint32_t role;
        EncodedPtr entity;
    };
    // What was made of one subject. By its number, among those of the case or those made in play, a
    // Subscriber finds how it showed it without looking for it.
    struct Made {
        const Subject* subject = nullptr;
        std::size_t number = 0;
        boost::container::small_vector<Facing, 1> facets;  // few
        bool in_play() const { return subject->number != 0; }
    };

    Made& made_of(const core::State&, const Subject&);
    void note(const core::State&, const Touched&);
    std::uint32_t number_of(const core::RoleId&);
    // What this viewer may see of it now, shared with everybody who sees the same; no entity: it
    // sees nothing.
    struct Sight {
        FacetKind kind{};
        EncodedPtr entity;
    };
    Sight sight(const core::State&, core::Stamp now, const Viewer&, Made&);

    // What the record changed of one subject, and for whom.
    struct Change {
        Made* of;
        bool everybody = false;
        std::vector<core::RoleId> roles;  // otherwise for these, and for trainers
        std::vector<Facing> before;       // what was made for them

        bool concerns(const Viewer&) const;
    };
    // Whether a viewer who was shown it this way before the record must get this now.
    bool differs(const Change&, const Viewer&, FacetKind before, const Encoded& now);
    // What was made as this facet, for all or for this role.
    template <class Facets>
    static const Encoded* made_for(const Facets&, FacetKind, std::uint32_t role);

    testing::Leak leak_;
    EncodedPool* pool_;
    core::Stamp now_;            // of the record that `advance` was called with last
    std::uint64_t records_ = 0;  // that it was called with
    std::vector<Change> changes_;
    std::shared_ptr<CaseSubjects> case_;  // once a State was seen
    std::deque<Made> of_case_;            // by number; those asked for so far
    std::unordered_map<Subject, Made, SubjectHash> in_play_;
    std::unordered_map<std::string, std::uint32_t> roles_;  // their numbers
};

}  // namespace casustafel::view
