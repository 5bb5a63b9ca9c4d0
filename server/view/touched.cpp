#include <algorithm>

#include "server/view/subject.hpp"

namespace casustafel::view {
namespace {

using Kind = SubjectKind;

// What each event may have changed. A key too many costs a comparison; one too few would leave
// somebody with an old picture, so each overload also names what the event changes at one remove.
class Touch {
public:
    Touch(const core::State& after, std::vector<Subject>& found) : after_(after), found_(found) {}

    void operator()(const core::ParticipantJoined& e) { participant(e.participant); }
    void operator()(const core::ParticipantLeft& e) { participant(e.participant); }
    void operator()(const core::ConnectionLost& e) { participant(e.participant); }
    void operator()(const core::ConnectionRestored& e) { participant(e.participant); }
    void operator()(const core::AbsenceStarted& e) { participant(e.participant); }
    void operator()(const core::RoleTaken& e) { seat(e.participant, e.role); }
    void operator()(const core::RoleReleased& e) { seat(e.participant, e.role); }

    // Once it is no longer the lobby, the case itself comes into sight; also when it ends
    // unstarted.
    void operator()(const core::SessionStarted&) { whole_case(); }
    void operator()(const core::SessionEnded&) { whole_case(); }
    void operator()(const core::SessionPaused&) { clock(); }
    void operator()(const core::SessionResumed&) { clock(); }
    void operator()(const core::SpeedSet&) { clock(); }
    void operator()(const core::SegmentEntered&) { clock(); }
    void operator()(const core::SessionRecovered&) { clock(); }

    void operator()(const core::ItemDealt& e) {
        for (const core::RoleId& role : e.to) holding(role, e.item);
    }
    void operator()(const core::ItemRead& e) { holding(e.role, e.item); }
    void operator()(const core::ItemMarked& e) { holding(e.role, e.item); }
    void operator()(const core::ItemShared& e) {
        add(subject(e.share, Kind::share));
        for (const core::RoleId& role : e.to) holding(role, e.item);
        if (e.request != core::EntityId::none) add(subject(e.request, Kind::request));
    }
    void operator()(const core::RequestMade& e) { add(subject(e.request, Kind::request)); }
    void operator()(const core::RequestAnswered& e) { add(subject(e.request, Kind::request)); }
    void operator()(const core::MessageSent& e) { add(subject(e.message, Kind::message)); }
    void operator()(const core::MeetingEntered& e) { add(Kind::meeting, e.meeting.value); }
    void operator()(const core::MeetingLeft& e) { add(Kind::meeting, e.meeting.value); }
    void operator()(const core::TriagePutUp&) { add({Kind::triage, {}, {}, 0}); }
    void operator()(const core::TriageAccepted&) { add({Kind::triage, {}, {}, 0}); }
    void operator()(const core::WeighingRecorded& e) {
        add(Kind::own_weighing, e.item.value);
        add({Kind::weighing, e.item.value, e.by.value, 0});
    }
    void operator()(const core::InjectPended& e) { inject(e.inject); }
    void operator()(const core::InjectRetracted& e) { inject(e.inject); }
    void operator()(const core::InjectTookEffect& e) { inject(e.inject); }
    void operator()(const core::RoleLookedThrough&) {}

private:
    void add(Subject subject) { found_.push_back(std::move(subject)); }
    void add(Kind kind, const std::string& id) { found_.push_back({kind, id, {}, 0}); }

    void participant(core::ParticipantId id) {
        add(subject(id));
        const core::RoleId role = core::role_of(after_, id);
        if (!role.empty()) add(Kind::role, role.value);
    }
    void seat(core::ParticipantId id, const core::RoleId& role) {
        add(subject(id));
        add(Kind::role, role.value);
    }
    // The time left to take an inject back stands still or goes on with the clock.
    void clock() {
        add({Kind::session, {}, {}, 0});
        for (const auto& [id, inject] : after_.injects)
            if (inject.status == core::InjectStatus::pending) add(Kind::inject, id.value);
    }
    void whole_case() {
        clock();
        for (Subject& each : subjects(after_, role_viewer({}))) add(std::move(each));
    }
    void holding(const core::RoleId& role, const core::ItemId& item) {
        add(Kind::item, item.value);
        add({Kind::holding, item.value, role.value, 0});
    }
    void inject(const core::InjectId& id) {
        add(Kind::inject, id.value);
        add(Kind::notice, id.value);
    }

    const core::State& after_;
    std::vector<Subject>& found_;
};

}  // namespace

std::vector<Subject> touched_subjects(const core::State& after, const core::Record& record) {
    std::vector<Subject> found;
    Touch touch(after, found);
    for (const core::Event& event : record.events) std::visit(touch, event);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace casustafel::view
