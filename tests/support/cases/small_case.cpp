#include "tests/support/cases/small_case.hpp"

namespace casustafel::support {
namespace {

core::Role role(const char* id, const char* table) {
    core::Role made;
    made.id = {id};
    made.name = {std::string("rol ") + id, std::string("role ") + id};
    made.organisation = {"org"};
    made.table = {table};
    return made;
}

core::Table table(const char* id, std::int64_t answer_within_minutes) {
    core::Table made;
    made.id = {id};
    made.name = {std::string("tafel ") + id, std::string("table ") + id};
    made.answer_within_ms = answer_within_minutes * minute_ms;
    return made;
}

core::Basis basis(const char* id) {
    core::Basis made;
    made.id = {id};
    made.name = {std::string("grondslag ") + id, std::string("basis ") + id};
    made.source = std::string("Wet ") + id + ", art. 1";
    made.dated = "2025-03-01";
    made.confirmed = std::string(id) == "CONV";
    return made;
}

}  // namespace

core::Scenario small_case() {
    core::Scenario made;
    made.id = "small";
    made.title = {"Kleine zaak", "Small case"};
    made.organisations = {{{"org"}, {"organisatie", "organisation"}}};
    made.tables = {table("Z", 20), table("V", 60)};
    made.roles = {role("OVJ", "Z"), role("POL", "Z"), role("VT", "V"),
                  role("DJI", "V"), role("GGZ", "V"), role("PRC", "V")};
    made.people = {{{"p"}, {"Persoon", "Person"}, {}, 30}, {{"q"}, {"Ander", "Other"}, {}, 30}};
    made.rounds = {{{"Ronde 1", "Round 1"}}};
    made.segments = {{0, 600 * minute_ms, 600 * minute_ms, 0}};
    made.rules = {"rules", "2025-03-01", {basis("B"), basis("CONV"), basis("OPEN")}};
    return made;
}

core::Item item(const std::string& id, std::initializer_list<const char*> holders,
                int sensitivity) {
    core::Item made;
    made.id = {id};
    made.title = {"gegeven " + id, "item " + id};
    made.text = {"tekst van " + id, "text of " + id};
    made.about = {{"p"}};
    made.category = core::Category::police;
    made.sensitivity = sensitivity;
    for (const char* holder : holders) made.holders.push_back({holder});
    return made;
}

core::Need need(const std::string& role, std::int64_t by_minute, int weight) {
    core::Need made;
    made.role = {role};
    made.purpose = core::Purpose::charging_decision;
    made.min_form = core::Form::conclusion;
    made.by_sim_ms = by_minute * minute_ms;
    made.weight = weight;
    return made;
}

core::Grant grant(std::initializer_list<const char*> to, core::Form max_form) {
    core::Grant made;
    for (const char* role : to) made.to.push_back({role});
    made.purposes = {core::Purpose::charging_decision};
    made.bases = {{"B"}};
    made.max_form = max_form;
    return made;
}

core::Decision decision(const std::string& id, std::int64_t by_minute,
                        std::initializer_list<const char*> required) {
    core::Decision made;
    made.id = {id};
    made.title = {"besluit " + id, "decision " + id};
    made.table = {"Z"};
    made.deadline_sim_ms = by_minute * minute_ms;
    made.deciders = {{"OVJ"}};
    core::DecisionOption yes, no;
    yes.id = {"yes"};
    yes.title = {"ja", "yes"};
    yes.best = true;
    no.id = {"no"};
    no.title = {"nee", "no"};
    made.options = {yes, no};
    for (const char* item : required) made.required.push_back({.item = {item}});
    return made;
}

}  // namespace casustafel::support
