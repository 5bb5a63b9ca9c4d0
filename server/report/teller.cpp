#include "server/report/teller.hpp"

#include "server/report/pieces.hpp"

namespace casustafel::report {
namespace {

constexpr Tells families[] = {tells_information, tells_course, tells_room, tells_interventions,
                              tells_boards};

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
    // "De trainer zette de klok stil. (Anouk)"
    const auto trainer = course.trainers.find(record.actor.trainer);
    if (record.actor.kind == core::ActorKind::trainer && trainer != course.trainers.end() &&
        !course.sentences.empty())
        course.sentences.back() += Html::text(" (" + trainer->second + ")");
    core::apply(course.state, record);
    return std::move(course.sentences);
}

void Telling::add(const Html& more) const {
    if (more.empty()) return;
    course.sentences.back() += Html::text(" ");
    course.sentences.back() += more;
}

}  // namespace casustafel::report
