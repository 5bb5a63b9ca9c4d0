#include "server/report/wording.hpp"

#include <algorithm>
#include <cstdio>

#include "proto/contract/utf8.hpp"
#include "server/report/limits.hpp"

namespace casustafel::report {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

bool has_more_days(const core::Scenario& scenario) {
    return scenario.start_sim_ms() / day_ms != scenario.end_sim_ms() / day_ms;
}

// Cuts between letters, never inside one.
std::string_view shortened(std::string_view typed) {
    return contract::first_bytes(typed, limits::quoted_bytes);
}

// The sentence with what `piece` writes for each mark; it may shorten what stands before that.
template <class Piece>
Html filled(std::string_view sentence, Piece piece) {
    Html all;
    for (auto open = sentence.find('{'); open != sentence.npos; open = sentence.find('{')) {
        const auto close = sentence.find('}', open);
        std::string_view before = sentence.substr(0, open);
        const Html here = piece(sentence.substr(open + 1, close - open - 1), before);
        all += Html::text(before);
        all += here;
        sentence.remove_prefix(close + 1);
    }
    all += Html::text(sentence);
    return all;
}

}  // namespace

std::string Wording::plain(text::Key key, const std::vector<std::string>& arguments) const {
    return text::say(key, language_, arguments);
}

std::string Wording::word(std::string_view prefix, std::string_view name) const {
    return std::string(text::say(telling::key_of(prefix, name), language_));
}

Html Wording::say(text::Key key, const std::vector<Html>& pieces) const {
    return filled(text::say(key, language_), [&](std::string_view number, std::string_view) {
        const auto index = static_cast<std::size_t>(number.front() - '0');
        return index < pieces.size() ? pieces[index] : Html::text(number);
    });
}

Html Wording::say(text::Key key, const Piece& piece) const {
    return filled(text::say(key, language_), [&](std::string_view name, std::string_view& before) {
        Html found = piece(name);
        if (found.empty() && before.ends_with(' ')) before.remove_suffix(1);
        return found;
    });
}

const std::string& Wording::of(const core::Text& text) const {
    return language_ == text::Language::en && !text.en.empty() ? text.en : text.nl;
}

Html Wording::badge(const core::TableId& table) const {
    const bool first = !scenario_.tables.empty() && scenario_.tables.front().id == table;
    return Html::element("span", {{"class", first ? "badge square" : "badge round"}},
                         {Html::text(table.value)});
}

Html Wording::role(const core::RoleId& id) const {
    const core::Role* role = core::find(scenario_, id);
    if (!role) return Html::text(id.value);
    return Html::element("span", {{"class", "role"}, {"title", of(role->name)}},
                         {badge(role->table), Html::text(" " + id.value)});
}

Html Wording::joined(const std::vector<Html>& pieces) const {
    Html all;
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        if (at > 0) all += at + 1 == pieces.size() ? say(text::Key::report_and) : Html::text(", ");
        all += pieces[at];
    }
    return all;
}

Html Wording::roles(const std::vector<core::RoleId>& ids) const {
    std::vector<Html> pieces;
    for (const core::RoleId& id : ids) pieces.push_back(role(id));
    return joined(pieces);
}

Html Wording::persons(const std::vector<core::PersonId>& ids) const {
    std::vector<Html> pieces;
    for (const core::PersonId& id : ids) pieces.push_back(person(id));
    return joined(pieces);
}

Html Wording::items(const std::vector<core::ItemId>& ids) const {
    std::vector<Html> pieces;
    for (const core::ItemId& id : ids)
        pieces.push_back(ids.size() > limits::titled_items ? item_code(id) : item(id));
    return joined(pieces);
}

Html Wording::item_code(const core::ItemId& id) const {
    const core::Item* found = core::find(scenario_, id);
    if (!found) return item(id);
    return Html::element("b", {{"title", of(found->title)}}, {Html::text(id.value)});
}

Html Wording::whole_table(const core::Table& table,
                          const std::vector<core::RoleId>& missing) const {
    const Html name = badge(table.id);
    if (missing.empty()) return say(text::Key::report_all_of_table, {name});
    return say(text::Key::report_all_of_table_except, {name, roles(missing)});
}

Html Wording::receivers(const core::RoleId& giver, const std::vector<core::RoleId>& ids) const {
    constexpr std::size_t few = 2;
    if (ids.size() <= limits::listed_roles) return roles(ids);
    if (!giver.empty() && ids.size() + 1 == scenario_.roles.size())
        return say(text::Key::report_all_others);
    std::vector<Html> pieces;
    for (const core::Table& table : scenario_.tables) {
        std::vector<core::RoleId> there, missing;
        for (const core::Role& one : scenario_.roles) {
            if (one.table != table.id || one.id == giver) continue;
            const bool reached = std::ranges::find(ids, one.id) != ids.end();
            (reached ? there : missing).push_back(one.id);
        }
        if (there.size() >= limits::whole_table_roles && missing.size() <= few) {
            pieces.push_back(whole_table(table, missing));
        } else {
            for (const core::RoleId& id : there) pieces.push_back(role(id));
        }
    }
    return joined(pieces);
}

const core::PromptQuestion* Wording::found(const core::PromptId& id,
                                           const core::QuestionId& question) const {
    const core::Prompt* prompt = core::find(scenario_, id);
    return prompt ? core::find(*prompt, question) : nullptr;
}

Html Wording::question(const core::PromptId& id, const core::QuestionId& question) const {
    const core::PromptQuestion* asked = found(id, question);
    return Html::text(asked ? of(asked->text) : question.value);
}

Html Wording::answers(const core::PromptId& id, const core::QuestionId& question,
                      const std::vector<core::OptionId>& options) const {
    const core::PromptQuestion* asked = found(id, question);
    std::vector<Html> pieces;
    for (const core::OptionId& option : options) {
        const core::PromptOption* one = asked ? core::find(*asked, option) : nullptr;
        pieces.push_back(Html::element("b", {Html::text(one ? of(one->text) : option.value)}));
    }
    return joined(pieces);
}

Html Wording::person(const core::PersonId& id) const {
    const core::Person* person = core::find(scenario_, id);
    return Html::text(person ? of(person->name) : id.value);
}

Html Wording::decision(const core::DecisionId& id) const {
    const core::Decision* decision = core::find(scenario_, id);
    if (!decision || of(decision->title).empty()) return Html::text(id.value);
    return Html::text(of(decision->title));
}

Html Wording::option(const core::DecisionId& id, const core::OptionId& option) const {
    const core::Decision* decision = core::find(scenario_, id);
    const core::DecisionOption* found = decision ? core::find(*decision, option) : nullptr;
    return Html::element("b", {Html::text(found ? of(found->title) : option.value)});
}

Html Wording::intervention(const core::InterventionId& id) const {
    const core::Intervention* intervention = core::find(scenario_, id);
    return Html::text(intervention ? of(intervention->title) : id.value);
}

Html Wording::number(std::int64_t value) { return Html::text(std::to_string(value)); }

Html Wording::chain(const std::vector<core::RoleId>& ids) const {
    Html all;
    for (const core::RoleId& id : ids) {
        if (!all.empty()) all += Html::text(" → ");
        all += role(id);
    }
    return all;
}

Html Wording::item(const core::ItemId& id) const {
    const core::Item* item = core::find(scenario_, id);
    if (!item || of(item->title).empty()) return Html::element("b", {Html::text(id.value)});
    return Html::sequence({Html::element("b", {Html::text(id.value)}), Html::text(" "),
                           Html::element("i", {Html::text(of(item->title))})});
}

Html Wording::meeting(const core::MeetingId& id) const {
    const core::Meeting* meeting = core::find(scenario_, id);
    return Html::text(meeting ? of(meeting->name) : id.value);
}

Html Wording::basis(const core::BasisId& id) const { return Html::text(id.value); }

Html Wording::form(core::Form form) const {
    return Html::text(word("report.form.", core::name(form)));
}

Html Wording::purpose(core::Purpose purpose) const {
    return Html::text(word("purpose.", core::name(purpose)));
}

std::string Wording::clock(std::int64_t sim_ms) const {
    const std::int64_t minutes = sim_ms % day_ms / minute_ms;
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(minutes / 60),
                  static_cast<int>(minutes % 60));
    return text;
}

std::string Wording::day(std::int64_t sim_ms) const {
    return plain(text::Key::report_day, {std::to_string(sim_ms / day_ms)});
}

std::string Wording::date(const std::string& day) const {
    const auto month = day.size() == 10 ? text::find("month." + day.substr(5, 2)) : std::nullopt;
    if (!month) return day;
    return day.substr(day[8] == '0' ? 9 : 8) + " " + plain(*month) + " " + day.substr(0, 4);
}

std::string Wording::time(std::int64_t sim_ms) const {
    if (!has_more_days(scenario_)) return clock(sim_ms);
    return plain(text::Key::plan_moment, {std::to_string(sim_ms / day_ms), clock(sim_ms)});
}

std::string Wording::time(std::int64_t sim_ms, std::int64_t beside_sim_ms) const {
    return sim_ms / day_ms == beside_sim_ms / day_ms ? clock(sim_ms) : time(sim_ms);
}

Html Wording::quoted(std::string_view typed) const {
    if (typed.empty()) return {};
    const std::string_view kept = shortened(typed);
    Html inside = Html::text(kept);
    if (kept.size() < typed.size()) inside += Html::text(" …");
    return Html::element("q", {{"dir", "auto"}}, {inside});
}

}  // namespace casustafel::report
