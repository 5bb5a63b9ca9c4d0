// How people fare: the tracks, for trainers.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind gauge = kind(v1::Entity::kTrackGauge);

void list_gauges(const Listing& listing) {
    for (const auto& [track, value] : listing.state.tracks)
        listing.add(word(track.second), track.first.value);
}

Seen any_gauge(const Eyes& eyes) {
    const auto track = core::named<core::Track>(eyes.subject.id);
    return when(track && eyes.state.tracks.contains({core::PersonId{eyes.subject.of}, *track}),
                FacetKind::trainer);
}

void fill_gauge(const Look& look, v1::Entity& entity) {
    v1::TrackGauge& m = *entity.mutable_track_gauge();
    const core::PersonId person{look.subject.of};
    m.set_person(person.value);
    m.set_track(look.subject.id);
    m.set_value(look.state.tracks.at({person, *core::named<core::Track>(look.subject.id)}));
}

constexpr Row rows[] = {
    {.kind = gauge,
     .key = contract::entities::track_gauge,
     .offered = Offered::to_trainer,
     .list = list_gauges,
     .trainer = any_gauge,
     .fill = fill_gauge},
};

struct Changes : Touch {
    void on(const core::TrackChanged& e) { add(gauge, word(e.track), e.person.value); }
};

}  // namespace

constinit const Family families::tracks = family<Changes>(rows);

}  // namespace casustafel::view
