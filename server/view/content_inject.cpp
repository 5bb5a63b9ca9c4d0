#include "server/view/content.hpp"
#include "server/view/fields.hpp"

namespace casustafel::view {
namespace {

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

}  // namespace

void fill(const Look& look, v1::Notice& m) {
    const core::InjectState& now = inject_of(look);
    const Told notice = told(look, now);
    m.set_id(look.subject.id);
    put(notice.title, m.mutable_title());
    put(notice.text, m.mutable_text());
    m.set_at_sim_ms(now.at_sim_ms);
    put_ids(notice.to, m.mutable_to());
}

void fill(const Look& look, v1::InjectControl& m) {
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

}  // namespace casustafel::view
