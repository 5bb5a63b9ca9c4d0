#include <map>

#include "server/report/sections.hpp"
#include "server/report/teller.hpp"

namespace casustafel::report {
namespace {

using text::Key;

using Gauge = std::pair<core::PersonId, core::Track>;

struct Change {
    int value = 0;
    std::uint64_t seq = 0;
    std::int64_t sim_ms = 0;
};

std::map<Gauge, std::vector<Change>> changes(const std::vector<core::Record>& records) {
    std::map<Gauge, std::vector<Change>> all;
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            const auto add = [&]<class Event>(const Event& moved) {
                if constexpr (MovesGauge<Event>)
                    all[{moved.person, moved.track}].push_back(
                        {moved.value, record.seq, record.stamp.sim_ms});
            };
            std::visit(add, static_cast<const core::EventKinds&>(event));
        }
    }
    return all;
}

const core::Ending* ending(const core::Scenario& scenario,
                           const std::vector<core::Record>& records) {
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) {
            if (const auto* reached = std::get_if<core::EndingReached>(&event))
                return core::find(scenario, reached->ending);
        }
    }
    return nullptr;
}

Html course(const Wording& wording, const std::vector<Change>& steps) {
    if (steps.empty()) return wording.say(Key::report_track_same);
    Html all;
    for (const Change& step : steps) {
        if (!all.empty()) all += Html::text(" ");
        all += Html::element(
            "span", {{"class", "events"}},
            {Html::text(wording.time(step.sim_ms) + ": " + std::to_string(step.value) + " "),
             event_link(wording, step.seq)});
    }
    return all;
}

Html tracks(const Wording& wording, const std::vector<core::Record>& records) {
    const auto changed = changes(records);
    std::vector<std::vector<Html>> rows;
    for (const core::TrackStart& start : wording.scenario().tracks) {
        const auto found = changed.find({start.person, start.track});
        const std::vector<Change> steps =
            found == changed.end() ? std::vector<Change>{} : found->second;
        const int end = steps.empty() ? start.value : steps.back().value;
        rows.push_back({wording.person(start.person),
                        Html::text(wording.word("track.", core::name(start.track))),
                        Wording::number(start.value), Html::element("b", {Wording::number(end)}),
                        course(wording, steps)});
    }
    if (rows.empty()) return {};
    return Html::sequence(
        {Html::element("h3", {wording.say(Key::report_tracks)}),
         table_of({wording.say(Key::report_track_person), wording.say(Key::report_track_what),
                   wording.say(Key::report_track_start), wording.say(Key::report_track_end),
                   wording.say(Key::report_track_course)},
                  rows)});
}

}  // namespace

Html table_of(const std::vector<Html>& head, const std::vector<std::vector<Html>>& rows) {
    std::vector<Html> titles, lines;
    for (const Html& title : head)
        titles.push_back(Html::element("th", {{"scope", "col"}}, {title}));
    for (const std::vector<Html>& row : rows) {
        std::vector<Html> cells;
        for (const Html& cell : row) cells.push_back(Html::element("td", {cell}));
        lines.push_back(Html::element("tr", cells));
    }
    return Html::element("table", {Html::element("thead", {Html::element("tr", titles)}),
                                   Html::element("tbody", lines)});
}

Html titled(const Wording& wording, Key title, Key gist, const std::vector<Html>& rest) {
    std::vector<Html> parts{Html::element("h2", {wording.say(title)}),
                            Html::element("p", {wording.say(gist)})};
    parts.insert(parts.end(), rest.begin(), rest.end());
    return Html::element("section", parts);
}

Html outcome(const Wording& wording, const std::vector<core::Record>& records) {
    const core::Scenario& scenario = wording.scenario();
    if (scenario.endings.empty() && scenario.tracks.empty()) return {};
    std::vector<Html> parts{Html::element("h2", {wording.say(Key::report_ending)})};
    if (const core::Ending* reached = ending(scenario, records)) {
        const auto told = [&](Key key, const core::Text& text) {
            parts.push_back(Html::element("p", {wording.say(key, {Html::text(wording.of(text))})}));
        };
        parts.push_back(Html::element("h3", {Html::text(wording.of(reached->title))}));
        parts.push_back(Html::element("p", {Html::text(wording.of(reached->text))}));
        told(Key::report_ending_good, reached->good);
        told(Key::report_ending_loss, reached->loss);
    } else {
        parts.push_back(Html::element("p", {wording.say(Key::report_ending_none)}));
    }
    parts.push_back(
        Html::element("p", {{"class", "meta"}}, {wording.say(Key::report_ending_luck)}));
    parts.push_back(tracks(wording, records));
    return Html::element("section", {{"class", "outcome"}}, parts);
}

}  // namespace casustafel::report
