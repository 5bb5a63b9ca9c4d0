#pragma once
// Inside report only: what happened in sentences, one record after another. An event of which the
// text `report.story.<its name>` stands in assets/text is told by that sentence, with its fields by
// their names (pieces.hpp). One that needs more is told by a function of its family (teller_*.cpp).
// Marks and who answered a prompt stand together, one line an hour (sections_story.cpp). Any other
// is no part of the story: readings, connections, what only trainers or one person know (whispers,
// calls for help, gut feelings, what was answered).
#include <algorithm>
#include <set>
#include <vector>

#include "server/core/rules/decide.hpp"
#include "server/report/seating.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {

// How far the story is. It folds the log as the core does, because a sentence may need what went
// before.
struct Course {
    Course(const Wording& words, const Names& known, const TrainerNames& leading)
        : wording(words), names(known), trainers(leading), state(core::initial(words.scenario())) {}

    const Wording& wording;
    const Names& names;
    const TrainerNames& trainers;
    core::State state;  // before the record that is told
    Seating seating;
    std::set<core::ParticipantId> absent;
    const core::Record* record = nullptr;  // the one that is told
    std::vector<Html> sentences;           // of it
};

// The sentences of this record, after which the course has passed it.
std::vector<Html> tell(Course&, const core::Record&);

// What a sentence is made with. A family derives from it and has `on(event)` for each that it
// tells.
struct Telling {
    Course& course;

    const Wording& wording() const { return course.wording; }
    const core::State& before() const { return course.state; }
    bool has_begun() const { return before().phase != core::SessionPhase::lobby; }
    Html item(const core::ItemId& id) const { return wording().item(id); }
    Html role(const core::RoleId& id) const { return wording().role(id); }

    void say(text::Key key, const std::vector<Html>& pieces = {}) const {
        course.sentences.push_back(wording().say(key, pieces));
    }
    // The sentence with the fields of this event where its {by} {item} … stand.
    template <core::Described Whole>
    void say(text::Key, const Whole&) const;
    // The sentence that goes by the name of the event.
    template <core::Described Event>
    void say(const Event&) const;
    // One more after the last, when it is not empty.
    void add(const Html& more) const;

    // How many events of this kind the record has.
    template <class Kind>
    std::size_t count() const {
        return static_cast<std::size_t>(std::ranges::count_if(
            course.record->events,
            [](const core::Event& event) { return std::holds_alternative<Kind>(event); }));
    }
};

// Tells the event, when it is one of this family's.
using Tells = bool (*)(Course&, const core::Event&);

template <class Family>
bool tells(Course& course, const core::Event& event) {
    const Family family{{course}};
    return std::visit(
        [&](const auto& happened) {
            constexpr bool told = requires { family.on(happened); };
            if constexpr (told) family.on(happened);
            return told;
        },
        static_cast<const core::EventKinds&>(event));
}

// The families, one in each teller_*.cpp.
bool tells_information(Course&, const core::Event&);
bool tells_course(Course&, const core::Event&);
bool tells_room(Course&, const core::Event&);
bool tells_interventions(Course&, const core::Event&);
bool tells_boards(Course&, const core::Event&);

// An event that moves the gauge of a person.
template <class Event>
concept MovesGauge = requires(const Event& event) {
    event.person;
    event.track;
    event.value;
};

}  // namespace casustafel::report
