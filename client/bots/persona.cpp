#include "client/bots/persona.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace casustafel::bots {
namespace {

struct Named {
    Character character;
    std::string_view name;
    Manner manner;  // what it is but for its trick
};

constexpr std::array named{Named{Character::ideal, "ideal", Manner::ideal},
                           Named{Character::lawful, "lawful", Manner::lawful},
                           Named{Character::answers_only, "answers-only", Manner::answers_only},
                           Named{Character::flooder, "flooder", Manner::flooder},
                           Named{Character::silent, "silent", Manner::silent},
                           Named{Character::asks_everybody, "asks-everybody", Manner::lawful},
                           Named{Character::asks_each, "asks-each", Manner::lawful},
                           Named{Character::first_option, "first-option", Manner::lawful},
                           Named{Character::one_basis, "one-basis", Manner::lawful},
                           Named{Character::cites_everything, "cites-everything", Manner::lawful},
                           Named{Character::all_assumption, "all-assumption", Manner::lawful},
                           Named{Character::powerless_plan, "powerless-plan", Manner::lawful},
                           Named{Character::shares_late, "shares-late", Manner::lawful},
                           Named{Character::refuses_all, "refuses-all", Manner::lawful},
                           Named{Character::not_here, "not-here", Manner::lawful}};

constexpr std::size_t without_tricks = 5;

constexpr auto characters = [] {
    std::array<Character, named.size()> all{};
    for (std::size_t at = 0; at < all.size(); ++at) all[at] = named[at].character;
    return all;
}();

const Named& row(Character character) {
    return *std::ranges::find(named, character, &Named::character);
}

}  // namespace

std::optional<Character> character_named(std::string_view word) {
    const auto found = std::ranges::find(named, word, &Named::name);
    if (found == named.end()) return std::nullopt;
    return found->character;
}

std::string_view name(Character character) { return row(character).name; }

std::span<const Character> all_characters() { return characters; }

std::span<const Character> gaming_characters() { return all_characters().subspan(without_tricks); }

std::string character_names() {
    std::string all;
    for (const Named& one : named) all += (all.empty() ? "" : ", ") + std::string(one.name);
    return all;
}

bool matches(const KeyItem& item, const v1::Request& request) {
    if (!request.item().empty()) return item.id == request.item();
    return item.category == request.category() && contains(item.about, request.person());
}

bool is_played_by_a_person(const model::View& view, const std::string& role) {
    const v1::Role* seen = view.find<v1::Role>(role);
    return seen != nullptr && !seen->autopilot() &&
           ((seen->occupant() != 0 && !seen->absent()) || seen->stand_in());
}

Persona::Persona(Character character, const AnswerKey& key, std::string role, std::uint64_t seed,
                 Script script)
    : character_(character),
      manner_(row(character).manner),
      key_(key),
      role_(std::move(role)),
      script_(std::move(script)),
      chance_(seed) {
    for (const char letter : role_)
        chance_ = Chance(chance_.next() ^ static_cast<unsigned char>(letter));
    for (const KeyMeeting& meeting : key_.meetings)
        if (contains(meeting.members, role_) && key_.uses_circle(meeting))
            circles_.push_back(&meeting);
}

std::vector<v1::Command> Persona::act(const model::View& view, std::int64_t sim_ms) {
    sim_ms_ = sim_ms;
    wakes_at_sim_ms_ = INT64_MAX;
    const bool held = answer_all(view);
    if (const v1::SwapUnderWay* swap = view.find<v1::SwapUnderWay>()) {
        swap_roles(view, *swap);
        return std::exchange(acts_, {});
    }
    if (held) return std::exchange(acts_, {});
    requests_ = view.all<v1::Request>();
    shares_ = view.all<v1::Share>();
    switch (manner_) {
        case Manner::silent:
            decide(view);
            intervene(view);
            break;
        case Manner::flooder:
            flood(view);
            decide(view);
            intervene(view);
            write_plan(view);
            break;
        case Manner::answers_only:
            read_and_mark(view);
            confirm_what_was_said(view);
            answer_authority(view);
            answer_requests(view);
            confirm_actions(view);
            decide(view);
            intervene(view);
            break;
        case Manner::ideal:
        case Manner::lawful:
            take_care_of_triage(view);
            convene_meetings(view);
            attend_meetings(view);
            chair_meetings(view);
            read_and_mark(view);
            confirm_what_was_said(view);
            answer_authority(view);
            answer_requests(view);
            share_what_is_needed(view);
            ask_for_own_needs(view);
            decide(view);
            intervene(view);
            write_plan(view);
            confirm_actions(view);
            work_on_boards(view);
            break;
    }
    return std::exchange(acts_, {});
}

void Persona::say(v1::Command command) {
    command.set_as_role(role_);
    acts_.push_back(std::move(command));
}

bool Persona::is_past(std::int64_t sim_ms) {
    if (sim_ms_ >= sim_ms) return true;
    wakes_at_sim_ms_ = std::min(wakes_at_sim_ms_, sim_ms);
    return false;
}

bool Persona::is_one_to(const std::string& what, unsigned percent) {
    if (manner_ != Manner::lawful) return true;
    const auto [found, fresh] = inclinations_.try_emplace(what, false);
    if (fresh) found->second = chance_.in_a_hundred(percent);
    return found->second;
}

bool Persona::now_is_the_time_to(const std::string& what) {
    if (did(what)) return false;
    if (manner_ == Manner::lawful) {
        const auto [ripe, fresh] = ripe_at_sim_ms_.try_emplace(what, 0);
        if (fresh) {
            // A professional reads and thinks before acting: one to five minutes of the case; one
            // answer or share in five lies waiting for up to an hour.
            ripe->second =
                sim_ms_ + minute_ms + static_cast<std::int64_t>(chance_.below(4 * minute_ms));
            const bool may_wait = what.starts_with("send ") || what.starts_with("answer ");
            if (may_wait && chance_.below(5) == 0)
                ripe->second += static_cast<std::int64_t>(chance_.below(60 * minute_ms));
        }
        if (!is_past(ripe->second)) return false;
    }
    done_.insert(what);
    return true;
}

}  // namespace casustafel::bots
