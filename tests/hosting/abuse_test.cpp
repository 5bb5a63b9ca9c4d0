// What one person or one address can do to all the others: nothing. Each test is one of a kind: who
// comes and goes, who guesses, who floods, who wants every seat.
#include <gtest/gtest.h>

#include <set>

#include "server/hosting/guess_guard.hpp"
#include "server/hosting/surroundings/limits.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

// 32 and 16 bytes that nothing else has.
std::string numbered(std::size_t bytes, int number) {
    std::string out(bytes, 'n');
    for (std::size_t at = 0; at < sizeof number; ++at)
        out[at] = static_cast<char>(number >> (8 * at));
    return out;
}

v1::Command with(void (*fill)(v1::Command&)) {
    v1::Command command;
    fill(command);
    return command;
}

class Abuse : public testing::Test {
protected:
    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    int acts_ = 1'000;

    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.hear(connection);
        house.say(connection, frame);
        return house.hear(connection);
    }
    std::string act(ConnectionId connection, const v1::Command& command,
                    const std::string& as_role = {}) {
        return refusal(say(connection, frame_of(command, numbered(16, ++acts_), as_role)));
    }
    v1::ClientFrame look_up(const std::string& typed) {
        v1::ClientFrame frame;
        frame.mutable_look_up()->set_code(typed);
        return frame;
    }
    std::string joins(ConnectionId connection, int who) {
        return refusal(say(connection, join(code, "gast", numbered(32, who))));
    }
    v1::ClientFrame door(bool open) {
        v1::ClientFrame frame;
        frame.mutable_set_door()->set_open(open);
        return frame;
    }
    std::uint32_t participants() {
        v1::ClientFrame list;
        list.mutable_list_sessions();
        return say(house.desk(), list).front().session_list().sessions(0).participants();
    }
};

// Who comes and goes.

TEST_F(Abuse, who_joined_and_went_takes_no_room) {
    for (int who = 0; who < 3 * 40; ++who) {
        const auto connection = house.greeted();
        ASSERT_EQ(joins(connection, who), "") << who;
        house.drop(connection);
    }
    EXPECT_EQ(joins(house.greeted(), 1'000), "");
}

TEST_F(Abuse, who_neither_sits_nor_is_connected_is_no_participant_after_a_while) {
    const auto ghost = house.greeted();
    ASSERT_EQ(joins(ghost, 1), "");
    const auto seated = house.seated(code, 'v', "VT");
    house.drop(ghost);
    house.drop(seated);
    house.pass(limits::fades_after_ms - limits::look_for_ghosts_every_ms);
    EXPECT_EQ(participants(), 2u);
    house.pass(3 * limits::look_for_ghosts_every_ms);
    EXPECT_EQ(participants(), 1u);
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "");
    // Who comes back is told what became of them, also after a restart, and may join anew.
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, numbered(32, 1)))), "no_longer_here");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, numbered(32, 2)))), "wrong_token");
    house.restart();
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, numbered(32, 1)))), "no_longer_here");
}

TEST_F(Abuse, onlookers_keep_nobody_out) {
    const auto vt = house.seated(code, 'v', "VT");
    house.drop(vt);
    std::vector<ConnectionId> onlookers;
    for (int at = 0; at < 300; ++at) {
        onlookers.push_back(house.greeted());
        ASSERT_EQ(refusal(say(onlookers.back(), look_up(code))), "");
    }
    EXPECT_EQ(joins(house.greeted(), 1), "");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "");
    house.trainer();
    // Whoever looked on first may still join.
    EXPECT_EQ(joins(onlookers.front(), 2), "");
}

TEST_F(Abuse, the_first_screens_stay_when_more_come_than_there_is_room_for) {
    v1::ClientFrame observe;
    observe.mutable_observe()->set_code(code);
    for (std::size_t at = 0; at < limits::screens; ++at)
        ASSERT_EQ(refusal(say(house.greeted(), observe)), "");
    EXPECT_EQ(refusal(say(house.greeted(), observe)), "session_is_full");
}

TEST_F(Abuse, one_connection_is_one_participant) {
    const auto connection = house.greeted();
    ASSERT_EQ(joins(connection, 1), "");
    EXPECT_EQ(joins(connection, 2), "already_joined");
    EXPECT_EQ(participants(), 1u);
}

TEST_F(Abuse, a_line_that_flaps_writes_no_record_each_time) {
    house.drop(house.seated(code, 'v', "VT"));
    const std::size_t before = house.log().size();
    int came_back = 0;
    for (int time = 0; time < 1'000; ++time) {
        const auto connection = house.greeted();
        came_back += refusal(say(connection, resume(code, token('v')))).empty() ? 1 : 0;
        house.drop(connection);
    }
    EXPECT_EQ(came_back, limits::returns_at_once);
    EXPECT_LE(house.log().size() - before, 2u * limits::returns_at_once);
    house.pass(5'000);
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "");
}

// What the trainer decides about people.

TEST_F(Abuse, a_closed_door_lets_nobody_new_in_and_everybody_back) {
    house.drop(house.seated(code, 'v', "VT"));
    const auto heard = say(trainer, door(false));
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_FALSE(heard.front().door().open());
    EXPECT_EQ(joins(house.greeted(), 1), "door_closed");
    house.restart();
    EXPECT_EQ(joins(house.greeted(), 1), "door_closed");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "");
    say(house.trainer(), door(true));
    EXPECT_EQ(joins(house.greeted(), 1), "");
}

TEST_F(Abuse, who_is_sent_away_is_gone_with_seat_and_token) {
    const auto vt = house.seated(code, 'v', "VT");
    ASSERT_EQ(act(trainer, with([](v1::Command& c) { c.mutable_send_away()->set_participant(1); })),
              "");
    EXPECT_EQ(house.network().close_reason(vt), CloseReason::sent_away);
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "no_longer_here");
    EXPECT_EQ(participants(), 0u);
    house.seated(code, 'w', "VT");
    EXPECT_EQ(participants(), 1u);
}

TEST_F(Abuse, a_trainer_gives_somebody_another_name) {
    const auto vt = house.seated(code, 'v', "VT");
    v1::ClientFrame rename;
    rename.mutable_rename()->set_participant(1);
    rename.mutable_rename()->set_name("Fatima");
    house.hear(vt);
    ASSERT_EQ(refusal(say(trainer, rename)), "");
    const auto heard = house.hear(vt);
    ASSERT_FALSE(heard.empty());
    EXPECT_EQ(heard.back().names().names().at(1), "Fatima");
    rename.mutable_rename()->set_name("\n");
    EXPECT_EQ(refusal(say(trainer, rename)), "bad_name");
    EXPECT_EQ(refusal(say(vt, rename)), "trainer_only");
}

TEST_F(Abuse, who_looks_on_hears_no_names) {
    house.seated(code, 'v', "VT");
    for (const ServerFrame& frame : say(house.greeted(), look_up(code)))
        EXPECT_TRUE(frame.names().names().empty());
}

// Who guesses.

TEST_F(Abuse, an_address_that_guesses_is_not_listened_to_and_others_notice_nothing) {
    house.seated(code, 'v', "VT");
    house.come_from("203.0.113.9");
    const std::size_t lines_before = house.notices().size();
    for (int wrong = 0; wrong < limits::guesses_before_a_pause;) {
        const auto connection = house.greeted();
        for (int time = 0; time < 9 && wrong < limits::guesses_before_a_pause; ++time, ++wrong)
            ASSERT_EQ(refusal(say(connection, look_up("AAAAAAAA"))), "wrong_code") << wrong;
    }
    ASSERT_EQ(house.notices().size(), lines_before + 1);  // and one line says so
    EXPECT_EQ(house.notices().back().sentence, "log.guesses");
    EXPECT_EQ(house.notices().back().arguments.front(), "203.0.113.9");
    // Neither a right code nor the right key is looked up now; a token is no guess.
    EXPECT_EQ(refusal(say(house.greeted(), look_up(code))), "too_many_wrong_codes");
    EXPECT_EQ(joins(house.greeted(), 1), "too_many_wrong_codes");
    v1::ClientFrame key;
    key.mutable_open_as_trainer()->set_key(house.trainer_key());
    EXPECT_EQ(refusal(say(house.greeted(), key)), "too_many_wrong_codes");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('v')))), "");
    house.come_from("203.0.113.10");
    EXPECT_EQ(refusal(say(house.greeted(), look_up(code))), "");
    house.come_from("203.0.113.9");
    house.pass(limits::first_guess_pause_ms);
    EXPECT_EQ(refusal(say(house.greeted(), look_up(code))), "");
}

TEST_F(Abuse, thirty_wrong_reentry_codes_do_not_lock_the_right_one_out) {
    house.drop(house.seated(code, 'v', "VT"));
    v1::ClientFrame issue;
    issue.mutable_issue_reentry_code()->set_participant(1);
    const std::string right = say(trainer, issue).front().reentry_code().code();
    house.come_from("203.0.113.9");
    for (int at = 0; at < 3 * 30; ++at)
        say(house.greeted(), reenter(code, "AAAAAAAA", numbered(32, at)));
    house.come_from("203.0.113.10");
    EXPECT_EQ(refusal(say(house.greeted(), reenter(code, right, token('w')))), "");
}

TEST_F(Abuse, coming_back_does_not_tell_which_sessions_there_are) {
    EXPECT_EQ(refusal(say(house.greeted(), resume("AAAAAAAA", token('x')))), "wrong_token");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('x')))), "wrong_token");
}

TEST(GuessGuardTest, pauses_grow_and_a_day_of_quiet_forgets_them) {
    GuessGuard guard;
    std::int64_t now_ms = 1'000'000;
    int wrong = 0, pauses = 0;
    const std::int64_t end_ms = now_ms + 24LL * 3600 * 1000;
    for (; now_ms < end_ms; now_ms += 10) {
        const std::int64_t deaf_ms = guard.deaf_for_ms("a", now_ms);
        if (deaf_ms > 0) {
            now_ms += deaf_ms;
            ++pauses;
        }
        guard.wrong("a", now_ms);
        ++wrong;
    }
    // One address in a day, guessing as fast as it can: server/hosting/README.md §guessing.
    EXPECT_LE(wrong, 340);
    EXPECT_GE(pauses, 20);
    EXPECT_TRUE(guard.listens_to("b", now_ms));
    now_ms += limits::guess_pauses_forgotten_after_ms + limits::longest_guess_pause_ms;
    guard.wrong("a", now_ms);
    EXPECT_TRUE(guard.listens_to("a", now_ms));
}

TEST(GuessGuardTest, remembers_no_more_addresses_than_it_may) {
    GuessGuard guard;
    for (std::size_t at = 0; at < limits::guessers + 10; ++at)
        guard.wrong("10.0." + std::to_string(at), 1'000);
    EXPECT_TRUE(guard.listens_to("10.0.3", 1'000));
}

// Who wants every seat.

TEST_F(Abuse, in_a_running_case_a_seat_is_asked_for_and_given) {
    const auto ovj = house.seated(code, 'o', "OVJ");
    ASSERT_EQ(act(trainer, start()), "");
    const auto guest = house.greeted();
    ASSERT_EQ(joins(guest, 1), "");  // p2
    house.hear(trainer);
    EXPECT_EQ(act(guest, take_role("VT")), "seat_is_given");
    const auto heard = house.hear(trainer);
    ASSERT_FALSE(heard.empty());
    EXPECT_EQ(heard.back().seat_wishes().roles().at(2), "VT");
    EXPECT_EQ(act(ovj, take_role("POL")), "seat_is_given");
    EXPECT_EQ(act(guest, take_role("OVJ")), "role_taken");
    v1::Command assign;
    assign.mutable_assign_role()->set_participant(2);
    assign.mutable_assign_role()->set_role("VT");
    house.hear(guest);
    house.hear(trainer);
    house.say(trainer, frame_of(assign, numbered(16, 1)));
    const auto told = house.hear(trainer);
    const auto wishes = std::find_if(told.begin(), told.end(),
                                     [](const auto& frame) { return frame.has_seat_wishes(); });
    ASSERT_NE(wishes, told.end());
    EXPECT_FALSE(wishes->seat_wishes().roles().contains(2));
    EXPECT_TRUE(
        std::any_of(told.begin(), told.end(), [](const auto& f) { return f.has_accepted(); }));
}

// Who floods.

TEST_F(Abuse, one_participants_flood_is_its_own_loss) {
    const auto vt = house.seated(code, 'v', "VT");
    const auto ovj = house.seated(code, 'o', "OVJ");
    ASSERT_EQ(act(trainer, start()), "");
    ConnectionId flooder = vt;
    int accepted = 0;
    std::string last;
    for (int at = 0; at < 3'000; ++at) {
        house.say(flooder, frame_of(message("OVJ", "x"), numbered(16, 100'000 + at), "VT"));
        const auto heard = house.hear(flooder);
        if (house.network().close_reason(flooder)) {  // too fast: comes back and goes on
            EXPECT_EQ(house.network().close_reason(flooder), CloseReason::too_fast);
            house.drop(flooder);
            house.pass(3'000);
            flooder = house.greeted();
            ASSERT_EQ(refusal(say(flooder, resume(code, token('v')))), "");
            continue;
        }
        last = refusal(heard);
        accepted += last.empty() ? 1 : 0;
    }
    EXPECT_EQ(accepted, limits::acts_of_one_kind);
    EXPECT_EQ(last, "share_used_up");
    EXPECT_EQ(act(ovj, message("VT", "En ik dan?"), "OVJ"), "");
    // Whoever may do nothing more may still go.
    house.pass(10'000);
    v1::Command release;
    release.mutable_release_role()->set_role("VT");
    EXPECT_EQ(act(flooder, release), "");
}

// Of what the session holds for all, a part is one participant's: its calls leave room for others.
TEST_F(Abuse, one_participants_calls_use_up_its_own_part_of_what_the_session_holds) {
    const auto vt = house.seated(code, 'v', "VT");
    const auto ovj = house.seated(code, 'o', "OVJ");
    ASSERT_EQ(act(trainer, start()), "");
    const auto help = with([](v1::Command& c) { c.mutable_call_for_help(); });
    std::size_t accepted = 0;
    std::string last;
    for (std::size_t at = 0; last.empty() && at < core::limits::help_calls; ++at) {
        house.pass(31'000);
        last = act(vt, help, "VT");
        accepted += last.empty() ? 1 : 0;
    }
    EXPECT_EQ(last, "share_used_up");
    EXPECT_EQ(accepted, core::limits::help_calls / hosting::limits::part_of_what_a_session_holds);
    EXPECT_EQ(act(ovj, help, "OVJ"), "");
}

TEST_F(Abuse, pauses_and_calls_for_help_are_for_who_sits_and_now_and_then) {
    const auto vt = house.seated(code, 'v', "VT");
    const auto guest = house.greeted();
    ASSERT_EQ(joins(guest, 1), "");
    ASSERT_EQ(act(trainer, start()), "");
    const auto pause = with([](v1::Command& c) { c.mutable_call_pause(); });
    const auto resume_case = with([](v1::Command& c) { c.mutable_resume_session(); });
    const auto help = with([](v1::Command& c) { c.mutable_call_for_help()->set_text("Help"); });
    EXPECT_EQ(act(guest, pause), "only_seated");
    EXPECT_EQ(act(guest, help), "only_seated");
    EXPECT_EQ(act(vt, pause), "");
    ASSERT_EQ(act(trainer, resume_case), "");
    EXPECT_EQ(act(vt, pause), "too_soon");
    EXPECT_EQ(act(vt, help), "");
    EXPECT_EQ(act(vt, help), "too_soon");
    house.pass(core::CallPause::pause.again_after_ms);
    EXPECT_EQ(act(vt, pause), "");
}

// What a view may become fits any line.

TEST_F(Abuse, a_view_of_any_size_reaches_who_comes_for_it) {
    const auto vt = house.seated(code, 'v', "VT");
    house.seated(code, 'o', "OVJ");
    ASSERT_EQ(act(trainer, start()), "");
    std::string euros;
    while (euros.size() < 5'997) euros += "€";
    int sent = 0;
    while (act(vt, message("OVJ", euros), "VT").empty()) {
        ++sent;
        house.pass(100);
    }
    ASSERT_GT(sent, 30);
    for (const bool as_trainer : {true, false}) {
        ConnectionId late = as_trainer ? house.desk() : house.greeted();
        v1::ClientFrame attach;
        attach.mutable_attach_session()->set_code(code);
        house.say(late, as_trainer ? attach : resume(code, token('o')));
        model::View view;
        std::size_t pieces = 0, largest = 0;
        for (int turn = 0; turn < 100; ++turn) {
            for (const ServerFrame& frame : house.hear(late)) {
                if (!frame.has_view()) continue;
                ++pieces;
                largest = std::max(largest, frame.ByteSizeLong());
                view.merge(frame.view());
            }
            house.pass(limits::feed_again_after_ms);
        }
        EXPECT_GT(pieces, 1u);
        EXPECT_LT(largest, 160u * 1024);
        EXPECT_EQ(view.all<v1::Message>().size(), static_cast<std::size_t>(sent));
    }
}

// What others do is not told by how long something takes.

TEST(AbuseOfTime, a_refusal_does_not_wait_for_what_others_wrote) {
    House house(House::Completion::when_told);
    const std::string code = house.new_session();
    const auto trainer = house.trainer();
    const auto vt = house.seated(code, 'v', "VT");
    const auto ovj = house.seated(code, 'o', "OVJ");
    house.say(trainer, frame_of(start(), command_id('s')));
    house.commit();
    house.hear(vt);
    house.hear(ovj);
    house.say(ovj, frame_of(message("POL", "Onder ons"), command_id('m'), "OVJ"));
    house.say(vt, frame_of(message("NIEMAND", "x"), command_id('n'), "VT"));
    EXPECT_EQ(refusal(house.hear(vt)), "unknown");
    EXPECT_TRUE(house.hear(ovj).empty());
}

}  // namespace
}  // namespace casustafel::hosting
