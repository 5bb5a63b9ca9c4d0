#pragma once
// How a simulated participant behaves in its role (domain.md §6.3): it looks only at its own view
// and at the answer key beside it, and says what it does next. Deterministic in (view, key, seed).
// No I/O, no clock of its own: `sim_ms` is the case time the server last said.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/command.pb.h"
#include "client/bots/answer_key.hpp"
#include "client/bots/chance.hpp"
#include "client/model/view.hpp"

namespace casustafel::bots {

enum class Character : std::uint8_t {
    ideal,    // asks at once and then shares all that is needed, in the least form, on the right
              // basis
    lawful,   // the same with thought: sees most needs, right in about 80 %, takes its time
    flooder,  // shares everything raw with everybody on one fixed basis
    silent,   // asks and answers nothing
};

std::optional<Character> character_named(std::string_view word);
std::string_view name(Character);

class Persona {
public:
    Persona(Character character, const AnswerKey& key, std::string role, std::uint64_t seed);

    const std::string& role() const { return role_; }

    // What it does now; the case runs. Each act is given once, also when it was refused.
    std::vector<v1::Command> act(const model::View& view, std::int64_t sim_ms);

    // The next case time at which it wants to act without being told anything; INT64_MAX: none.
    std::int64_t wakes_at_sim_ms() const { return wakes_at_sim_ms_; }

private:
    void take_care_of_triage(const model::View& view);
    void attend_meetings(const model::View& view);
    void read_and_mark(const model::View& view);
    void answer_requests(const model::View& view);
    void answer(const model::View& view, const v1::Request& request);
    void share_what_is_needed(const model::View& view);
    bool has_heard_the_first_questions();
    void share_for_need(const model::View& view, const v1::Item& held, const KeyItem& item,
                        const KeyNeed& need);
    void ask_for_own_needs(const model::View& view);
    void flood(const model::View& view);
    bool share(const model::View& view, const v1::Item& held, const KeyItem& item,
               const KeyNeed& need, std::uint64_t request);
    bool may_go_now(const model::View& view, const KeyWay& way, const std::string& receiver) const;
    bool must_relay_to(const KeyItem& item, const KeyNeed& need) const;
    std::uint64_t open_request_of(const model::View& view, const KeyItem& item,
                                  const std::string& asker) const;

    // True once, when the thought called `what` has had its time to ripen.
    bool now_is_the_time_to(const std::string& what);
    bool did(const std::string& what) const { return done_.contains(what); }
    void say(v1::Command command);

    Character character_;
    const AnswerKey& key_;
    std::string role_;
    Chance chance_;
    std::int64_t sim_ms_ = 0;
    std::int64_t wakes_at_sim_ms_ = INT64_MAX;
    std::optional<std::int64_t> began_at_sim_ms_;
    std::map<std::string, std::int64_t> ripe_at_sim_ms_;
    std::set<std::string> done_;
    std::vector<v1::Command> acts_;
};

}  // namespace casustafel::bots
