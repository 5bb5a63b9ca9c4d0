#pragma once
// How a simulated participant behaves in its role (README.md §personas): it looks only at its own
// view and at the answer key beside it, and says what it does next. Deterministic in (view, key,
// seed). No I/O, no clock of its own: `sim_ms` is the case time the server last said. What it did
// before it reads off the view, so that who takes over a role in a swap does not do it again.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/command.pb.h"
#include "client/bots/answer_key.hpp"
#include "client/bots/chance.hpp"
#include "client/model/view.hpp"

namespace casustafel::bots {

enum class Character : std::uint8_t {
    ideal,         // asks at once and then shares all that is needed, in the least form, on the
                   // right basis; decides for the best, and plans
    lawful,        // the same with thought: sees most needs, right in about 80 %, takes its time
    answers_only,  // answers what it is asked, and does nothing of its own accord; decides late
    flooder,       // shares everything raw with everybody on one fixed basis; decides in a hurry
    silent,        // asks and answers nothing
    // Lawful but for one trick that only seems to work together (README.md §gaming).
    asks_everybody,    // whatever it needs it asks all roles in one request
    asks_each,         // the same, each role in a request of its own
    first_option,      // takes the first option of every question of a prompt
    one_basis,         // shares everything on one basis
    cites_everything,  // rests its decisions on all that it has
    all_assumption,    // calls everything an assumption
    powerless_plan,    // writes every line of the plan, and names no power
    shares_late,       // keeps what it has until the case is nearly over
    refuses_all,       // refuses every request, with a reason
    not_here,          // answers every request that it has nothing
};

// How each of them is at heart: who plays a trick is lawful for the rest.
enum class Manner : std::uint8_t { ideal, lawful, answers_only, flooder, silent };

std::optional<Character> character_named(std::string_view word);
std::string_view name(Character);
// Gives all of them, those that play a trick last.
std::span<const Character> all_characters();
std::span<const Character> gaming_characters();
// Gives the words by which they are named, for who has to choose one.
std::string character_names();

// What a player was told to do, whatever its character: for runs that must reach one thing.
struct Script {
    std::map<std::string, std::string> options;  // by decision; empty: it is never taken
    std::set<std::string> late;                  // decisions taken just after their deadline
    // When given, these are used and no others.
    std::optional<std::set<std::string>> interventions;
};

class Persona {
public:
    Persona(Character character, const AnswerKey& key, std::string role, std::uint64_t seed,
            Script script = {});

    const std::string& role() const { return role_; }

    // The answers to what is asked before the start and after the end.
    std::vector<v1::Command> answer_prompts(const model::View& view);
    // What it does now; the case runs, or a swap or a prompt is under way. Each act is given once,
    // also when it was refused.
    std::vector<v1::Command> act(const model::View& view, std::int64_t sim_ms);

    // The next case time at which it wants to act without being told anything; INT64_MAX: none.
    std::int64_t wakes_at_sim_ms() const { return wakes_at_sim_ms_; }

private:
    // persona_legal.cpp: triage, circles, and the steps that a way asks for
    void take_care_of_triage(const model::View& view);
    void attend_meetings(const model::View& view);
    void attend(const v1::Meeting& meeting);
    void convene_meetings(const model::View& view);
    void chair_meetings(const model::View& view);
    void confirm_what_was_said(const model::View& view);
    void answer_authority(const model::View& view);
    // Whether the way is open; takes the steps towards it that this role can take.
    bool opens(const model::View& view, const KeyItem& item, const KeyWay& way,
               const KeyNeed& need);
    bool is_triaged(const model::View& view) const;
    bool sits_in_circles(const model::View& view, const KeyWay& way,
                         const std::string& receiver) const;
    bool weighs(const model::View& view, const KeyItem& item);
    bool has_authority(const model::View& view, const KeyItem& item, const KeyNeed& need);
    bool has_informed(const model::View& view, const KeyWay& way);
    bool has_consent(const model::View& view, const KeyItem& item, const KeyWay& way);
    bool has_advice(const model::View& view, const KeyItem& item, const KeyNeed& need);

    // persona_sharing.cpp: reading, marking, asking, answering, sharing
    void read_and_mark(const model::View& view);
    void answer_requests(const model::View& view);
    void answer(const model::View& view, const v1::Request& request);
    // Answers as a trick would have it, whatever it holds. False: it plays no such trick.
    bool answers_by_a_trick(const v1::Request& request);
    void share_what_is_needed(const model::View& view);
    bool has_heard_the_first_questions();
    void share_for_need(const model::View& view, const v1::Item& held, const KeyItem& item,
                        const KeyNeed& need);
    bool is_aware(const KeyNeed& need, std::uint64_t request, const std::string& thought);
    void ask_for_own_needs(const model::View& view);
    void ask(const model::View& view, const KeyItem& item, const KeyNeed& need);
    void ask_all(const model::View& view, const KeyItem& item);
    void put_question(const std::vector<std::string>& to, const KeyItem& item);
    void flood(const model::View& view);
    bool share(const model::View& view, const v1::Item& held, const KeyItem& item,
               const KeyNeed& need, std::uint64_t request, bool partial = false);
    void slip(const model::View& view, const v1::Item& held, const KeyItem& item,
              v1::ShareItem& share);
    bool must_relay_to(const KeyItem& item, const KeyNeed& need) const;
    bool shared_before(const KeyItem& item, const KeyNeed& need) const;
    std::uint64_t open_request_of(const KeyItem& item, const std::string& asker) const;

    // persona_deciding.cpp: decisions, interventions, the plan
    void decide(const model::View& view);
    void take(const model::View& view, const v1::Decision& seen, const KeyDecision& decision);
    void propose(const model::View& view, const v1::Decision& seen, const KeyDecision& decision);
    bool agree(const model::View& view, const v1::Decision& seen, const KeyDecision& decision);
    bool is_time_to_decide(const model::View& view, const KeyDecision& decision);
    bool has_all_it_can_get(const model::View& view, const KeyDecision& decision) const;
    std::string choose(const model::View& view, const v1::Decision& seen,
                       const KeyDecision& decision);
    std::string wrong_option(const model::View& view, const v1::Decision& seen,
                             const KeyDecision& decision);
    bool may_take(const model::View& view, const KeyOption& option) const;
    void cite_anything(const model::View& view,
                       google::protobuf::RepeatedPtrField<v1::Cited>& cited);
    void cite(const model::View& view, const std::vector<std::string>& items,
              const std::vector<std::string>& must_cite,
              google::protobuf::RepeatedPtrField<v1::Cited>& cited);
    bool takes_for_fact(const std::string& id) const;
    void intervene(const model::View& view);
    void write_plan(const model::View& view);
    void write_action(const model::View& view, const KeyPower& power);
    void confirm_actions(const model::View& view);

    // persona_boards.cpp
    void work_on_boards(const model::View& view);
    void put_card(const model::View& view, const v1::Board& board, const v1::BoardColumn& column);
    void say_what_it_thinks(const v1::Card& card);
    std::vector<std::string> grounds_for(const model::View& view,
                                         const v1::BoardColumn& column) const;
    // `others`: roles to name beside its own; `turn`: which of the choices it takes.
    std::string answer_to(const model::View& view, const v1::FormField& field,
                          std::span<const std::string> others, std::size_t turn) const;
    bool complete(const model::View& view,
                  const google::protobuf::RepeatedPtrField<v1::FormField>& form,
                  std::span<const std::string> others, std::size_t turn,
                  google::protobuf::RepeatedPtrField<v1::FilledIn>& answers) const;

    // persona_prompt.cpp
    bool answer_all(const model::View& view);
    void answer_prompt(const v1::Prompt& prompt);
    void answer_question(const v1::Prompt& prompt, const v1::PromptQuestion& question,
                         v1::AnswerPrompt& act);
    std::string choose_answer(const std::string& prompt, const v1::PromptQuestion& question);

    // persona_swap.cpp
    void swap_roles(const model::View& view, const v1::SwapUnderWay& swap);
    void write_note(const model::View& view);

    // True once, when the thought called `what` has had its time to ripen.
    bool now_is_the_time_to(const std::string& what);
    bool did(const std::string& what) const { return done_.contains(what); }
    // The same answer each time it is asked in this role: in so many of a hundred cases yes.
    bool is_one_to(const std::string& what, unsigned percent);
    // Whether the case has come this far; wakes up then.
    bool is_past(std::int64_t sim_ms);
    void say(v1::Command command);

    bool plays(Character trick) const { return character_ == trick; }

    Character character_;
    Manner manner_;
    const AnswerKey& key_;
    std::string role_;
    std::vector<const KeyMeeting*> circles_;  // its own, in which something may be told
    Script script_;
    Chance chance_;
    std::int64_t sim_ms_ = 0;
    std::int64_t wakes_at_sim_ms_ = INT64_MAX;
    std::optional<std::int64_t> began_at_sim_ms_;
    std::map<std::string, std::int64_t> ripe_at_sim_ms_;
    std::map<std::string, bool> inclinations_;
    std::set<std::string> done_;
    std::vector<v1::Command> acts_;
    // In the view that it looks at now.
    std::vector<const v1::Request*> requests_;
    std::vector<const v1::Share*> shares_;
};

// Inside the room: what all parts of a persona look at.
template <class List>
bool contains(const List& list, const std::string& one) {
    for (const auto& each : list) {
        if (each == one) return true;
    }
    return false;
}
bool matches(const KeyItem& item, const v1::Request& request);
// Whether a person plays this role now, as far as the view says.
bool is_played_by_a_person(const model::View& view, const std::string& role);

inline constexpr std::int64_t minute_ms = 60'000;

}  // namespace casustafel::bots
