// What a role cannot see, decide does not tell it: over random play, a name the actor cannot see
// gets the answer that a name of nothing gets, and what others hold changes no answer.
#include <gtest/gtest.h>

#include "server/core/families/visible.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::core {
namespace {

using support::Ask;
using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 1'200;
constexpr int acts = 150;

constexpr EntityId nothing{0xdeadbeef};

// Shows every name in a command that some role may not know to `hand`, which may change it: one
// function for each kind of thing. Roles, people, powers and tables are known to all; injects,
// calls for help and corrections are the trainer's.
template <class Hand>
struct Names {
    Hand& hand;

    void show(std::string_view, ItemId& id) { hand.item(id); }
    void show(std::string_view, MeetingId& id) { hand.meeting(id); }
    void show(std::string_view, DecisionId& id) { hand.decision(id); }
    void show(std::string_view, InterventionId& id) { hand.intervention(id); }
    void show(std::string_view name, EntityId& id) {
        if (name == "request" || name == "requests") return hand.request(id);
        if (name == "spoken") return hand.spoken(id);
        if (name == "heard") return hand.heard(id);
        if (name == "question") return hand.question(id);
        if (name == "action") return hand.action(id);
        if (name == "card") return hand.card(id);
        // A trainer's own, who sees all of these.
        EXPECT_TRUE(name == "call" || name == "made" || name == "use")
            << "who sees a " << name << "?";
    }
    template <class T>
    void show(std::string_view name, std::vector<T>& many) {
        for (T& each : many) show(name, each);
    }
    template <Described T>
    void show(std::string_view, T& whole) {
        fields([&](std::string_view name, auto member) { show(name, whole.*member); }, Of<T>{});
    }
    template <class T>
    void show(std::string_view, T&) {}
};

// How many commands `Names` has something to show of.
constexpr std::size_t commands_with_names = 40;

template <class Hand>
void show_names(Command& command, Hand& hand) {
    std::visit([&](auto& kind) { Names<Hand>{hand}.show("", kind); }, command);
}

// Replaces the names in a command that its actor cannot see; counts how many.
struct Blinkers {
    const State& state;
    const RoleId& role;
    int replaced = 0;

    template <class IdType>
    void hide_written(IdType& id) {
        const auto* thing = find(*state.scenario, id);
        if (thing == nullptr || sees(state, role, *thing)) return;
        ++replaced;
        id = IdType{"no-such-thing"};
    }
    template <class Made>
    void hide_made(const std::map<EntityId, Made>& all, EntityId& id) {
        const auto found = all.find(id);
        if (found != all.end() && !sees(state, role, found->second)) hide(id);
    }
    void hide(EntityId& id) {
        ++replaced;
        id = nothing;
    }

    void item(ItemId& id) {
        if (find(*state.scenario, id) == nullptr || sees(state, role, id)) return;
        ++replaced;
        id = ItemId{"no-such-thing"};
    }
    void meeting(MeetingId& id) { hide_written(id); }
    void decision(DecisionId& id) { hide_written(id); }
    void intervention(InterventionId& id) { hide_written(id); }
    void request(EntityId& id) { hide_made(state.requests, id); }
    void spoken(EntityId& id) { hide_made(state.spoken, id); }
    void heard(EntityId& id) {
        const auto found = state.heard.find(id);
        if (found == state.heard.end()) return;
        const HeardNoted& noted = found->second.event;
        if (noted.by != role && noted.giver != role) hide(id);  // also after its answer
    }
    void question(EntityId& id) { hide_made(state.legal.authority, id); }
    void action(EntityId& id) { hide_made(state.plan, id); }
    void card(EntityId& id) { hide_made(state.cards, id); }
};

// Points some of the names in a command at anything in the session, seen or not.
struct Curiosity {
    Seed& seed;
    const State& state;

    template <class IdType, class Thing>
    void point_at_written(IdType& id, const std::vector<Thing>& all) {
        if (!id.empty() && !all.empty() && seed.chance(60)) id = seed.pick(all).id;
    }
    template <class Made>
    void point_at_made(EntityId& id, const std::map<EntityId, Made>& all) {
        if (all.empty() || !seed.chance(60)) return;
        auto at = all.begin();
        std::advance(at, static_cast<long>(seed.below(all.size())));
        id = at->first;
    }

    void item(ItemId& id) { point_at_written(id, state.scenario->items); }
    void meeting(MeetingId& id) { point_at_written(id, state.scenario->meetings); }
    void decision(DecisionId& id) { point_at_written(id, state.scenario->decisions); }
    void intervention(InterventionId& id) { point_at_written(id, state.scenario->interventions); }
    void request(EntityId& id) { point_at_made(id, state.requests); }
    void spoken(EntityId& id) { point_at_made(id, state.spoken); }
    void heard(EntityId& id) { point_at_made(id, state.heard); }
    void question(EntityId& id) { point_at_made(id, state.legal.authority); }
    void action(EntityId& id) { point_at_made(id, state.plan); }
    void card(EntityId& id) { point_at_made(id, state.cards); }
};

// Calls `look(state, ask, now_ms)` at every step of random play with an act of a role.
template <class Look>
void over_acts(Look look) {
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        SCOPED_TRACE(testing::Message() << "session " << number);
        Seed seed(number);
        const Scenario scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        for (int act = 0; act < acts; ++act) {
            play.pass(seed.between(0, 2'000));
            Ask ask = support::random_act(seed, play.state());
            if (!ask.actor.role.empty() && seed.chance(50)) {
                Curiosity curiosity{seed, play.state()};
                show_names(ask.command, curiosity);
            }
            if (!ask.actor.role.empty()) look(seed, play, ask);
            play.submit(ask.actor, ask.command);
        }
        if (testing::Test::HasFailure()) return;
    }
}

Outcome decided(const State& state, const Ask& ask, std::int64_t now_ms) {
    return decide(state, ask.actor, ask.command, {now_ms, EntityId{1}});
}

TEST(UnseenLaws, a_name_the_actor_cannot_see_is_answered_like_a_name_of_nothing) {
    std::map<std::string_view, int> replaced;
    over_acts([&](Seed&, const Play& play, const Ask& ask) {
        Ask blinkered = ask;
        Blinkers blinkers{play.state(), ask.actor.role};
        show_names(blinkered.command, blinkers);
        if (blinkers.replaced == 0) return;
        replaced[act_name(ask.command)] += blinkers.replaced;
        EXPECT_TRUE(decided(play.state(), ask, play.now_ms()) ==
                    decided(play.state(), blinkered, play.now_ms()))
            << act_name(ask.command);
    });
    EXPECT_EQ(replaced.size(), commands_with_names);
    for (const auto& [command, times] : replaced) EXPECT_GT(times, 3) << command;
}

// Whether a command is accepted, and if not why, must not tell what other roles hold, marked,
// answered or weighed.
TEST(UnseenLaws, what_other_roles_hold_changes_no_answer) {
    int compared = 0;
    over_acts([&](Seed& seed, const Play& play, const Ask& ask) {
        State other = play.state();
        for (auto& [key, held] : other.holdings) {
            if (key.first == ask.actor.role) continue;
            held.form = held.lawful_form = static_cast<Form>(seed.between(1, 5));
            held.breached_form = Form::silent;
            held.read_at_sim_ms.reset();
            held.mark = Mark::refuted;
        }
        for (const Item& item : play.state().scenario->items) {
            for (const Role& role : play.state().scenario->roles) {
                if (role.id == ask.actor.role || seed.chance(50)) continue;
                // What is a role's own is not dealt to it once more.
                other.holdings[{role.id, item.id}] = {
                    .form = Form::source, .lawful_form = Form::source, .original = true};
                other.legal.weighings[{role.id, item.id}] = {"a", "b", "c", "d"};
            }
        }
        // Autopilots would owe in the past what is taken away from them now.
        for (auto& [role, seat] : other.seats) seat.autopilot = false;
        for (auto& [id, request] : other.requests) {
            std::erase_if(request.answers,
                          [&](const Answer& answer) { return answer.by != ask.actor.role; });
        }
        const Outcome here = decided(play.state(), ask, play.now_ms());
        const Outcome there = decided(other, ask, play.now_ms());
        ASSERT_EQ(here.index(), there.index()) << act_name(ask.command);
        if (const auto* rejection = std::get_if<Rejection>(&here)) {
            EXPECT_EQ(*rejection, std::get<Rejection>(there));
        }
        ++compared;
    });
    EXPECT_GT(compared, 10'000);
}

}  // namespace
}  // namespace casustafel::core
