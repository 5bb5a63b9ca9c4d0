#include "server/handout/handout.hpp"

#include <algorithm>
#include <vector>

#include "casustafel/v1/view.pb.h"
#include "proto/contract/words.hpp"
#include "server/handout/style.hpp"
#include "server/report/wording.hpp"
#include "server/view/project.hpp"

namespace casustafel::handout {
namespace {

using report::Html;
using report::Wording;
using text::Key;

constexpr int blank_lines = 14;

// What one viewer sees, in the order of the case.
struct Seen {
    std::vector<v1::Entity> all;

    Seen(const core::State& state, core::Stamp now, const view::Viewer& viewer) {
        for (const view::Key& key : view::keys(state, viewer))
            if (auto entity = view::project(state, now, viewer, key))
                all.push_back(std::move(*entity));
    }
};

struct Page {
    const core::State& state;
    core::Stamp now;
    const Options& options;
    Wording wording;

    const std::string& in(const v1::Text& text) const {
        const bool english = options.language == text::Language::en && !text.en().empty();
        return english ? text.en() : text.nl();
    }
    Html p(Key key, const std::vector<Html>& pieces = {}) const {
        return Html::element("p", {wording.say(key, pieces)});
    }
    Html role(const std::string& id) const { return wording.role(core::RoleId{id}); }
    template <class Ids>
    Html roles(const Ids& ids) const {
        std::vector<core::RoleId> named;
        for (const auto& id : ids) named.push_back(core::RoleId{id});
        return wording.roles(named);
    }

    std::string player(const core::RoleId&) const;
    Html seats() const;
    Html due() const;
    Html item(const v1::Item&) const;
    Html question(const v1::Request&) const;
    Html card(const core::Role&) const;
    Html lines() const;
    Html whole() const;
};

Html cells(const std::vector<Html>& pieces) {
    std::vector<Html> made;
    for (const Html& piece : pieces) made.push_back(Html::element("td", {piece}));
    return Html::element("tr", made);
}

Html table(const Wording& wording, const std::vector<Key>& heads, const std::vector<Html>& rows) {
    std::vector<Html> head;
    for (const Key key : heads)
        head.push_back(Html::element("th", {{"scope", "col"}}, {wording.say(key)}));
    return Html::element("table", {Html::element("thead", {Html::element("tr", head)}),
                                   Html::element("tbody", rows)});
}

std::string Page::player(const core::RoleId& role) const {
    const auto found = state.seats.find(role);
    if (found == state.seats.end()) return wording.plain(Key::handout_nobody);
    const core::Seat& seat = found->second;
    if (seat.autopilot) return wording.plain(Key::handout_computer);
    if (seat.stand_in) return wording.plain(Key::handout_trainer);
    if (seat.occupant == core::ParticipantId::nobody) return wording.plain(Key::handout_nobody);
    const auto name = options.names.find(seat.occupant);
    if (name != options.names.end() && !name->second.empty()) return name->second;
    return "p" + std::to_string(static_cast<std::uint32_t>(seat.occupant));
}

Html Page::seats() const {
    std::vector<Html> rows;
    for (const core::Role& each : wording.scenario().roles)
        rows.push_back(cells({wording.role(each.id), Html::text(wording.of(each.name)),
                              Html::element("b", {Html::text(player(each.id))})}));
    return Html::element(
        "section",
        {Html::element("h2", {wording.say(Key::handout_seats)}),
         table(wording, {Key::handout_role, Key::handout_name, Key::handout_person}, rows)});
}

bool is_open(const v1::Decision& decision) {
    return decision.status() == contract::DecisionStatus::open ||
           decision.status() == contract::DecisionStatus::pending;
}

// Whether somebody it was put to has not answered it yet.
bool waits(const v1::Request& request) {
    return std::any_of(request.to().begin(), request.to().end(), [&](const std::string& to) {
        return std::none_of(request.answers().begin(), request.answers().end(),
                            [&](const v1::Answer& answer) { return answer.by() == to; });
    });
}

Html Page::question(const v1::Request& request) const {
    const std::string words = request.has_scripted() ? in(request.scripted()) : request.text();
    std::int64_t ends_ms = 0;
    for (const std::int64_t each : request.term_ends_sim_ms()) ends_ms = std::max(ends_ms, each);
    const Html about = request.item().empty() ? Html{} : wording.item(core::ItemId{request.item()});
    Html all = Html::sequence({role(request.asker()), Html::text(" → "), roles(request.to())});
    if (!about.empty()) all += Html::sequence({Html::text(" "), about});
    if (!words.empty()) all += Html::sequence({Html::text(" "), wording.quoted(words)});
    if (ends_ms > 0)
        all += Html::sequence(
            {Html::text(" "),
             wording.say(Key::handout_before, {Html::text(wording.time(ends_ms, now.sim_ms))})});
    return all;
}

// Decisions with their deadlines, and questions that wait.
Html Page::due() const {
    std::vector<Html> decisions, questions;
    const Seen seen(state, now, view::trainer_viewer());
    for (const v1::Entity& each : seen.all) {
        if (each.has_decision() && is_open(each.decision()))
            decisions.push_back(cells({Html::text(wording.time(each.decision().deadline_sim_ms())),
                                       Html::text(in(each.decision().title())),
                                       roles(each.decision().deciders())}));
        if (each.has_request() && waits(each.request()))
            questions.push_back(Html::element("li", {question(each.request())}));
    }
    Html all = Html::element("h2", {wording.say(Key::handout_due)});
    all += decisions.empty()
               ? p(Key::handout_no_decisions)
               : table(wording, {Key::handout_deadline, Key::handout_decision, Key::handout_by},
                       decisions);
    all += Html::element("h3", {wording.say(Key::handout_questions)});
    all += questions.empty() ? p(Key::handout_no_questions) : Html::element("ul", questions);
    return Html::element("section", {all});
}

// As this role reads it: the text of the form it has, and where it came from.
Html Page::item(const v1::Item& item) const {
    Html head = Html::element("b", {Html::text(item.id() + " " + in(item.title()))});
    if (!item.received_from().empty())
        head += Html::sequence(
            {Html::text(" "), wording.say(Key::handout_from, {role(item.received_from())})});
    std::vector<Html> parts{Html::element("p", {head})};
    parts.push_back(Html::element("p", {Html::text(in(item.text()))}));
    if (!in(item.caution()).empty())
        parts.push_back(Html::element("p", {{"class", "meta"}}, {Html::text(in(item.caution()))}));
    return Html::element("div", {{"class", "item"}}, parts);
}

// One sheet: what this role knows, what it is asked and what it decides.
Html Page::card(const core::Role& of) const {
    std::vector<Html> items, questions, decisions;
    const Seen seen(state, now, view::looking_viewer(of.id));
    for (const v1::Entity& each : seen.all) {
        if (each.has_item()) items.push_back(item(each.item()));
        if (each.has_request() && waits(each.request()))
            questions.push_back(Html::element("li", {question(each.request())}));
        if (each.has_decision() && is_open(each.decision()) &&
            std::ranges::find(each.decision().deciders(), of.id.value) !=
                each.decision().deciders().end())
            decisions.push_back(Html::element(
                "li", {Html::text(in(each.decision().title()) + " "),
                       wording.say(Key::handout_before,
                                   {Html::text(wording.time(each.decision().deadline_sim_ms(),
                                                            now.sim_ms))})}));
    }
    std::vector<Html> parts{
        Html::element("h2", {wording.role(of.id), Html::text(" " + wording.of(of.name))}),
        Html::element("p", {{"class", "meta"}}, {Html::text(player(of.id))}),
        Html::element("h3", {wording.say(Key::handout_knows)})};
    if (items.empty()) parts.push_back(p(Key::handout_knows_nothing));
    parts.insert(parts.end(), items.begin(), items.end());
    if (!questions.empty()) {
        parts.push_back(Html::element("h3", {wording.say(Key::handout_questions)}));
        parts.push_back(Html::element("ul", questions));
    }
    if (!decisions.empty()) {
        parts.push_back(Html::element("h3", {wording.say(Key::handout_decides)}));
        parts.push_back(Html::element("ul", decisions));
    }
    return Html::element("section", {{"class", "sheet"}}, parts);
}

// Lines to write on, and how what stands there is entered.
Html Page::lines() const {
    std::vector<Html> rows;
    for (int line = 0; line < blank_lines; ++line)
        rows.push_back(cells({{}, {}, {}, {}, {}, Html::text("☐")}));
    std::vector<Html> steps;
    for (const Key key : {Key::handout_enter_own, Key::handout_enter_for, Key::handout_enter_time,
                          Key::handout_enter_talk})
        steps.push_back(Html::element("li", {wording.say(key)}));
    return Html::element(
        "section", {{"class", "sheet"}},
        {Html::element("h2", {wording.say(Key::handout_lines)}), p(Key::handout_lines_body),
         Html::element("div", {{"class", "lines"}},
                       {table(wording,
                              {Key::handout_time, Key::handout_who, Key::handout_to,
                               Key::handout_what, Key::handout_why, Key::handout_entered},
                              rows)}),
         Html::element("h2", {wording.say(Key::handout_enter)}), Html::element("ol", steps)});
}

Html Page::whole() const {
    Html all = Html::element(
        "header",
        {Html::element("p", {{"class", "kicker"}}, {wording.say(Key::handout_kicker)}),
         Html::element("h1", {Html::text(wording.of(wording.scenario().title))}),
         Html::element("p", {{"class", "meta"}},
                       {wording.say(Key::handout_facts, {Html::text(options.code),
                                                         Html::text(wording.time(now.sim_ms))})}),
         Html::element("p", {{"class", "reading"}}, {wording.say(Key::handout_how)})});
    all += seats();
    all += due();
    for (const core::Role& each : wording.scenario().roles) {
        const auto seat = state.seats.find(each.id);
        if (seat == state.seats.end()) continue;
        const bool played = seat->second.occupant != core::ParticipantId::nobody;
        if (played || seat->second.stand_in) all += card(each);
    }
    all += lines();
    return all;
}

}  // namespace

std::string page(const core::State& state, core::Stamp now, const Options& options) {
    const Page page{state, now, options, Wording(*state.scenario, options.language)};
    const char* language = options.language == text::Language::nl ? "nl" : "en";
    return Html::document(
        language, page.wording.plain(Key::handout_title, {page.wording.of(state.scenario->title)}),
        style, Html::element("main", {page.whole()}));
}

}  // namespace casustafel::handout
