#include "server/scenario/lint.hpp"

#include <algorithm>
#include <initializer_list>

namespace casustafel::scenario {
namespace {

struct Rule {
    void (*check)(const Draft&);
    std::initializer_list<const char*> relies_on;
    bool on_existing_ids = false;
};

}  // namespace

void lint(const Draft& draft) {
    static const Rule rules[] = {
        {check_segments, {"rounds"}},
        {check_times, {"rounds"}},
        {check_holders_do_not_need, {}},
        {check_needs_in_time, {"rounds", "injects", "decisions"}},
        {check_needs_have_a_way, {"roles", "items", "organisations"}, true},
        {check_truth, {}},
        {check_bases_are_usable, {}},
        {check_dealt_once, {"injects"}},
        {check_origins, {"items"}, true},
        {check_check_keys, {}},
        {check_checks_contradict, {}},
        {check_checks_reachable,
         {"rounds", "roles", "items", "tracks", "injects", "decisions", "interventions",
          "consequences", "plan", "probes"},
         true},
        {check_tracks, {"tracks"}, true},
        {check_facts, {}},
        {check_consequences, {"rounds", "decisions", "interventions"}},
        {check_injects, {"items"}, true},
        {check_required_entries, {}},
        {check_decisions, {"roles", "items"}, true},
        {check_powers, {"roles", "items", "powers", "interventions", "plan"}, true},
        {check_swap, {}},
        {check_plan, {"roles"}, true},
        {check_consents, {"items"}, true},
        {check_asks, {"roles"}, true},
        {check_begun_actions, {"roles", "items", "plan"}, true},
        {check_probes, {}},
        {check_probe_times, {"rounds"}},
        {check_conditions_can_hold,
         {"roles", "people", "consents", "facts", "injects", "decisions", "interventions",
          "consequences"},
         true},
        {check_endings, {}},
        {check_seats, {}},
        {check_conditions, {}},
        {check_roles_hold_items, {"roles", "items"}, true},
        {check_tables_have_roles, {"roles", "tables"}, true},
        {check_chairs, {"meetings"}},
        {check_somebody_triages, {"roles", "items"}},
        {check_everything_is_used, {"organisations", "roles", "people", "items"}, true},
        {check_full_case, {"practice", "roles", "items", "tables"}, true},
        {check_full_decisions, {"practice", "roles", "items", "tables", "decisions"}, true},
    };
    const bool ids_exist = check_references(draft);
    for (const Rule& rule : rules) {
        const bool sound = std::all_of(rule.relies_on.begin(), rule.relies_on.end(),
                                       [&](const char* part) { return draft.reading.sound(part); });
        if (sound && (ids_exist || !rule.on_existing_ids)) rule.check(draft);
    }
}

}  // namespace casustafel::scenario
