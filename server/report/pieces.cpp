#include "server/report/pieces.hpp"

namespace casustafel::report {

Html Pieces::written(core::ParticipantId participant) const {
    const auto name = course.names.find(participant);
    return name == course.names.end() ? wording().say(text::Key::report_somebody)
                                      : Html::text(name->second);
}

Html Pieces::written(const std::vector<core::Cited>& cited) const {
    using text::Key;
    if (cited.empty()) return wording().say(Key::report_story_cited_nothing);
    std::vector<core::ItemId> facts, assumptions;
    for (const core::Cited& one : cited)
        (one.as == core::Mark::assumption ? assumptions : facts).push_back(one.item);
    Html all;
    if (!facts.empty()) all += wording().say(Key::report_story_cited_fact, {written(facts)});
    if (!facts.empty() && !assumptions.empty()) all += Html::text(" ");
    if (!assumptions.empty())
        all += wording().say(Key::report_story_cited_assumption, {written(assumptions)});
    return all;
}

}  // namespace casustafel::report
