// The laws of seats and swaps over random play: one at a time in a seat, nobody present where
// nobody plays, and a case that stands still exactly as long as a swap lasts.
#include <gtest/gtest.h>

#include "server/core/law/verdict.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/printing.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::core {
namespace {

using support::Play;
using support::Seed;

constexpr std::uint64_t sessions = 600;
constexpr int acts = 150;

// Calls `look(before, record, after)` for every record of random play.
template <class Look>
void over_records(Look look) {
    for (std::uint64_t number = 1; number <= sessions; ++number) {
        SCOPED_TRACE(testing::Message() << "session " << number);
        Seed seed(number);
        const Scenario scenario = support::random_scenario(seed);
        Play play(scenario, number);
        support::open_at_random(seed, play);
        support::play_at_random(seed, play, acts);
        State state = initial(scenario);
        for (const Record& record : play.log()) {
            SCOPED_TRACE(testing::Message() << "record " << record.seq);
            const State before = state;
            apply(state, record);
            look(before, record, state);
        }
        if (testing::Test::HasFailure()) return;
    }
}

template <class E>
bool brought(const Record& record) {
    for (const auto& event : record.events)
        if (std::holds_alternative<E>(event)) return true;
    return false;
}

TEST(SeatsLaws, a_seat_has_one_at_a_time_and_only_who_may_sit_there) {
    std::size_t swapped = 0;
    over_records([&](const State&, const Record& record, const State& after) {
        std::map<ParticipantId, std::size_t> held;
        for (const auto& [role, seat] : after.seats) {
            const bool person = seat.occupant != ParticipantId::nobody;
            EXPECT_LE(person + seat.autopilot + seat.stand_in, 1) << role.value;
            if (!person) continue;
            EXPECT_NE(find(*after.scenario, role)->autopilot, AutopilotUse::always);
            EXPECT_TRUE(after.participants.at(seat.occupant).present);
            EXPECT_LE(++held[seat.occupant], limits::roles_of_one_participant);
        }
        swapped += brought<RolesSwapped>(record);
    });
    EXPECT_GT(swapped, 200u);
}

TEST(SeatsLaws, nobody_is_present_where_nobody_plays) {
    over_records([](const State&, const Record&, const State& after) {
        for (const auto& [meeting, roles] : after.present)
            for (const auto& role : roles)
                EXPECT_TRUE(is_played(after.seats.at(role))) << role.value;
    });
}

TEST(SeatsLaws, the_case_stands_still_as_long_as_a_swap_or_prompt_lasts_and_no_longer) {
    std::size_t during = 0;
    over_records([&](const State& before, const Record& record, const State& after) {
        EXPECT_EQ(after.clock.case_held,
                  after.swap.stage != SwapStage::none || holding_prompt(after) != nullptr);
        if (!before.clock.case_held) return;
        EXPECT_EQ(record.stamp.sim_ms, before.clock.anchor.sim_ms);
        EXPECT_EQ(after.clock.swept_sim_ms, before.clock.swept_sim_ms);
        ++during;
    });
    EXPECT_GT(during, 2'000u);
}

// What is open goes on to whoever sits there; only the terms of answers still owed move, and never
// towards now.
TEST(SeatsLaws, a_swap_moves_people_and_the_terms_of_open_answers_and_nothing_else) {
    std::size_t extended = 0;
    over_records([&](const State& before, const Record& record, const State& after) {
        if (!brought<RolesSwapped>(record)) return;
        EXPECT_EQ(after.holdings.size(), before.holdings.size());
        ASSERT_EQ(after.requests.size(), before.requests.size());
        for (const auto& [id, request] : before.requests) {
            const auto& was = request.event;
            const auto& is = after.requests.at(id).event;
            for (std::size_t at = 0; at < was.to.size(); ++at) {
                const bool open = awaits_answer(before, request, was.to[at]) &&
                                  was.term_ends_sim_ms[at] >= record.stamp.sim_ms;
                const auto expected = open ? sim_after(*after.scenario, was.term_ends_sim_ms[at],
                                                       limits::swap_term_extension_ms)
                                           : was.term_ends_sim_ms[at];
                EXPECT_EQ(is.term_ends_sim_ms[at], expected);
                extended += open;
            }
        }
    });
    EXPECT_GT(extended, 50u);
}

TEST(SeatsLaws, an_autopilot_answers_what_it_is_asked_and_never_by_a_red_share) {
    std::size_t shared = 0;
    std::size_t answered = 0;
    over_records([&](const State& before, const Record& record, const State&) {
        if (record.command) return;
        for (const auto& event : record.events) {
            if (const auto* answer = std::get_if<RequestAnswered>(&event)) {
                EXPECT_TRUE(before.seats.at(answer->by).autopilot);
                EXPECT_TRUE(awaits_answer(before, before.requests.at(answer->request), answer->by));
                ++answered;
            }
            const auto* share = std::get_if<ItemShared>(&event);
            if (!share) continue;
            for (const auto& recipient : share->recipients)
                EXPECT_NE(light(recipient.verdict), Light::red);
            EXPECT_LE(share->form, holding(before, share->giver, share->item)->form);
            EXPECT_FALSE(before.shares.contains(share->share));
            ++shared;
        }
    });
    EXPECT_GT(shared, 10u);
    EXPECT_GT(answered, 200u);
}

}  // namespace
}  // namespace casustafel::core
