#pragma once
// One for each live session: the projections that its viewers have in common, each encoded once.
// After every applied record `advance` forgets what that record may have changed. It holds nothing
// that cannot be made again from State, and must not know connections.
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "server/view/encoded.hpp"
#include "server/view/facet.hpp"
#include "server/view/leak.hpp"
#include "server/view/project.hpp"
#include "server/view/subject.hpp"

namespace casustafel::view {

class Projector {
public:
    explicit Projector(testing::Leak leak = testing::Leak::none) : leak_(leak) {}

    // Call once for each record, after core::apply and before the patches for it.
    void advance(const core::State& after, const core::Record&);

private:
    friend class Subscriber;

    // The entity as this viewer may see it, shared with everybody who sees the same; or nothing.
    std::shared_ptr<const Encoded> entity(const core::State&, core::Stamp now, const Viewer&,
                                          const Subject&);

    // Whether a viewer who has `before` must get `after`.
    bool differs(const Encoded& before, const Encoded& after) const;

    testing::Leak leak_;
    core::Stamp now_;  // of the record that `advance` was called with last
    std::vector<Subject> touched_;
    std::map<Subject, std::map<Facet, std::shared_ptr<const Encoded>>> made_;
};

}  // namespace casustafel::view
