#include "server/scenario/lint/lint.hpp"

#include <algorithm>

#include "server/scenario/lint/lint_references.hpp"

namespace casustafel::scenario {

void lint(const Draft& draft) {
    const bool ids_exist = check_references(draft);
    const auto sound = [&](const char* part) { return draft.findings.sound(part); };
    for (Rules (*family)() : lint_families)
        for (const Rule& rule : family())
            if ((ids_exist || !rule.on_existing_ids) &&
                std::all_of(rule.relies_on.begin(), rule.relies_on.end(), sound))
                rule.check(draft);
}

}  // namespace casustafel::scenario
