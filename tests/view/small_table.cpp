#include "small_table.hpp"

#include "proto/contract/keys.hpp"

namespace casustafel::view {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;

core::Role role(const core::RoleId& id) {
    return {.id = id,
            .name = {id.value, id.value},
            .organisation = {"ORG"},
            .table = {"Z"},
            .card = {.task = {"taak van " + id.value, "task of " + id.value}}};
}

core::Item item() {
    return {.id = a01,
            .title = {"De melding", "The report"},
            .conclusion = {"Wacht met bellen.", "Wait with calling."},
            .text = {"Er is gebeld om acht uur.", "There was a call at eight."},
            .source = {"meldkamer", "dispatch"},
            .about = {{"MIRJAM"}},
            .category = core::Category::police,
            .sensitivity = 1,
            .holders = {pol},
            .caution = {"Let op.", "Careful."}};
}

}  // namespace

core::Scenario small_scenario() {
    core::Scenario scenario;
    scenario.id = "small";
    scenario.tables = {{.id = {"Z"}, .name = {"Z", "Z"}, .answer_within_ms = hour_ms}};
    scenario.organisations = {{{"ORG"}, {"Organisatie", "Organisation"}}};
    scenario.roles = {role(pol), role(ovj), role(won)};
    scenario.people = {{.id = {"MIRJAM"}, .name = {"Mirjam", "Mirjam"}}};
    scenario.items = {item()};
    scenario.meetings = {{.id = {"M1"}, .members = {pol, ovj}}};
    scenario.injects = {{.id = storm,
                         .title = {"Storm", "Storm"},
                         .text = {"Harde wind", "Strong wind"},
                         .to = {won}}};
    scenario.rounds = {{{"Eerste", "First"}}};
    scenario.segments = {{9 * hour_ms, 17 * hour_ms, hour_ms, 0}};
    scenario.rules = {
        "rules",
        "2025-01-01",
        {{.id = {"WPG"}, .name = {"Wpg", "Wpg"}, .source = "Wpg art. 16", .dated = "2025-03-01"}}};
    return scenario;
}

SmallTable::SmallTable() : at_pol(play.seat(pol)), at_ovj(play.seat(ovj)), at_won(play.seat(won)) {}

core::EntityId SmallTable::share(core::Form form, std::vector<core::RoleId> to,
                                 const std::string& text, core::EntityId request) {
    const auto events = play.must(at_pol, core::ShareItem{.item = a01,
                                                          .to = std::move(to),
                                                          .purpose = core::Purpose::care,
                                                          .basis = {"WPG"},
                                                          .form = form,
                                                          .text = text,
                                                          .request = request});
    return std::get<core::ItemShared>(events.front()).share;
}

core::EntityId SmallTable::ask() {
    const auto events = play.must(
        at_ovj,
        core::AskForInformation{{pol, won}, {"MIRJAM"}, core::Category::police, {}, "Wat?"});
    return std::get<core::RequestMade>(events.front()).request;
}

std::optional<v1::Entity> SmallTable::seen(const Viewer& viewer, const Key& sought) const {
    return project(play.state(), play.now(), viewer, sought);
}

Key key(const char* word, core::EntityId id) {
    return contract::entity_key({word, contract::Tail::hexadecimal},
                                static_cast<std::uint64_t>(id));
}

}  // namespace casustafel::view
