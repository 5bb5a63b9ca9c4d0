#include "server/report/page.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>

#include "server/report/seating.hpp"
#include "server/report/sections.hpp"
#include "server/report/style.hpp"
#include "server/telling/numbers.hpp"

namespace casustafel::report {
namespace {

using text::Key;

// The day on the wall when the session began; empty when the log does not say.
std::string date(const Wording& wording, const std::vector<core::Record>& records) {
    for (const core::Record& record : records) {
        const bool starts = std::ranges::any_of(record.events, [](const core::Event& event) {
            return std::holds_alternative<core::SessionStarted>(event);
        });
        if (!starts || record.wall_ms <= 0) continue;
        const std::chrono::sys_time<std::chrono::milliseconds> instant{
            std::chrono::milliseconds{record.wall_ms}};
        const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant)};
        char text[32];
        const bool dutch = wording.language() == text::Language::nl;
        const int year = static_cast<int>(day.year());
        const auto month = static_cast<unsigned>(day.month()),
                   of_month = static_cast<unsigned>(day.day());
        if (dutch) {
            std::snprintf(text, sizeof text, "%02u-%02u-%04d", of_month, month, year);
        } else {
            std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, of_month);
        }
        return text;
    }
    return {};
}

Seating seating(const std::vector<core::Record>& records) {
    Seating seating;
    for (const core::Record& record : records) {
        for (const core::Event& event : record.events) seating.take(event);
    }
    return seating;
}

// How many people sat down, how many seats were ever taken, and in how many of those only the
// computer ever played.
struct Taken {
    std::size_t people = 0, seats = 0, automatic = 0;
};
Taken count_taken(const core::Scenario& scenario, const Seating& seats) {
    std::set<core::ParticipantId> people;
    Taken taken;
    for (const core::Role& role : scenario.roles) {
        const auto& played = seats.played(role.id);
        if (played.empty()) continue;
        ++taken.seats;
        const auto by_computer = [](const Played& one) { return one.by == Player::autopilot; };
        if (std::ranges::all_of(played, by_computer)) ++taken.automatic;
        for (const Played& one : played)
            if (one.by == Player::person) people.insert(one.participant);
    }
    taken.people = people.size();
    return taken;
}

Html facts(const Wording& wording, const std::vector<core::Record>& records,
           const PageOptions& options, const Seating& seats) {
    const core::Scenario& scenario = wording.scenario();
    std::vector<Html> lines;
    const auto add = [&](Key key, const std::vector<std::string>& arguments) {
        lines.push_back(Html::element("li", {Html::text(wording.plain(key, arguments))}));
    };
    const std::string day = date(wording, records);
    if (!options.code.empty()) add(Key::report_code, {options.code});
    if (!day.empty()) add(Key::report_date, {day});
    const Taken taken = count_taken(scenario, seats);
    add(Key::report_seats, {std::to_string(taken.people), std::to_string(taken.seats),
                            std::to_string(taken.automatic)});
    add(Key::report_case_time,
        {wording.time(scenario.start_sim_ms()),
         wording.time(records.empty() ? scenario.start_sim_ms() : records.back().stamp.sim_ms)});
    add(Key::report_rules, {scenario.rules.id, scenario.rules.version});
    return Html::element("ul", {{"class", "facts meta"}}, lines);
}

Html flag_note(const Wording& wording, const score::Score& score) {
    if (score.flags.empty()) return {};
    return Html::element("p", {{"class", "flag-note"}},
                         {Html::text("⚑ "), wording.say(telling::flag_count(score))});
}

Html correction_note(const Wording& wording, const score::Score& score) {
    if (score.corrections.empty()) return {};
    const Html count = wording.say(telling::correction_count(score));
    return Html::element("p", {Html::element("a", {{"href", "#corrections"}}, {count})});
}

Html player(const Wording& wording, const PageOptions& options, const Played& played) {
    if (played.by == Player::autopilot) return wording.say(Key::report_who_autopilot);
    if (played.by == Player::trainer) return wording.say(Key::report_who_stand_in);
    const auto name = options.names.find(played.participant);
    if (name != options.names.end()) return Html::text(name->second);
    if (played.from.empty()) return wording.say(Key::report_who_person);
    return wording.say(Key::report_who_from_role, {wording.role(played.from)});
}

Html players(const Wording& wording, const PageOptions& options,
             const std::vector<Played>& played) {
    Html all;
    for (const Played& one : played) {
        if (!all.empty()) all += Html::text(", ");
        all += player(wording, options, one);
    }
    return all.empty() ? wording.say(Key::report_nobody) : all;
}

Html who_sat_where(const Wording& wording, const PageOptions& options, const Seating& seats) {
    std::vector<Html> head;
    for (const Key key : {Key::report_who_role, Key::report_who_table, Key::report_who_player})
        head.push_back(Html::element("th", {{"scope", "col"}}, {wording.say(key)}));
    std::vector<Html> rows;
    for (const core::Role& role : wording.scenario().roles) {
        const core::Table* table = core::find(wording.scenario(), role.table);
        rows.push_back(Html::element(
            "tr",
            {Html::element("td", {wording.role(role.id), Html::text(" " + wording.of(role.name))}),
             Html::element("td", {Html::text(table ? wording.of(table->name) : role.table.value)}),
             Html::element("td", {players(wording, options, seats.played(role.id))})}));
    }
    return Html::element(
        "section", {Html::element("h2", {wording.say(Key::report_who)}),
                    Html::element("table", {Html::element("thead", {Html::element("tr", head)}),
                                            Html::element("tbody", rows)})});
}

// What leads the hour of the debrief.
Html leading(const Wording& wording, const score::Score& score,
             const std::vector<core::Record>& records) {
    return Html::sequence(
        {stopped(wording, records), headline(wording, score), flag_note(wording, score),
         correction_note(wording, score),
         Html::element("p", {{"class", "reading"}}, {wording.say(Key::report_reading)}),
         key_of_signs(wording), outcome(wording, records), flags(wording, score),
         questions(wording, score, records), decisions(wording, score, records),
         unshared(wording, score, records), numbers_overview(wording, score)});
}

// What one looks up: the evidence behind each number and all that happened.
Html appendix(const Wording& wording, const score::Score& score,
              const std::vector<core::Record>& records, const PageOptions& options,
              const Seating& seats) {
    return Html::element(
        "section", {{"class", "appendix"}, {"id", "appendix"}},
        {Html::element("h2", {wording.say(Key::report_appendix)}),
         Html::element("p", {wording.say(Key::report_appendix_gist)}), corrections(wording, score),
         who_sat_where(wording, options, seats), prompts(wording, score),
         before_after(wording, records), plan(wording, score, records), boards(wording, records),
         network(wording, records), bridges(wording, score), handovers(wording, score),
         numbers(wording, score), bases(wording, records), removed_needs(wording, score),
         story(wording, records, options.names, options.trainers)});
}

}  // namespace

std::string page(const core::Scenario& scenario, const std::vector<core::Record>& records,
                 const PageOptions& options) {
    const Wording wording(scenario, options.language);
    const score::Score score = score::score(scenario, records);
    const Seating seats = seating(records);
    const std::string& title = wording.of(scenario.title);

    const Html header = Html::element(
        "header",
        {Html::element("p", {{"class", "kicker"}}, {wording.say(Key::report_kicker)}),
         Html::element("h1", {Html::text(title)}), facts(wording, records, options, seats)});
    const Html footer = Html::element(
        "footer", {Html::element("p", {wording.say(Key::report_footer,
                                                   {Html::text(std::to_string(records.size()))})}),
                   Html::element("p", {wording.say(Key::report_corrections)}),
                   Html::element("p", {wording.say(Key::report_fiction)})});
    const Html body =
        Html::sequence({header,
                        Html::element("main", {leading(wording, score, records),
                                               appendix(wording, score, records, options, seats)}),
                        footer});
    const char* language = options.language == text::Language::nl ? "nl" : "en";
    return Html::document(language, wording.plain(Key::report_title, {title}), page_style, body);
}

}  // namespace casustafel::report
