#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "server/core/decide.hpp"
#include "server/report/limits.hpp"
#include "server/report/seating.hpp"
#include "server/report/sections.hpp"

namespace casustafel::report {
namespace {

using text::Key;

// Tells one record after another. An event that is no part of the story gives nothing.
class Teller {
public:
    Teller(const Wording& wording, const Names& names)
        : wording_(wording), names_(names), state_(core::initial(wording.scenario())) {}

    // The sentences of this record.
    std::vector<Html> tell(const core::Record& record) {
        sentences_.clear();
        dealt_at_start_ = 0;
        for (const core::Event& event : record.events) {
            if (std::holds_alternative<core::ItemDealt>(event)) ++dealt_at_start_;
        }
        for (const core::Event& event : record.events) {
            std::visit([&](const auto& happened) { on(happened); }, event);
            seating_.take(event);
        }
        core::apply(state_, record);
        starting_ = false;
        return std::move(sentences_);
    }

private:
    void say(Key key, const std::vector<Html>& pieces = {}) {
        sentences_.push_back(wording_.say(key, pieces));
    }
    void add(const Html& more) {
        if (more.empty()) return;
        sentences_.back() += Html::text(" ");
        sentences_.back() += more;
    }
    bool has_begun() const { return state_.phase != core::SessionPhase::lobby; }
    Html item(const core::ItemId& id) const { return wording_.item(id); }
    Html role(const core::RoleId& id) const { return wording_.role(id); }

    Html who(core::ParticipantId participant) const {
        const auto name = names_.find(participant);
        return name == names_.end() ? wording_.say(Key::report_somebody) : Html::text(name->second);
    }

    const core::RequestMade* request(core::EntityId id) const {
        const auto found = state_.requests.find(id);
        return found == state_.requests.end() ? nullptr : &found->second.event;
    }

    template <class Event>
    void on(const Event&) {}

    void on(const core::SessionStarted&) {
        starting_ = true;
        say(Key::report_story_started, {Html::text(std::to_string(dealt_at_start_))});
    }
    void on(const core::SegmentEntered& event) {
        const auto& segments = wording_.scenario().segments;
        const auto& segment = segments[static_cast<std::size_t>(event.segment)];
        // A round that begins where the last one stopped has its heading; the clock did not jump.
        const bool goes_on =
            event.segment > 0 &&
            segments[static_cast<std::size_t>(event.segment) - 1].to_sim_ms == segment.from_sim_ms;
        if (goes_on) return;
        say(Key::report_story_segment, {Html::text(wording_.time(segment.from_sim_ms))});
    }
    void on(const core::SessionPaused&) { say(Key::report_story_paused); }
    void on(const core::SessionResumed&) { say(Key::report_story_resumed); }
    void on(const core::SpeedSet& event) {
        say(Key::report_story_speed, {Html::text(std::to_string(event.permille / 10))});
    }
    void on(const core::SessionRecovered&) { say(Key::report_story_recovered); }
    void on(const core::SessionEnded& event) {
        sentences_.push_back(Html::text(wording_.word("end_reason.", core::name(event.reason))));
    }
    void on(const core::RoleTaken& event) {
        if (has_begun())
            say(Key::report_story_role_taken, {who(event.participant), role(event.role)});
    }
    void on(const core::RoleReleased& event) {
        if (has_begun()) say(Key::report_story_role_released, {role(event.role)});
    }
    void on(const core::AbsenceStarted& event) {
        const core::RoleId away = seating_.role_of(event.participant);
        absent_.insert(event.participant);
        if (!away.empty()) say(Key::report_story_absent, {role(away)});
    }
    void on(const core::ConnectionRestored& event) {
        const core::RoleId back = seating_.role_of(event.participant);
        if (absent_.erase(event.participant) > 0 && !back.empty()) {
            say(Key::report_story_back, {role(back)});
        }
    }
    void on(const core::ItemDealt& event) {
        if (!starting_) say(Key::report_story_dealt, {wording_.roles(event.to), item(event.item)});
    }

    void on(const core::ItemShared& event) {
        const bool in_meeting = !event.meeting.empty();
        say(in_meeting ? Key::report_story_shared_meeting : Key::report_story_shared,
            {role(event.giver), wording_.roles(event.to), wording_.form(event.form),
             item(event.item), wording_.meeting(event.meeting)});
        add(wording_.quoted(event.text));
        const Html ground = wording_.say(Key::report_story_ground, {wording_.purpose(event.purpose),
                                                                    wording_.basis(event.basis)});
        add(Html::element("span", {{"class", "why"}}, {ground}));
        if (event.recipients.empty()) add(wording_.say(Key::report_story_nothing_new));
        add_verdicts(event);
    }

    // One judgement when it is the same for all, else one for each recipient.
    void add_verdicts(const core::ItemShared& event) {
        const auto& to = event.recipients;
        const bool same = std::ranges::all_of(to, [&](const core::Recipient& recipient) {
            return recipient.verdict.labels == to.front().verdict.labels;
        });
        if (to.empty()) return;
        if (same && to.size() == event.to.size()) {
            add(verdict(wording_, to.front().verdict));
            return;
        }
        for (const core::Recipient& recipient : to) {
            add(wording_.say(Key::report_story_verdict,
                             {verdict(wording_, recipient.verdict), role(recipient.role)}));
        }
    }

    void on(const core::RequestMade& event) {
        if (!event.item.empty()) {
            say(Key::report_story_asked_item,
                {role(event.asker), wording_.roles(event.to), item(event.item)});
        } else {
            const core::Person* person = core::find(wording_.scenario(), event.person);
            say(Key::report_story_asked,
                {role(event.asker), wording_.roles(event.to),
                 Html::text(person ? wording_.of(person->name) : event.person.value),
                 Html::text(wording_.word("category.", core::name(event.category)))});
        }
        add(wording_.quoted(event.text));
    }

    void on(const core::RequestAnswered& event) {
        const core::RequestMade* asked = request(event.request);
        if (!asked || event.kind == core::AnswerKind::shared) return;
        const Html by = role(event.by), asker = role(asked->asker);
        if (event.kind == core::AnswerKind::refused) {
            const std::string reason = wording_.word("refusal_reason.", core::name(event.reason));
            say(Key::report_story_refused, {by, asker, Html::text(reason)});
        } else if (event.kind == core::AnswerKind::referred) {
            say(Key::report_story_referred, {by, asker, role(event.referred_to)});
        } else {
            say(Key::report_story_not_here, {by, asker});
        }
        add(wording_.quoted(event.text));
    }

    void on(const core::ItemMarked& event) {
        say(Key::report_story_marked,
            {role(event.role), item(event.item),
             Html::text(wording_.word("report.mark.", core::name(event.mark)))});
    }
    void on(const core::MessageSent& event) {
        if (event.meeting.empty()) {
            say(Key::report_story_message, {role(event.sender), wording_.roles(event.to)});
        } else {
            say(Key::report_story_message_meeting,
                {role(event.sender), wording_.meeting(event.meeting)});
        }
        add(wording_.quoted(event.text));
    }
    void on(const core::MeetingEntered& event) {
        say(Key::report_story_entered, {role(event.role), wording_.meeting(event.meeting)});
    }
    void on(const core::MeetingLeft& event) {
        say(Key::report_story_left, {role(event.role), wording_.meeting(event.meeting)});
    }
    void on(const core::TriagePutUp& event) {
        say(Key::report_story_triage_put_up, {role(event.by)});
        add(wording_.quoted(event.reason));
    }
    void on(const core::TriageAccepted& event) {
        say(Key::report_story_triage_accepted, {role(event.by)});
    }
    void on(const core::WeighingRecorded& event) {
        say(Key::report_story_weighing, {role(event.by), item(event.item)});
    }
    void on(const core::InjectRetracted&) { say(Key::report_story_inject_retracted); }

    void on(const core::InjectTookEffect& event) {
        if (const core::Inject* inject = core::find(wording_.scenario(), event.inject)) {
            tell_inject(inject->to, wording_.of(inject->title), wording_.of(inject->text));
            return;
        }
        const auto improvised = state_.injects.find(event.inject);
        if (improvised == state_.injects.end()) return;
        tell_inject(improvised->second.to, improvised->second.title, improvised->second.text);
    }
    void tell_inject(const std::vector<core::RoleId>& to, const std::string& title,
                     const std::string& text) {
        if (to.empty()) {
            say(Key::report_story_inject);
        } else {
            say(Key::report_story_inject_to, {wording_.roles(to)});
        }
        if (!title.empty()) add(Html::element("b", {Html::text(title)}));
        add(wording_.quoted(text));
    }

    const Wording& wording_;
    const Names& names_;
    core::State state_;
    Seating seating_;
    std::set<core::ParticipantId> absent_;
    std::vector<Html> sentences_;
    std::size_t dealt_at_start_ = 0;
    bool starting_ = false;
};

constexpr std::int64_t hour_ms = 3'600'000;

// Puts sentences under their round and hour.
class Chapters {
public:
    explicit Chapters(const Wording& wording) : wording_(wording) {}

    void add(std::int64_t sim_ms, int round, std::uint64_t seq, const Html& sentence) {
        if (round != round_) begin_round(round);
        if (!hour_ || *hour_ != sim_ms / hour_ms) begin_hour(sim_ms / hour_ms);
        // The first sentence of a record carries its anchor; ids are unique in a page.
        std::vector<Attribute> anchor;
        if (seq != last_seq_) anchor.push_back({"id", event_anchor(seq)});
        last_seq_ = seq;
        lines_.push_back(Html::element(
            "li", anchor,
            {Html::element("span", {{"class", "time"}}, {Html::text(wording_.clock(sim_ms))}),
             Html::element("span", {sentence}),
             Html::element("span", {{"class", "number"}},
                           {Html::text(anchor.empty() ? "" : std::to_string(seq))})}));
    }

    std::vector<Html> finish() {
        close_hour();
        return std::move(parts_);
    }

private:
    void begin_round(int round) {
        close_hour();
        round_ = round;
        hour_.reset();
        const auto& rounds = wording_.scenario().rounds;
        if (static_cast<std::size_t>(round) >= rounds.size()) return;
        const std::string& name = wording_.of(rounds[static_cast<std::size_t>(round)].name);
        parts_.push_back(Html::element("h3", {Html::text(name)}));
    }
    void begin_hour(std::int64_t hour) {
        close_hour();
        hour_ = hour;
        const std::string from = wording_.time(hour * hour_ms);
        const std::string to = wording_.clock((hour + 1) * hour_ms);
        parts_.push_back(Html::element(
            "h4", {wording_.say(Key::report_hour, {Html::text(from), Html::text(to)})}));
    }
    void close_hour() {
        if (!lines_.empty()) parts_.push_back(Html::element("ol", {{"class", "story"}}, lines_));
        lines_.clear();
    }

    const Wording& wording_;
    std::vector<Html> parts_, lines_;
    int round_ = -1;
    std::optional<std::int64_t> hour_;
    std::uint64_t last_seq_ = 0;
};

int round_of(const core::Scenario& scenario, const core::Record& record, int now) {
    for (const core::Event& event : record.events) {
        if (const auto* entered = std::get_if<core::SegmentEntered>(&event)) {
            return scenario.segments[static_cast<std::size_t>(entered->segment)].round;
        }
        if (std::holds_alternative<core::SessionStarted>(event))
            return scenario.segments.front().round;
    }
    return now;
}

}  // namespace

Html story(const Wording& wording, const std::vector<core::Record>& records, const Names& names) {
    Teller teller(wording, names);
    Chapters chapters(wording);
    int round = wording.scenario().segments.front().round;
    std::size_t told = 0, untold = 0;
    for (const core::Record& record : records) {
        round = round_of(wording.scenario(), record, round);
        for (const Html& sentence : teller.tell(record)) {
            if (told >= limits::story_sentences) {
                ++untold;
                continue;
            }
            chapters.add(record.stamp.sim_ms, round, record.seq, sentence);
            ++told;
        }
    }
    std::vector<Html> parts{
        Html::element("h2", {wording.say(Key::report_story)}),
        Html::element("p", {{"class", "meta"}}, {wording.say(Key::report_legend)})};
    for (const Html& part : chapters.finish()) parts.push_back(part);
    if (untold > 0) {
        parts.push_back(Html::element(
            "p", {wording.say(Key::report_story_more, {Html::text(std::to_string(untold))})}));
    }
    return Html::element("section", {{"class", "chapters"}}, parts);
}

}  // namespace casustafel::report
