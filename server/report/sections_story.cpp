#include <algorithm>
#include <optional>

#include "server/report/limits.hpp"
#include "server/report/sections.hpp"
#include "server/report/teller.hpp"

namespace casustafel::report {
namespace {

using text::Key;

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
    Course course(wording, names);
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
