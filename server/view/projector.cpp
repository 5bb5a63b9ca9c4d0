#include "server/view/projector.hpp"

#include <google/protobuf/arena.h>

#include <algorithm>

#include "server/view/families/content.hpp"
#include "server/view/families/families.hpp"
#include "server/view/wire.hpp"

namespace casustafel::view {
namespace {

std::string entity_field(const v1::Entity& entity) {
    std::string field;
    const std::size_t size = entity.ByteSizeLong();
    append_tag(field, v1::ViewPatch::kEntitiesFieldNumber);
    append_varint(field, size);
    const std::size_t head = field.size();
    field.resize(head + size);
    entity.SerializeWithCachedSizesToArray(reinterpret_cast<std::uint8_t*>(field.data() + head));
    return field;
}

// Where one entity after another is put together before it is encoded: all of it is given up at
// once.
class Bench {
public:
    Bench() : arena_(with_room(room_)) {}
    v1::Entity& entity() { return *google::protobuf::Arena::CreateMessage<v1::Entity>(&arena_); }

private:
    template <std::size_t size>
    static google::protobuf::ArenaOptions with_room(char (&room)[size]) {
        google::protobuf::ArenaOptions options;
        options.initial_block = room;
        options.initial_block_size = size;
        return options;
    }

    alignas(8) char room_[8 * 1024];
    google::protobuf::Arena arena_;
};

// What it says apart from its clock reading. A recovery counts as news: while the server was away
// every client's own clock went on.
std::string without_reading(Bench& bench, const core::State& state, const Subject& subject,
                            const Facet& facet) {
    v1::Entity& entity = bench.entity();
    fill(state, state.clock.anchor, subject, facet, testing::Leak::none, entity);
    return entity_field(entity) + std::to_string(state.recoveries);
}

}  // namespace

void Projector::advance(const core::State& after, const core::Record& record) {
    now_ = record.stamp;
    ++records_;
    // The start of a case changes all there is; no record after it needs that room.
    constexpr std::size_t usual_changes = 32;
    if (changes_.capacity() > usual_changes) std::vector<Change>().swap(changes_);
    changes_.clear();
    for (const Touched& touched : touched_by(after, record.events)) note(after, touched);
    if (leak_ == testing::Leak::resent_entity)
        note(after, {subject(kind(v1::Entity::kSession)), {}});
}

// Forgets what was made for those for whom it may have changed; until the next record the change
// remembers it.
void Projector::note(const core::State& state, const Touched& touched) {
    Made& changed = made_of(state, touched.subject);
    if (changes_.empty() || changes_.back().of != &changed) changes_.push_back({&changed});
    Change& change = changes_.back();
    const bool everybody = touched.only.empty();
    change.everybody |= everybody;
    if (!everybody) change.roles.push_back(touched.only);
    const std::uint32_t role = everybody ? 0 : number_of(touched.only);
    auto& facets = changed.facets;
    const auto gone = std::partition(facets.begin(), facets.end(), [&](const Facing& each) {
        return !everybody && each.kind != FacetKind::trainer &&
               (each.kind != FacetKind::own || each.role != role);
    });
    change.before.insert(change.before.end(), gone, facets.end());
    facets.erase(gone, facets.end());
}

bool Projector::Change::concerns(const Viewer& viewer) const {
    return everybody || viewer.kind != ViewerKind::role ||
           std::find(roles.begin(), roles.end(), viewer.role) != roles.end();
}

Projector::Made& Projector::made_of(const core::State& state, const Subject& subject) {
    if (subject.number != 0) {
        const auto [made, fresh] = in_play_.try_emplace(subject);
        if (fresh) made->second.subject = &made->first, made->second.number = in_play_.size() - 1;
        return made->second;
    }
    if (!case_)
        case_ = pool_ ? pool_->subjects_of(*state.scenario) : std::make_shared<CaseSubjects>();
    const std::size_t number = case_->number_of(subject);
    while (of_case_.size() <= number)
        of_case_.push_back({&case_->at(of_case_.size()), of_case_.size(), {}});
    return of_case_[number];
}

// From one on; none has no role.
std::uint32_t Projector::number_of(const core::RoleId& role) {
    const auto next = static_cast<std::uint32_t>(roles_.size() + 1);
    return roles_.try_emplace(role.value, next).first->second;
}

template <class Facets>
const Encoded* Projector::made_for(const Facets& facets, FacetKind kind, std::uint32_t role) {
    const auto made = std::find_if(facets.begin(), facets.end(), [&](const Facing& each) {
        return each.kind == kind && (each.role == 0 || each.role == role);
    });
    return made == facets.end() ? nullptr : made->entity.get();
}

// What was not forgotten is still what it was.
bool Projector::differs(const Change& change, const Viewer& viewer, FacetKind before,
                        const Encoded& now) {
    const std::uint32_t role = viewer.role.empty() ? 0 : number_of(viewer.role);
    const Encoded* was = made_for(change.before, before, role);
    if (was == nullptr) was = made_for(change.of->facets, before, role);
    return leak_ == testing::Leak::resent_entity || was == nullptr || !now.says_the_same_as(*was);
}

Projector::Sight Projector::sight(const core::State& state, core::Stamp now, const Viewer& viewer,
                                  Made& of) {
    const Subject& subject = *of.subject;
    const auto facet = facet_of(state, viewer, subject);
    if (!facet) return {};
    auto& facets = of.facets;
    const std::uint32_t role = facet->role.empty() ? 0 : number_of(facet->role);
    auto made = std::find_if(facets.begin(), facets.end(), [&](const Facing& each) {
        return each.kind == facet->kind && each.role == role;
    });
    if (made == facets.end()) made = facets.insert(made, Facing{facet->kind, role, nullptr});
    EncodedPtr& known_entity = made->entity;
    if (known_entity && (known_entity->timeless.empty() || now == known_entity->now))
        return {facet->kind, known_entity};
    boost::intrusive_ptr<Encoded> encoded(new Encoded);
    encoded->now = now;
    Bench bench;
    v1::Entity& entity = bench.entity();
    fill(state, now, subject, *facet, leak_, entity);
    encoded->entity = entity_field(entity);
    if (has_clock_reading(subject, entity))
        encoded->timeless = without_reading(bench, state, subject, *facet);
    // What is made in play has a number, and is no other session's.
    const bool of_the_case = pool_ != nullptr && subject.number == 0;
    known_entity = of_the_case ? pool_->shared(std::move(encoded)) : std::move(encoded);
    return {facet->kind, known_entity};
}

}  // namespace casustafel::view
