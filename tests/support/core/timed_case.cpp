#include "tests/support/core/timed_case.hpp"

#include <optional>

namespace casustafel::support {

using namespace core;

namespace {

Text text(const std::string& what) { return {what + " nl", what + " en"}; }

Role role(const char* id, const char* table) {
    Role made;
    made.id = RoleId{id};
    made.name = text(id);
    made.table = TableId{table};
    return made;
}

Item item(const char* id, const char* holder, std::optional<std::int64_t> available_sim_ms = {}) {
    Item made;
    made.id = ItemId{id};
    made.title = text(id);
    made.text = text(std::string(id) + " facts");
    made.about = {PersonId{"P"}};
    made.category = Category::police;
    made.holders = {RoleId{holder}};
    made.available_sim_ms = available_sim_ms;
    return made;
}

Inject inject(const char* id, const char* deals, std::optional<std::int64_t> at_sim_ms = {}) {
    Inject made;
    made.id = InjectId{id};
    made.title = text(id);
    made.text = text(std::string(id) + " text");
    made.at_sim_ms = at_sim_ms;
    made.deals = {ItemId{deals}};
    return made;
}

}  // namespace

Scenario timed_case() {
    Scenario made;
    made.id = "small";
    made.title = text("small");
    made.tables = {{TableId{"Z"}, text("Z"), text("hours"), at(0, 1)},
                   {TableId{"V"}, text("V"), text("weeks"), at(0, 2)}};
    made.roles = {role("A", "Z"), role("B", "V"), role("C", "V")};
    made.roles.front().accepts_triage = true;
    made.people = {{PersonId{"P"}, text("P"), text("somebody"), {}}};
    made.items = {item("I-START", "A"),
                  item("I-LATER", "B", at(0, 10)),
                  item("I-TIMED", "C"),
                  item("I-NIGHT", "A", at(0, 20)),
                  item("I-MORNING", "A", at(1, 9)),
                  item("I-HAND", "B")};
    made.injects = {inject("TIMED", "I-TIMED", at(0, 10, 30)), inject("HAND", "I-HAND")};
    made.injects.back().facts.becomes_acute = {PersonId{"P"}};
    made.meetings = {{MeetingId{"M"},
                      text("M"),
                      TableId{"Z"},
                      Purpose::care,
                      RoleId{"A"},
                      {RoleId{"A"}, RoleId{"B"}}}};
    made.rounds = {{text("day 0")}, {text("day 1")}};
    made.segments = {{at(0, 9), at(0, 11), 60'000, 0}, {at(1, 9), at(1, 10), 30'000, 1}};
    made.rules.bases = {{BasisId{"OPEN"}, text("open"), text("open"), "none", "active"}};
    return made;
}

}  // namespace casustafel::support
