// The swap while it is under way, and the notes that stay with the roles.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind swap = kind(v1::Entity::kSwap);
constexpr Kind note = kind(v1::Entity::kHandoverNote);

Seen seen_swap(const Eyes& eyes) {
    if (eyes.state.swap.stage == core::SwapStage::none) return nothing;
    if (eyes.viewer.kind != ViewerKind::role) return open;
    return eyes.own(true);  // whether its own note is saved
}

void fill_swap(const Look& look, v1::Entity& entity) {
    v1::SwapUnderWay& m = *entity.mutable_swap();
    const core::SwapState& now = look.state.swap;
    m.set_stage(word(now.stage));
    put_pairs(now.pairs, m.mutable_pairs());
    m.set_ends_in_ms(left_ms(look, now.until_active_ms));
    put_ids(now.ready, m.mutable_ready());
    if (look.facet.kind == FacetKind::own && now.stage == core::SwapStage::writing)
        m.set_note_written(now.written.contains(look.facet.role));
}

void list_notes(const Listing& listing) {
    for (const auto& [role, written] : listing.state.swap.notes) listing.add(role.value);
}

Seen any_note(const Eyes& eyes) {
    return when(eyes.state.swap.notes.contains(core::RoleId{eyes.subject.id}));
}

Seen own_note(const Eyes& eyes) {
    return eyes.subject.id == eyes.role().value ? any_note(eyes) : nothing;
}

void fill_note(const Look& look, v1::Entity& entity) {
    v1::HandoverNote& m = *entity.mutable_handover_note();
    const auto& written = look.state.swap.notes.at(core::RoleId{look.subject.id});
    m.set_role(written.role.value);
    m.set_text(written.text);
    put_ids(written.items, m.mutable_items());
    for (const core::EntityId request : written.requests) m.add_requests(number(request));
}

constexpr Row rows[] = {
    {.kind = swap,
     .key = contract::entities::swap,
     .offered = Offered::to_all,
     .place = 21,
     .list = list_one,
     .everybody = seen_swap,
     .fill = fill_swap,
     .ticks = always_ticks},
    {.kind = note,
     .key = contract::entities::handover_note,
     .offered = Offered::of_play,
     .place = 301,
     .list = list_notes,
     .role = own_note,
     .trainer = any_note,
     .fill = fill_note},
};

struct Changes : Touch {
    void on_clock() { add(swap); }
    void on(const core::RoleReady&) { add(swap); }
    void on(const core::HandoverNoteWritten& e) {
        add(swap);
        add(note, e.role.value);
    }
    // Who is new has not said to be ready.
    void on(const core::RoleTaken&) { add(swap); }
    void on(const core::RoleReleased&) { add(swap); }
    void on(const core::StandInStarted&) { add(swap); }
    void on(const core::StandInEnded&) { add(swap); }
};

}  // namespace

constinit const Family families::swap = family<Changes>(rows);

}  // namespace casustafel::view
