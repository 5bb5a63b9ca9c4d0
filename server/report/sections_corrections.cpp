#include "server/report/sections.hpp"
#include "server/telling/acts.hpp"
#include "server/telling/numbers.hpp"

namespace casustafel::report {
namespace {

using score::Correction;
using text::Key;

Html line(const Wording& wording, const Correction& correction) {
    Html said = wording.say(telling::about(correction));
    if (const auto flag = telling::lost_flag(correction))
        said += Html::sequence({Html::text(" "), wording.say(*flag)});
    for (const std::uint64_t seq : correction.seqs)
        said += Html::sequence({Html::text(" "), event_link(wording, seq)});
    return Html::element(
        "li", {said, Html::element("p", {wording.say(telling::reason(correction)), Html::text(" "),
                                         event_link(wording, correction.seq)})});
}

// Every number that is another one because of the corrections.
std::vector<std::vector<Html>> changed(const Wording& wording, const score::Score& score) {
    std::vector<std::vector<Html>> rows;
    for (const telling::CorrectedNumber& one : telling::corrected_numbers(score)) {
        const Html code = Html::text(one.code.empty() ? "" : one.code + " ");
        rows.push_back(
            {Html::sequence({code, wording.say(one.name)}),
             value_and_band(wording, one.original.value),
             Html::sequence({value_and_band(wording, one.value), bar(one.value, one.original)})});
    }
    return rows;
}

}  // namespace

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
