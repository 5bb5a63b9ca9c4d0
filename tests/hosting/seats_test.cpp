// Who plays what, over the wire: two roles at once, moved by the trainer, played by the trainer,
// exchanged in a swap. Every role is a view of its own that opens whole and closes.
#include <gtest/gtest.h>

#include <set>

#include "server/core/rules/verify.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;
using Names = std::set<std::string>;

v1::Command release(const std::string& role) {
    v1::Command command;
    command.mutable_release_role()->set_role(role);
    return command;
}
v1::Command assign(std::uint32_t participant, const std::string& role, bool move = false) {
    v1::Command command;
    command.mutable_assign_role()->set_participant(participant);
    command.mutable_assign_role()->set_role(role);
    command.mutable_assign_role()->set_move(move);
    return command;
}
v1::Command stand_in(const std::string& role) {
    v1::Command command;
    command.mutable_stand_in()->set_role(role);
    return command;
}
v1::Command swap(const std::string& one, const std::string& other) {
    v1::Command command;
    auto* pair = command.mutable_start_swap()->add_pairs();
    pair->set_one(one);
    pair->set_other(other);
    return command;
}
v1::Command advance() {
    v1::Command command;
    command.mutable_advance_swap();
    return command;
}
v1::Command note(const std::string& text) {
    v1::Command command;
    command.mutable_write_handover_note()->set_text(text);
    return command;
}
v1::Command ready() {
    v1::Command command;
    command.mutable_say_ready();
    return command;
}

// What one turn told a connection about its views.
struct Told {
    Names opened, closed, patched;
    bool operator==(const Told&) const = default;
};

Told told(const std::vector<ServerFrame>& frames) {
    Told all;
    for (const ServerFrame& frame : frames) {
        if (frame.has_view_closed()) all.closed.insert(frame.view_closed().view());
        if (!frame.has_view()) continue;
        (frame.view().snapshot() ? all.opened : all.patched).insert(frame.view().view());
    }
    return all;
}

class Seats : public testing::Test {
protected:
    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");    // p1
    ConnectionId ovj = seated('o', "OVJ");  // p2
    char last_ = 'A';

    ConnectionId seated(char who, const std::string& role) { return house.seated(code, who, role); }
    // Says it; why not, or nothing.
    std::string act(ConnectionId connection, const v1::Command& command,
                    const std::string& as_role = {}) {
        heard_.clear();
        for (const ConnectionId each : {trainer, vt, ovj}) house.hear(each);
        house.say(connection, frame_of(command, command_id(++last_), as_role));
        for (const ConnectionId each : {trainer, vt, ovj}) heard_[each] = house.hear(each);
        return refusal(heard_[connection]);
    }
    Told views(ConnectionId connection) { return told(heard_[connection]); }
    ConnectionId back(char who) {
        const auto connection = house.greeted();
        house.say(connection, resume(code, token(who)));
        return connection;
    }
    void restart() {
        house.restart();
        trainer = house.trainer();
        vt = back('v');
        ovj = back('o');
    }
    // Whether the last act told this connection the text, in a view of this name.
    bool told_text(ConnectionId connection, const std::string& view, const std::string& text) {
        for (const ServerFrame& frame : heard_[connection])
            if (frame.has_view() && frame.view().view() == view &&
                frame.view().DebugString().find(text) != std::string::npos)
                return true;
        return false;
    }
    void expect_sound_log() { EXPECT_TRUE(core::verify(house.scenario(), house.log()).empty()); }

    std::map<ConnectionId, std::vector<ServerFrame>> heard_;
};

TEST_F(Seats, give_a_participant_a_view_for_each_role_it_plays) {
    ASSERT_EQ(act(vt, take_role("POL")), "");
    EXPECT_EQ(views(vt).opened, Names{"role:POL"});
    EXPECT_EQ(views(vt).closed, Names{});
    ASSERT_EQ(act(trainer, start()), "");
    EXPECT_EQ(views(vt).patched, (Names{"role:POL", "role:VT"}));
    EXPECT_EQ(act(vt, message("OVJ", "als POL"), "POL"), "");
    EXPECT_EQ(views(vt).patched, Names{"role:POL"});
    EXPECT_EQ(act(vt, message("OVJ", "als VT"), "VT"), "");
    EXPECT_EQ(views(vt).patched, Names{"role:VT"});
}

TEST_F(Seats, close_only_the_view_of_the_role_that_is_given_up) {
    ASSERT_EQ(act(vt, take_role("POL")), "");
    ASSERT_EQ(act(vt, release("VT"), "VT"), "");
    EXPECT_EQ(views(vt).closed, Names{"role:VT"});
    EXPECT_EQ(views(vt).opened, Names{});
    ASSERT_EQ(act(vt, release("POL"), "POL"), "");
    EXPECT_EQ(views(vt).closed, Names{"role:POL"});
    EXPECT_EQ(views(vt).opened, Names{"seat"});
}

TEST_F(Seats, open_both_views_again_after_coming_back) {
    ASSERT_EQ(act(vt, take_role("POL")), "");
    house.drop(vt);
    vt = back('v');
    EXPECT_EQ(told(house.hear(vt)).opened, (Names{"role:POL", "role:VT"}));
}

TEST_F(Seats, follow_a_participant_whom_the_trainer_moves) {
    ASSERT_EQ(act(trainer, start()), "");
    ASSERT_EQ(act(trainer, assign(1, "POL", true)), "");
    EXPECT_EQ(views(vt).closed, Names{"role:VT"});
    EXPECT_EQ(views(vt).opened, Names{"role:POL"});
    EXPECT_EQ(act(vt, message("OVJ", "te laat"), "VT"), "role_changed");
    EXPECT_EQ(act(vt, message("OVJ", "op tijd"), "POL"), "");
}

TEST_F(Seats, show_a_trainer_who_stands_in_the_roles_view_and_let_it_act) {
    ASSERT_EQ(act(trainer, start()), "");
    EXPECT_EQ(act(trainer, message("VT", "nog niet"), "POL"), "not_your_role");
    ASSERT_EQ(act(trainer, stand_in("POL")), "");
    EXPECT_EQ(views(trainer).opened, Names{"role:POL"});
    EXPECT_EQ(act(trainer, message("VT", "van POL"), "POL"), "");
    EXPECT_TRUE(told_text(vt, "role:VT", "van POL"));
    EXPECT_EQ(act(vt, message("POL", "dank"), "VT"), "");
    EXPECT_TRUE(told_text(trainer, "role:POL", "dank"));
    ASSERT_EQ(act(trainer, release("POL")), "");
    EXPECT_EQ(views(trainer).closed, Names{"role:POL"});
    expect_sound_log();
}

TEST_F(Seats, show_the_view_of_a_stand_in_again_after_a_restart) {
    ASSERT_EQ(act(trainer, start()), "");
    ASSERT_EQ(act(trainer, stand_in("POL")), "");
    house.restart();
    trainer = house.trainer();
    EXPECT_EQ(told(house.hear(trainer)).opened, (Names{"role:POL", "trainer"}));
}

TEST_F(Seats, change_hands_in_a_swap_with_whole_new_views_and_the_note_left_behind) {
    ASSERT_EQ(act(trainer, start()), "");
    ASSERT_EQ(act(trainer, swap("VT", "OVJ")), "");
    EXPECT_EQ(act(vt, message("OVJ", "mag niet"), "VT"), "swap_under_way");
    ASSERT_EQ(act(vt, note("let op haar adres"), "VT"), "");
    EXPECT_EQ(views(ovj).patched, Names{});
    ASSERT_EQ(act(vt, ready(), "VT"), "");
    ASSERT_EQ(act(ovj, ready(), "OVJ"), "");
    EXPECT_EQ(views(vt).closed, Names{"role:VT"});
    EXPECT_EQ(views(vt).opened, Names{"role:OVJ"});
    EXPECT_EQ(views(ovj).opened, Names{"role:VT"});
    EXPECT_TRUE(told_text(ovj, "role:VT", "let op haar adres"));
    EXPECT_FALSE(told_text(vt, "role:OVJ", "let op haar adres"));
    EXPECT_EQ(act(vt, message("POL", "getypt voor de wissel"), "VT"), "role_changed");
    ASSERT_EQ(act(trainer, advance()), "");
    EXPECT_EQ(act(vt, message("VT", "ik ben nu OVJ"), "OVJ"), "");
    EXPECT_TRUE(told_text(ovj, "role:VT", "ik ben nu OVJ"));
    expect_sound_log();
}

TEST_F(Seats, change_hands_though_the_server_crashes_in_every_stage_of_the_swap) {
    ASSERT_EQ(act(trainer, start()), "");
    ASSERT_EQ(act(trainer, swap("VT", "OVJ")), "");
    ASSERT_EQ(act(vt, note("tot hier"), "VT"), "");
    restart();
    ASSERT_EQ(act(vt, ready(), "VT"), "");
    ASSERT_EQ(act(ovj, ready(), "OVJ"), "");
    EXPECT_EQ(views(ovj).opened, Names{"role:VT"});
    EXPECT_TRUE(told_text(ovj, "role:VT", "tot hier"));
    restart();
    ASSERT_EQ(act(vt, ready(), "OVJ"), "");
    ASSERT_EQ(act(ovj, ready(), "VT"), "");
    EXPECT_EQ(act(ovj, message("OVJ", "verder"), "VT"), "");
    expect_sound_log();
}

TEST_F(Seats, change_hands_though_one_of_the_two_signs_out_in_the_middle) {
    ASSERT_EQ(act(trainer, start()), "");
    ASSERT_EQ(act(trainer, swap("VT", "OVJ")), "");
    v1::ClientFrame out;
    out.mutable_sign_out();
    house.say(vt, out);
    ASSERT_EQ(act(ovj, ready(), "OVJ"), "");
    EXPECT_EQ(views(ovj).opened, Names{"role:VT"});
    expect_sound_log();
}

TEST_F(Seats, change_hands_at_maximum_speed_when_everybody_only_waits) {
    ASSERT_EQ(act(trainer, start()), "");
    ASSERT_EQ(act(trainer, swap("VT", "OVJ")), "");
    v1::ClientFrame fast;
    fast.mutable_set_maximum_speed()->set_on(true);
    house.say(trainer, fast);
    std::map<ConnectionId, std::uint64_t> seen;
    const auto wait = [&](ConnectionId connection) {
        for (const ServerFrame& frame : house.hear(connection)) {
            if (frame.has_joined()) seen[connection] = 0;
            seen[connection] += !frame.has_refused() && !frame.has_pong();
        }
        v1::ClientFrame frame;
        frame.mutable_stand_by()->set_frames_seen(seen[connection]);
        frame.mutable_stand_by()->set_until_sim_ms(INT64_MAX);
        house.say(connection, frame);
    };
    house.drop(vt);
    house.drop(ovj);
    vt = back('v');
    ovj = back('o');
    const std::int64_t now_ms = house.clock().steady_ms();
    for (int turn = 0; turn < 20; ++turn) {
        wait(vt);
        wait(ovj);
    }
    EXPECT_EQ(house.clock().steady_ms(), now_ms);
    EXPECT_EQ(house.host().find(code)->entry().phase(), "ended");
    std::size_t swaps = 0;
    for (const core::Record& record : house.log())
        for (const core::Event& event : record.events)
            swaps += std::holds_alternative<core::RolesSwapped>(event);
    EXPECT_EQ(swaps, 1u);
    expect_sound_log();
}

TEST_F(Seats, run_as_fast_after_a_restart_as_before) {
    v1::ClientFrame fast;
    fast.mutable_set_maximum_speed()->set_on(true);
    house.say(trainer, fast);
    ASSERT_EQ(act(trainer, start()), "");
    restart();
    house.pass(60'000);
    EXPECT_EQ(house.host().find(code)->entry().sim_ms(), 0);
    fast.mutable_set_maximum_speed()->set_on(false);
    house.say(trainer, fast);
    house.pass(5'000);
    EXPECT_EQ(house.host().find(code)->entry().sim_ms(), 5'000);
}

TEST_F(Seats, never_go_to_two_people_who_ask_in_the_same_turn) {
    house.hear(vt);
    house.hear(ovj);
    house.say(vt, frame_of(take_role("POL"), command_id('1')));
    house.say(ovj, frame_of(take_role("POL"), command_id('1')));
    EXPECT_EQ(refusal(house.hear(vt)), "");
    EXPECT_EQ(refusal(house.hear(ovj)), "role_taken");
}

}  // namespace
}  // namespace casustafel::hosting
