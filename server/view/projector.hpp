#pragma once
// One for each live session: the projections that its viewers have in common, each encoded once.
// After every applied record `advance` forgets what that record may have changed. It holds nothing
// that cannot be made again from State, and must not know connections.
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/view/encoded.hpp"
#include "server/view/families/facet.hpp"
#include "server/view/families/leak.hpp"
#include "server/view/project.hpp"
#include "server/view/families/subject.hpp"
#include "server/view/families/touch.hpp"

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
    // What was made of one subject. By its number a Subscriber finds what it sent without looking
    // for it.
    struct Made {
        std::size_t number = 0;
        std::vector<Facing> facets;  // few
    };
    using AllMade = std::unordered_map<Subject, Made, SubjectHash>;
    using Known = AllMade::value_type;  // stays where it is

    Known& known(const Subject&);
    void note(const Touched&);
    std::uint32_t number_of(const core::RoleId&);
    // The entity as this viewer may see it, shared with everybody who sees the same; or nothing.
    EncodedPtr entity(const core::State&, core::Stamp now, const Viewer&, Known&);

    // Whether a viewer who has `before` must get `after`.
    bool differs(const Encoded& before, const Encoded& after) const;

    testing::Leak leak_;
    EncodedPool* pool_;
    core::Stamp now_;  // of the record that `advance` was called with last
    struct Change {
        Known* known;
        core::RoleId only;  // as in Touched
    };
    // Those of one subject stand behind each other.
    std::vector<Change> changes_;
    AllMade made_;
    std::unordered_map<std::string, std::uint32_t> roles_;  // their numbers
};

}  // namespace casustafel::view
