#include <set>

#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

std::set<core::BasisId> used(const std::vector<core::Record>& records) {
    std::set<core::BasisId> all;
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (const auto* shared = std::get_if<core::ItemShared>(&event))
                all.insert(shared->basis);
        }
    }
    return all;
}

}  // namespace

Html bases(const Wording& wording, const std::vector<core::Record>& records) {
    const auto all = used(records);
    std::vector<std::vector<Html>> rows;
    for (const core::Basis& basis : wording.scenario().rules.bases) {
        if (!all.contains(basis.id)) continue;
        const Key checked = basis.confirmed ? Key::report_yes : Key::report_basis_not_yet;
        rows.push_back({Html::sequence({Html::element("b", {Html::text(basis.id.value)}),
                                        Html::text(" " + wording.of(basis.name))}),
                        Html::text(basis.source), Html::text(wording.date(basis.dated)),
                        wording.say(checked)});
    }
    if (rows.empty()) return {};
    return titled(
        wording, Key::report_bases, Key::report_bases_gist,
        {table_of({wording.say(Key::report_basis), wording.say(Key::report_basis_source),
                   wording.say(Key::report_basis_dated), wording.say(Key::report_basis_confirmed)},
                  rows)});
}

}  // namespace casustafel::report
