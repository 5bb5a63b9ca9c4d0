// Injects: as their addressees see one that took effect, and as a trainer steers them all.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind notice = kind(v1::Entity::kNotice);
constexpr Kind control = kind(v1::Entity::kInjectControl);

// One of the case and one that the trainer made up, alike.
struct Told {
    core::Text title, text;
    std::vector<core::RoleId> to;
};

Told told(const Look& look, const core::InjectState& now) {
    if (const auto* inject = find(look.scenario, core::InjectId{look.subject.id}))
        return {inject->title, inject->text, inject->to};
    return {{now.title, now.title}, {now.text, now.text}, now.to};
}

const core::InjectState& inject_of(const Look& look) {
    return look.state.injects.at(core::InjectId{look.subject.id});
}

void list_injects(const Listing& listing) {
    for (const auto& [id, inject] : listing.state.injects) listing.add(id.value);
}

Seen own_notice(const Eyes& eyes) { return when(eyes.see(core::InjectId{eyes.subject.id})); }

Seen any_notice(const Eyes& eyes) {
    const auto found = eyes.state.injects.find(core::InjectId{eyes.subject.id});
    return when(found != eyes.state.injects.end() &&
                found->second.status == core::InjectStatus::effective);
}

void fill_notice(const Look& look, v1::Entity& entity) {
    v1::Notice& m = *entity.mutable_notice();
    const core::InjectState& now = inject_of(look);
    const Told inject = told(look, now);
    m.set_id(look.subject.id);
    put(inject.title, m.mutable_title());
    put(inject.text, m.mutable_text());
    m.set_at_sim_ms(now.at_sim_ms);
    put_ids(inject.to, m.mutable_to());
}

Seen any_inject(const Eyes& eyes) {
    return when(eyes.state.injects.contains(core::InjectId{eyes.subject.id}), FacetKind::trainer);
}

void fill_control(const Look& look, v1::Entity& entity) {
    v1::InjectControl& m = *entity.mutable_inject_control();
    const core::InjectState& now = inject_of(look);
    const Told inject = told(look, now);
    m.set_id(look.subject.id);
    put(inject.title, m.mutable_title());
    put(inject.text, m.mutable_text());
    put_ids(inject.to, m.mutable_to());
    m.set_status(word(now.status));
    if (now.status == core::InjectStatus::pending)
        m.set_effective_in_ms(left_ms(look, now.effective_at_active_ms));
    const auto* written = find(look.scenario, core::InjectId{look.subject.id});
    if (!written) return;
    m.set_timed(written->at_sim_ms.has_value());
    m.set_at_sim_ms(written->at_sim_ms.value_or(0));
    put_ids(written->deals, m.mutable_deals());
}

constexpr Row rows[] = {
    {.kind = notice,
     .key = contract::entities::notice,
     .offered = Offered::of_the_case,
     .place = 311,
     .list = list_injects,
     .role = own_notice,
     .trainer = any_notice,
     .fill = fill_notice},
    {.kind = control,
     .key = contract::entities::inject_control,
     .offered = Offered::to_trainer,
     .list = list_injects,
     .trainer = any_inject,
     .fill = fill_control,
     .ticks = always_ticks},
};

struct Changes : Touch {
    void on(const core::InjectPended& e) { inject(e.inject); }
    void on(const core::InjectRetracted& e) { inject(e.inject); }
    void on(const core::InjectTookEffect& e) { inject(e.inject); }
    void on(const core::InjectSkipped& e) { inject(e.inject); }
    void on_clock() {
        for (const auto& [id, inject] : after.injects)
            if (inject.status == core::InjectStatus::pending) add(control, id.value);
    }

    void inject(const core::InjectId& id) {
        add(control, id.value);
        add(notice, id.value);
    }
};

}  // namespace

constinit const Family families::injects = family<Changes>(rows);

}  // namespace casustafel::view
