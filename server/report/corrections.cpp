#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using score::Correction;
using text::Key;

Html line(const Wording& wording, const Correction& correction) {
    Html said = corrected(wording, correction);
    const auto add = [&](const Html& more) {
        said += Html::text(" ");
        said += more;
    };
    if (correction.raised_flag) add(wording.say(Key::report_corrected_flag));
    for (const std::uint64_t seq : correction.seqs) add(event_link(wording, seq));
    const Html reason =
        wording.say(Key::report_corrected_reason, {wording.quoted(correction.reason)});
    return Html::element(
        "li",
        {said, Html::element("p", {reason, Html::text(" "), event_link(wording, correction.seq)})});
}

void add(std::vector<std::vector<Html>>& rows, const Wording& wording, const Html& name,
         const std::optional<double>& value, const std::optional<score::Original>& original) {
    if (!score::is_corrected(value, original)) return;
    rows.push_back({name, value_and_band(wording, original->value),
                    Html::sequence({value_and_band(wording, value), bar(value, original)})});
}

// Every number that is another one because of the corrections.
std::vector<std::vector<Html>> changed(const Wording& wording, const score::Score& score) {
    const score::Headings& both = score.headings;
    std::vector<std::vector<Html>> rows;
    add(rows, wording, wording.say(Key::report_sharing), both.sharing.value, both.sharing.original);
    add(rows, wording, wording.say(Key::report_arrived), both.arrived, both.original_arrived);
    add(rows, wording, wording.say(Key::report_careful), both.careful, both.original_careful);
    add(rows, wording, wording.say(Key::report_cooperation), both.cooperation.value,
        both.cooperation.original);
    for (const score::Indicator& one : score.team) {
        std::string name(score::name(one.id));
        const std::string words = wording.word("indicator.", name + ".name");
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        add(rows, wording, Html::text(name + " " + words), one.value, one.original);
    }
    return rows;
}

}  // namespace

Html corrected(const Wording& wording, const Correction& correction) {
    const Html about = correction.target.kind == core::CorrectionKind::decision
                           ? wording.decision(correction.target.decision)
                       : correction.item.empty() ? wording.person(correction.person)
                                                 : wording.item(correction.item);
    return wording.say(
        "report.corrected.", core::name(correction.target.kind),
        {wording.role(correction.by), wording.receivers(correction.by, correction.to), about,
         wording.form(correction.form)});
}

Html corrections(const Wording& wording, const score::Score& score) {
    if (score.corrections.empty()) return {};
    std::vector<Html> lines;
    for (const Correction& correction : score.corrections)
        lines.push_back(line(wording, correction));
    const auto rows = changed(wording, score);
    const Html numbers = rows.empty()
                             ? Html::element("p", {wording.say(Key::report_corrected_nothing)})
                             : table_of({wording.say(Key::report_indicator),
                                         wording.say(Key::report_corrected_before),
                                         wording.say(Key::report_corrected_after)},
                                        rows);
    return Html::element("section", {{"class", "corrections"}, {"id", "corrections"}},
                         {Html::element("h2", {wording.say(Key::report_corrections_title)}),
                          Html::element("p", {wording.say(Key::report_corrections_gist)}),
                          Html::element("ul", lines), numbers});
}

}  // namespace casustafel::report
