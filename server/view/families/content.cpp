#include "server/view/families/content.hpp"

#include "server/view/families/families.hpp"

namespace casustafel::view {

bool has_clock_reading(const Subject& subject, const v1::Entity& entity) {
    const Row& row = row_of(subject.kind);
    return row.ticks != nullptr && row.ticks(entity);
}

v1::Entity content(const core::State& state, core::Stamp now, const Subject& subject,
                   const Facet& facet, testing::Leak leak) {
    v1::Entity entity;
    fill(state, now, subject, facet, leak, entity);
    return entity;
}

void fill(const core::State& state, core::Stamp now, const Subject& subject, const Facet& facet,
          testing::Leak leak, v1::Entity& entity) {
    entity.set_key(key_of(subject));
    row_of(subject.kind).fill({state, *state.scenario, now, subject, facet, leak}, entity);
}

}  // namespace casustafel::view
