#include <algorithm>
#include <optional>
#include <set>

#include "server/report/limits.hpp"
#include "server/report/sections.hpp"
#include "server/report/teller.hpp"

namespace casustafel::report {
namespace {

using text::Key;

constexpr std::int64_t hour_ms = 3'600'000;

// Something of which an hour has many: it is told in a few words beside its like.
struct Brief {
    std::uint64_t seq = 0;
    core::RoleId role;
    Html words;  // empty: the role says enough
};

// Puts sentences under their round and hour.
class Chapters {
public:
    explicit Chapters(const Wording& wording) : wording_(wording) {}

    void add_mark(std::int64_t sim_ms, int round, const Brief& mark) {
        begin(sim_ms, round);
        marks_.push_back(mark);
    }
    void add_answer(std::int64_t sim_ms, int round, const Brief& answer) {
        begin(sim_ms, round);
        answers_.push_back(answer);
    }

    void add(std::int64_t sim_ms, int round, std::uint64_t seq, const Html& sentence) {
        begin(sim_ms, round);
        // The first sentence of a record carries its anchor; ids are unique in a page.
        const std::vector<Attribute> leads_here = anchor(seq);
        lines_.push_back(Html::element(
            "li", leads_here,
            {Html::element("span", {{"class", "time"}}, {Html::text(wording_.clock(sim_ms))}),
             Html::element("span", {sentence}),
             Html::element("span", {{"class", "number"}},
                           {Html::text(leads_here.empty() ? "" : std::to_string(seq))})}));
    }

    std::vector<Html> finish() {
        close_hour();
        return std::move(parts_);
    }

private:
    void begin(std::int64_t sim_ms, int round) {
        if (round != round_) begin_round(round);
        if (!hour_ || *hour_ != sim_ms / hour_ms) begin_hour(sim_ms / hour_ms);
    }
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
    // "OVJ: A01 feit, A02 aanname · VT: A03 feit". Each can be led to, unless its record has a
    // sentence of its own.
    Html together(const std::vector<Brief>& all) {
        Html said;
        const core::RoleId* role = nullptr;
        for (const Brief& one : all) {
            const bool another = !role || *role != one.role;
            Html words = another ? wording_.role(one.role) : Html{};
            if (another && !one.words.empty()) words += Html::text(": ");
            words += one.words;
            if (role) said += Html::text(another ? " · " : ", ");
            said += Html::element("span", anchor(one.seq), {words});
            role = &one.role;
        }
        return said;
    }
    std::vector<Attribute> anchor(std::uint64_t seq) {
        if (!anchored_.insert(seq).second) return {};
        return {{"id", event_anchor(seq)}};
    }
    void tell_together(Key key, std::vector<Brief>& all) {
        if (all.empty()) return;
        std::ranges::stable_sort(all, {}, [&](const Brief& one) { return place_of(one.role); });
        lines_.push_back(
            Html::element("li", {Html::element("span", {{"class", "time"}}, {}),
                                 Html::element("span", {wording_.say(key, {together(all)})}),
                                 Html::element("span", {{"class", "number"}}, {})}));
        all.clear();
    }
    std::ptrdiff_t place_of(const core::RoleId& role) const {
        const auto& roles = wording_.scenario().roles;
        return std::ranges::find(roles, role, &core::Role::id) - roles.begin();
    }
    void close_hour() {
        tell_together(Key::report_story_marked, marks_);
        tell_together(Key::report_story_answered, answers_);
        if (!lines_.empty()) parts_.push_back(Html::element("ol", {{"class", "story"}}, lines_));
        lines_.clear();
    }

    const Wording& wording_;
    std::vector<Html> parts_, lines_;
    int round_ = -1;
    std::optional<std::int64_t> hour_;
    std::vector<Brief> marks_, answers_;  // of this hour
    std::set<std::uint64_t> anchored_;
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

// What is told together with its like: marks, and who answered a prompt.
std::size_t add_briefs(const Wording& wording, const core::Record& record, int round,
                       Chapters& chapters) {
    std::size_t added = 0;
    for (const core::Event& event : record.events) {
        if (const auto* marked = std::get_if<core::ItemMarked>(&event)) {
            Html words = wording.item_code(marked->item);
            words += Html::text(" " + wording.word("report.mark.", core::name(marked->mark)));
            chapters.add_mark(record.stamp.sim_ms, round, {record.seq, marked->role, words});
            ++added;
        } else if (const auto* answered = std::get_if<core::PromptAnswered>(&event)) {
            chapters.add_answer(record.stamp.sim_ms, round, {record.seq, answered->role, {}});
            ++added;
        }
    }
    return added;
}

}  // namespace

Html story(const Wording& wording, const std::vector<core::Record>& records, const Names& names,
           const TrainerNames& trainers) {
    Course course(wording, names, trainers);
    Chapters chapters(wording);
    int round = wording.scenario().segments.front().round;
    std::size_t told = 0, untold = 0;
    for (const core::Record& record : records) {
        round = round_of(wording.scenario(), record, round);
        for (const Html& sentence : tell(course, record)) {
            if (told >= limits::story_sentences) {
                ++untold;
                continue;
            }
            chapters.add(record.stamp.sim_ms, round, record.seq, sentence);
            ++told;
        }
        if (told < limits::story_sentences) told += add_briefs(wording, record, round, chapters);
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
