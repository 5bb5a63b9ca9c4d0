#include "client/ui/panel/panel.hpp"

#include <algorithm>

#include "proto/contract/codes.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::ui {
namespace {

constexpr std::int64_t minute_ms = 60'000, day_ms = 24 * 60 * minute_ms;

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string Panel::word(std::string_view prefix, std::string_view word) const {
    const std::string name = std::string(prefix) + "." + std::string(word);
    const auto key = text::find(name);
    return key ? ui.say(*key) : std::string(word);
}

v1::Command Panel::command() const {
    v1::Command command;
    command.set_as_role(role);
    return command;
}

bool Panel::phase_is(Phase phase) const {
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    return session != nullptr && session->phase() == phase;
}

bool Panel::asking() const {
    const v1::Session* session = view == nullptr ? nullptr : view->find<v1::Session>();
    return session != nullptr && session->asking();
}

std::string Panel::table_of(std::string_view role_id) const {
    const v1::Role* found = view == nullptr ? nullptr : view->find<v1::Role>(role_id);
    return found == nullptr ? std::string() : found->table();
}

std::string Panel::role_name(std::string_view role_id) const {
    const v1::Role* found = view == nullptr ? nullptr : view->find<v1::Role>(role_id);
    if (found == nullptr) return std::string(role_id);
    for (const v1::Role* other : view->all<v1::Role>())
        if (other != found && in(other->name()) == in(found->name()))
            return say(Say::ui_role_at_table, {in(found->name()), found->table()});
    return in(found->name());
}

std::string Panel::person_name(std::string_view person_id) const {
    const v1::Person* found = view == nullptr ? nullptr : view->find<v1::Person>(person_id);
    return found == nullptr ? std::string(person_id) : in(found->name());
}

std::string Panel::item_title(const v1::Item& item) const {
    return in(item.title()).empty() ? in(item.text()) : in(item.title());
}

std::string Panel::occupant_name(const v1::Role& held) const {
    return held.occupant() == 0 ? std::string() : model.name_of(held.occupant());
}

bool Panel::is_away(const v1::Role& held) const {
    return held.occupant() != 0 && (!held.connected() || held.absent() || is_awaited(held));
}

bool Panel::is_awaited(const v1::Role& held) const {
    const auto& missing = model.missing;
    return held.occupant() != 0 &&
           std::find(missing.begin(), missing.end(), held.occupant()) != missing.end();
}

std::string Panel::player_of(const v1::Role& held) const {
    if (held.occupant() != 0) return model.name_of(held.occupant());
    if (held.stand_in()) return say(Say::ui_played_by_trainer);
    return say(held.autopilot() ? Say::ui_played_by_computer : Say::ui_played_by_nobody);
}

std::string code_text(const std::string& code) {
    constexpr std::string_view no_break_space = "\u00a0";
    // Six letters are those of a session made before there were eight.
    if (code.size() != contract::code_letters && code.size() != 6) return code;
    const std::size_t half = code.size() / 2;
    return code.substr(0, half) + std::string(no_break_space) + code.substr(half);
}

std::string clock_text(std::int64_t sim_ms) {
    const std::int64_t minutes = std::max<std::int64_t>(0, sim_ms) % day_ms / minute_ms;
    return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

int day_of(std::int64_t sim_ms) {
    return static_cast<int>(std::max<std::int64_t>(0, sim_ms) / day_ms);
}

std::string moment(const Panel& panel, std::int64_t sim_ms) {
    if (day_of(sim_ms) == day_of(panel.sim_ms())) return clock_text(sim_ms);
    return panel.say(Say::plan_moment, {std::to_string(day_of(sim_ms)), clock_text(sim_ms)});
}

std::string minutes_and_seconds(std::int64_t ms) {
    const std::int64_t seconds = std::max<std::int64_t>(0, ms) / 1000;
    return std::to_string(seconds / 60) + ":" + two_digits(seconds % 60);
}

std::string enumerate(const Panel& panel, const std::vector<std::string>& names) {
    std::string all;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index > 0) all += index + 1 == names.size() ? " " + panel.say(Say::ui_and) + " " : ", ";
        const std::string& name = names[index];
        const bool sentence = name.ends_with('.') && !name.ends_with("..");
        all += name.substr(0, name.size() - (sentence ? 1 : 0));
    }
    return all;
}

std::string in_sentence(std::string words) {
    const auto capital = [&](std::size_t at) {
        return at < words.size() && words[at] >= 'A' && words[at] <= 'Z';
    };
    if (capital(0) && !capital(1))  // "ZSM-overleg" stays as it is
        words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return words;
}

std::string at_start(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string_view form_word(std::uint32_t form) {
    constexpr auto words = contract::words<contract::Form>;
    return form > 0 && form < words.size() ? words[form] : std::string_view();
}

}  // namespace casustafel::ui
