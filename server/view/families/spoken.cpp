// What was said aloud, what somebody heard, and gut feelings.
#include "server/view/families/families.hpp"
#include "server/view/families/fields.hpp"

namespace casustafel::view {
namespace {

constexpr Kind spoken = kind(v1::Entity::kSpoken);
constexpr Kind heard = kind(v1::Entity::kHeard);
constexpr Kind gut_feeling = kind(v1::Entity::kGutFeeling);

// Who was spoken to knows what was said only once it is confirmed.
Seen seen_spoken(const Eyes& eyes) {
    const auto* said = made(eyes.state.spoken, eyes.subject);
    if (!said || !eyes.see(*said)) return nothing;
    const auto answer = said->answers.find(eyes.role());
    const bool confirmed = answer != said->answers.end() && answer->second;
    const bool clear = confirmed || said->event.giver == eyes.role();
    return Facet{clear ? FacetKind::open : FacetKind::veiled, {}};
}

// Until all have answered.
Seen any_spoken(const Eyes& eyes) {
    const auto* said = made(eyes.state.spoken, eyes.subject);
    return when(said && said->answers.size() < said->event.to.size());
}

void fill_spoken(const Look& look, v1::Entity& entity) {
    v1::Spoken& m = *entity.mutable_spoken();
    const core::SpokenShare& said = look.state.spoken.at(entity_id(look.subject));
    const core::SpokenShareRegistered& event = said.event;
    const core::Item& item = *find(look.scenario, event.item);
    m.set_id(look.subject.number);
    const bool veiled = look.facet.kind == FacetKind::veiled;
    if (!veiled || look.leak == testing::Leak::spoken_item) m.set_item(item.id.value);
    m.set_giver(event.giver.value);
    put_ids(event.to, m.mutable_to());
    m.set_meeting(event.meeting.value);
    m.set_form(number(event.form));
    put_ids(item.about, m.mutable_about());
    m.set_category(word(item.category));
    for (const auto& [role, confirmed] : said.answers)
        (confirmed ? m.add_heard() : m.add_not_heard())->assign(role.value);
    m.set_at_sim_ms(said.at_sim_ms);
}

// Until it is answered.
Seen any_heard(const Eyes& eyes) {
    const auto* noted = made(eyes.state.heard, eyes.subject);
    return when(noted && !noted->answered);
}

void fill_heard(const Look& look, v1::Entity& entity) {
    v1::Heard& m = *entity.mutable_heard();
    const core::HeardAloud& noted = look.state.heard.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    m.set_by(noted.event.by.value);
    m.set_giver(noted.event.giver.value);
    m.set_person(noted.event.person.value);
    m.set_category(word(noted.event.category));
    m.set_text(noted.event.text);
    m.set_at_sim_ms(noted.at_sim_ms);
}

Seen seen_gut_feeling(const Eyes& eyes) {
    const auto* felt = made(eyes.state.gut_feelings, eyes.subject);
    if (!felt || !eyes.see(*felt)) return nothing;
    return eyes.veiled_without(felt->event.item);
}

void fill_gut_feeling(const Look& look, v1::Entity& entity) {
    v1::GutFeeling& m = *entity.mutable_gut_feeling();
    const core::GutFeeling& felt = look.state.gut_feelings.at(entity_id(look.subject));
    m.set_id(look.subject.number);
    if (look.facet.kind != FacetKind::veiled) m.set_item(felt.event.item.value);
    m.set_text(felt.event.text);
    m.set_at_sim_ms(felt.at_sim_ms);
    m.set_participant(number(felt.event.participant));
}

constexpr Row rows[] = {
    {.kind = spoken,
     .key = contract::entities::spoken,
     .offered = Offered::of_play,
     .list = list_made<&core::State::spoken>,
     .role = seen_spoken,
     .trainer = any_spoken,
     .fill = fill_spoken},
    {.kind = heard,
     .key = contract::entities::heard,
     .offered = Offered::of_play,
     .place = 271,
     .list = list_made<&core::State::heard>,
     .role = when_sees_made<&core::State::heard>,
     .trainer = any_heard,
     .fill = fill_heard},
    {.kind = gut_feeling,
     .key = contract::entities::gut_feeling,
     .offered = Offered::of_play,
     .list = list_made<&core::State::gut_feelings>,
     .role = seen_gut_feeling,
     .trainer = when_made<&core::State::gut_feelings>,
     .fill = fill_gut_feeling},
};

struct Changes : Touch {
    void on(const core::SpokenShareRegistered& e) { add(spoken, e.spoken); }
    void on(const core::SpokenShareAnswered& e) { add(spoken, e.spoken); }
    void on(const core::HeardNoted& e) { add(heard, e.heard); }
    void on(const core::HeardAnswered& e) { add(heard, e.heard); }

    // A gut feeling shows in the roles that its participant plays; a stand-in's own come and go
    // with it.
    void on(const core::GutFeelingNoted& e) { add(gut_feeling, e.note); }
    void on(const core::RoleTaken& e) { feelings_of(e.participant); }
    void on(const core::RoleReleased& e) { feelings_of(e.participant); }
    void on(const core::RolesSwapped&) { add_all(gut_feeling, after.gut_feelings); }
    void on(const core::StandInStarted&) { add_all(gut_feeling, after.gut_feelings); }
    void on(const core::StandInEnded&) { add_all(gut_feeling, after.gut_feelings); }
    void on_item(const core::ItemId& item) {
        add_those(gut_feeling, after.gut_feelings,
                  [&](const auto& each) { return each.event.item == item; });
    }

    void feelings_of(core::ParticipantId who) {
        add_those(gut_feeling, after.gut_feelings,
                  [&](const auto& each) { return each.event.participant == who; });
    }
};

}  // namespace

constinit const Family families::spoken = family<Changes>(rows);

}  // namespace casustafel::view
