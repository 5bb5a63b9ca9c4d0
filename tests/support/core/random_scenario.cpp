#include "tests/support/core/random_scenario.hpp"

#include <algorithm>
#include <string>

#include "tests/support/core/random_story.hpp"

namespace casustafel::support {

using namespace core;

namespace {

void add_tables_and_roles(Seed& seed, Scenario& scenario) {
    for (const char* id : {"Z", "V"}) {
        Table table{TableId{id}, text(std::string("table ") + id),
                    text(std::string("tagline ") + id), seed.between(1, 240) * minute_ms};
        scenario.tables.push_back(table);
    }
    scenario.organisations.push_back({OrganisationId{"ORG"}, text("organisation ORG")});
    const auto roles = static_cast<std::size_t>(seed.between(3, 6));
    for (std::size_t number = 1; number <= roles; ++number) {
        Role role;
        role.id = numbered<RoleId>("R", number);
        role.name = text("role " + role.id.value);
        role.aim = text("aim of " + role.id.value);
        role.organisation = OrganisationId{"ORG"};
        role.table = scenario.tables[number % 2].id;
        role.accepts_triage = number == 1;
        role.gives_authority = number <= 2;
        if (number > 2 && seed.chance(15)) role.autopilot = AutopilotUse::always;
        if (seed.chance(25)) role.from_group_size = static_cast<int>(seed.between(1, 6));
        scenario.roles.push_back(role);
    }
}

void add_segments(Seed& seed, Scenario& scenario) {
    const auto segments = static_cast<std::size_t>(seed.between(1, 4));
    std::int64_t at = seed.between(0, 10) * 60 * minute_ms;
    for (std::size_t number = 0; number < segments; ++number) {
        Segment segment;
        segment.from_sim_ms = at;
        segment.to_sim_ms = at + seed.between(1, 600) * minute_ms + seed.between(0, 999);
        segment.real_ms =
            seed.chance(10) ? seed.between(1, 1'000) : seed.between(60'000, 1'200'000);
        segment.round = static_cast<int>(number);
        scenario.segments.push_back(segment);
        scenario.rounds.push_back({text("round " + std::to_string(number))});
        // Now and then no cut at all.
        at = segment.to_sim_ms + (seed.chance(20) ? 0 : seed.between(1, 900) * minute_ms);
    }
}

Condition some_condition(Seed& seed, const Scenario& scenario) {
    Condition condition;
    condition.kind = any<ConditionKind>(seed);
    condition.person = seed.pick(scenario.people).id;
    condition.subject = seed.chance(50) ? "Z" : "V";
    condition.years = 18;
    return condition;
}

Grant some_grant(Seed& seed, const Scenario& scenario) {
    Grant grant;
    grant.from = seed.some(role_ids(scenario), 60);
    grant.to = seed.some(role_ids(scenario), 60);
    grant.purposes = {any<Purpose>(seed), any<Purpose>(seed)};
    grant.bases = {seed.pick(scenario.rules.bases).id};
    grant.max_form = any_form(seed);
    if (seed.chance(30)) grant.when.push_back(some_condition(seed, scenario));
    return grant;
}

Need some_need(Seed& seed, const Scenario& scenario, const Item& item) {
    Need need;
    need.role = seed.pick(scenario.roles).id;
    need.purpose = item.grants.empty() ? any<Purpose>(seed) : item.grants.front().purposes.front();
    need.decision = seed.pick(scenario.decisions).id;
    need.min_form = any_form(seed);
    if (seed.chance(70)) need.by_sim_ms = some_time(seed, scenario);
    need.weight = static_cast<int>(seed.between(1, 3));
    need.known_to_holder = seed.chance(50);
    need.reason = text("need of " + need.role.value + " for " + item.id.value);
    return need;
}

Item some_item(Seed& seed, const Scenario& scenario, std::size_t number) {
    Item item;
    item.id = numbered<ItemId>("I", number);
    const auto said = "item " + item.id.value + " ";
    item.title = text(said + "title");
    item.pointer = text(said + "pointer");
    item.conclusion = text(said + "conclusion");
    item.summary = text(said + "summary");
    item.text = text(said + "facts");
    item.source_text = text(said + "source");
    item.source = text(said + "origin");
    item.about = {seed.pick(scenario.people).id};
    item.category = any<Category>(seed);
    item.sensitivity = static_cast<int>(seed.below(4));
    item.truth = any<Truth>(seed);
    item.holders = some_roles(seed, scenario, 30);
    item.onward = any<Onward>(seed);
    if (seed.chance(40)) item.available_sim_ms = some_time(seed, scenario);
    for (auto left = seed.below(3); left > 0; --left)
        item.grants.push_back(some_grant(seed, scenario));
    for (auto left = seed.below(3); left > 0; --left)
        item.needs.push_back(some_need(seed, scenario, item));
    if (seed.chance(20))
        item.never.push_back({.to = {seed.pick(scenario.roles).id},
                              .from_form = any_form(seed),
                              .reason = text(said + "red line")});
    if (seed.chance(15))
        item.later_holders.push_back({seed.pick(scenario.roles).id, some_time(seed, scenario)});
    // Comes into being out of two others, and then nobody has it from the case.
    if (number > 2 && seed.chance(15)) {
        item.emerges_from = {scenario.items[number - 3].id, scenario.items[number - 2].id};
        item.holders.clear();
        item.later_holders.clear();
        item.available_sim_ms.reset();
    }
    return item;
}

Inject some_inject(Seed& seed, const Scenario& scenario, std::size_t number) {
    Inject inject;
    inject.id = numbered<InjectId>("INJ", number);
    inject.title = text("inject " + inject.id.value + " title");
    inject.text = text("inject " + inject.id.value + " text");
    if (seed.chance(50)) inject.to = some_roles(seed, scenario, 40);
    if (seed.chance(60)) inject.at_sim_ms = some_time(seed, scenario);
    if (seed.chance(50)) inject.deals.push_back(seed.pick(scenario.items).id);
    if (seed.chance(30)) inject.facts.becomes_acute.push_back(seed.pick(scenario.people).id);
    return inject;
}

Meeting some_meeting(Seed& seed, const Scenario& scenario, std::size_t number) {
    Meeting meeting;
    meeting.id = numbered<MeetingId>("M", number);
    meeting.name = text("meeting " + meeting.id.value);
    meeting.table = seed.pick(scenario.tables).id;
    meeting.purpose = any<Purpose>(seed);
    meeting.members = some_roles(seed, scenario, 70);
    meeting.chair = meeting.members.front();
    for (const auto& role : scenario.roles) {
        const bool member = std::find(meeting.members.begin(), meeting.members.end(), role.id) !=
                            meeting.members.end();
        if (!member && seed.chance(40)) meeting.known_to.push_back(role.id);
    }
    return meeting;
}

}  // namespace

Scenario random_scenario(Seed& seed) {
    Scenario scenario;
    scenario.id = "random";
    scenario.title = text("title");
    scenario.pitch = text("pitch");
    scenario.rules = {"rules", "2025-01-01", {}};
    for (const char* id : {"OPEN", "B1", "B2"})
        scenario.rules.bases.push_back(
            {BasisId{id}, text(std::string("basis ") + id), text("gist"), "source", "active"});
    add_tables_and_roles(seed, scenario);
    add_segments(seed, scenario);
    for (std::size_t number = 1; number <= 3; ++number) {
        const auto id = numbered<PersonId>("person", number);
        scenario.people.push_back({id, text(id.value), text("about " + id.value), {}});
    }
    scenario.people.front().age_years = 16;
    name_decisions(seed, scenario);
    const auto items = static_cast<std::size_t>(seed.between(4, 12));
    for (std::size_t number = 1; number <= items; ++number)
        scenario.items.push_back(some_item(seed, scenario, number));
    const auto meetings = static_cast<std::size_t>(seed.between(1, 3));
    for (std::size_t number = 1; number <= meetings; ++number)
        scenario.meetings.push_back(some_meeting(seed, scenario, number));
    const auto injects = static_cast<std::size_t>(seed.between(1, 5));
    for (std::size_t number = 1; number <= injects; ++number)
        scenario.injects.push_back(some_inject(seed, scenario, number));
    scenario.facts.covenant = seed.chance(70);
    tell_story(seed, scenario);
    return scenario;
}

}  // namespace casustafel::support
