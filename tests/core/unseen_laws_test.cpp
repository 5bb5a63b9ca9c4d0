// What a role cannot see, decide does not tell it: over random play, a name the actor cannot see
// gets the answer that a name of nothing gets, and what others hold changes no answer.
#include <gtest/gtest.h>

#include "server/core/visible.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::core {
namespace {

using support::Ask;
using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 300;
constexpr int acts = 150;

const ItemId no_item{"no-such-item"};
const MeetingId no_meeting{"no-such-meeting"};
constexpr EntityId no_request{0xdeadbeef};

// Replaces the names in a command that its actor cannot see; counts how many.
struct Blinkers {
    const State& state;
    const RoleId& role;
    int replaced = 0;

    void hide(ItemId& item) {
        if (item.empty() || item == no_item || sees_item(state, role, item)) return;
        replaced += find(*state.scenario, item) != nullptr;
        item = no_item;
    }
    void hide(MeetingId& id) {
        const Meeting* meeting = find(*state.scenario, id);
        if (meeting == nullptr || sees_meeting(state, role, *meeting)) return;
        ++replaced;
        id = no_meeting;
    }
    void hide(EntityId& request) {
        const auto found = state.requests.find(request);
        if (found == state.requests.end() || sees_request(state, role, found->second)) return;
        ++replaced;
        request = no_request;
    }

    void operator()(ReadItem& command) { hide(command.item); }
    void operator()(MarkItem& command) { hide(command.item); }
    void operator()(RecordWeighing& command) { hide(command.item); }
    void operator()(AskForInformation& command) { hide(command.item); }
    void operator()(ShareItem& command) {
        hide(command.item);
        hide(command.meeting);
        hide(command.request);
    }
    void operator()(RefuseRequest& command) { hide(command.request); }
    void operator()(ReferRequest& command) { hide(command.request); }
    void operator()(AnswerNotHere& command) { hide(command.request); }
    void operator()(SendMessage& command) { hide(command.meeting); }
    void operator()(EnterMeeting& command) { hide(command.meeting); }
    void operator()(LeaveMeeting& command) { hide(command.meeting); }
    // The rest names nothing that can be hidden from a role: roles and people are known to all,
    // injects are the trainer's.
    template <class C>
    void operator()(C&) {}
};

// Points the names in a command at anything in the session, seen or not.
struct Curiosity {
    Seed& seed;
    const State& state;

    void point(ItemId& item) { item = seed.pick(state.scenario->items).id; }
    void point(MeetingId& meeting) { meeting = seed.pick(state.scenario->meetings).id; }
    void point(EntityId& request) {
        if (state.requests.empty()) return;
        auto at = state.requests.begin();
        std::advance(at, static_cast<long>(seed.below(state.requests.size())));
        request = at->first;
    }

    void operator()(ReadItem& command) { point(command.item); }
    void operator()(MarkItem& command) { point(command.item); }
    void operator()(RecordWeighing& command) { point(command.item); }
    void operator()(AskForInformation& command) { point(command.item); }
    void operator()(ShareItem& command) {
        if (seed.chance(40)) point(command.item);
        if (seed.chance(30)) point(command.request);
        if (command.to.empty() && seed.chance(50)) point(command.meeting);
    }
    void operator()(RefuseRequest& command) { point(command.request); }
    void operator()(ReferRequest& command) { point(command.request); }
    void operator()(AnswerNotHere& command) { point(command.request); }
    void operator()(SendMessage& command) {
        if (command.to.empty()) point(command.meeting);
    }
    void operator()(EnterMeeting& command) { point(command.meeting); }
    void operator()(LeaveMeeting& command) { point(command.meeting); }
    template <class C>
    void operator()(C&) {}
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
                std::visit(Curiosity{seed, play.state()}, ask.command);
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
    std::map<std::size_t, int> replaced;
    over_acts([&](Seed&, const Play& play, const Ask& ask) {
        Ask blinkered = ask;
        Blinkers blinkers{play.state(), ask.actor.role};
        std::visit([&](auto& command) { blinkers(command); }, blinkered.command);
        if (blinkers.replaced == 0) return;
        replaced[ask.command.index()] += blinkers.replaced;
        EXPECT_TRUE(decided(play.state(), ask, play.now_ms()) ==
                    decided(play.state(), blinkered, play.now_ms()))
            << "command " << ask.command.index();
    });
    EXPECT_EQ(replaced.size(), 11u) << "every command that names an item, meeting or request";
    for (const auto& [command, times] : replaced) EXPECT_GT(times, 20) << "command " << command;
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
        ASSERT_EQ(here.index(), there.index()) << "command " << ask.command.index();
        if (const auto* rejection = std::get_if<Rejection>(&here)) {
            EXPECT_EQ(*rejection, std::get<Rejection>(there));
        }
        ++compared;
    });
    EXPECT_GT(compared, 10'000);
}

}  // namespace
}  // namespace casustafel::core
