#include "server/report/teller.hpp"

#include "server/report/pieces.hpp"

namespace casustafel::report {
namespace {

constexpr Tells families[] = {tells_information, tells_course, tells_room};

void tell_by_name(Course& course, const core::Event& event) {
    const auto tell = [&]<class Event>(const Event& happened) {
        const auto key = text::find("report.story." + std::string(core::name_of<Event>()));
        if (key) Telling{course}.say(*key, happened);
    };
    std::visit(tell, static_cast<const core::EventKinds&>(event));
}

}  // namespace

std::vector<Html> tell(Course& course, const core::Record& record) {
    course.record = &record;
    course.sentences.clear();
    for (const core::Event& event : record.events) {
        const bool told =
            std::ranges::any_of(families, [&](Tells tells) { return tells(course, event); });
        if (!told) tell_by_name(course, event);
        course.seating.take(event);
    }
    core::apply(course.state, record);
    return std::move(course.sentences);
}

void Telling::add(const Html& more) const {
    if (more.empty()) return;
    course.sentences.back() += Html::text(" ");
    course.sentences.back() += more;
}

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
