// Looking back over the line: only after the end, each at their own screens until the case is
// opened, beside the loop, one wish at a time; and everybody follows where a trainer leads.
#include <gtest/gtest.h>

#include "server/hosting/session/session.hpp"
#include "tests/support/house.hpp"
#include "tests/support/work_by_hand.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

v1::ClientFrame ask() {
    v1::ClientFrame frame;
    frame.mutable_ask_replay();
    return frame;
}

v1::ClientFrame look(std::uint64_t position, const std::string& role = {}) {
    v1::ClientFrame frame;
    frame.mutable_look_back()->set_position(position);
    frame.mutable_look_back()->set_role(role);
    return frame;
}

v1::ClientFrame lead(std::uint64_t position, const std::string& role) {
    v1::ClientFrame frame;
    frame.mutable_lead_replay()->set_position(position);
    frame.mutable_lead_replay()->set_role(role);
    return frame;
}

class LookingBack : public testing::Test {
protected:
    WorkByHand work;
    House house{store::MemoryStore::Completion::at_once, hosted_case(), work};
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = house.seated(code, 'v', "VT");
    ConnectionId ovj = house.seated(code, 'o', "OVJ");

    void SetUp() override { work.by_hand = true; }

    // What comes of it, once what was begun beside the loop is done.
    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.hear(connection);
        house.say(connection, frame);
        while (!work.waiting.empty()) {
            work.compute();
            work.finish();
        }
        house.turn();
        return house.hear(connection);
    }
    void act(ConnectionId connection, const v1::Command& command, char id,
             const std::string& role = {}) {
        ASSERT_TRUE(
            accepted(say(connection, frame_of(command, command_id(id), role)), command_id(id)));
    }
    void play_and_end() {
        act(trainer, start(), 's');
        act(vt, message("POL", "alleen voor POL"), 'm', "VT");
        v1::Command end;
        end.mutable_end_session();
        act(trainer, end, 'e');
    }
    void declassify() {
        v1::Command open;
        open.mutable_declassify_case();
        act(trainer, open, 'd');
    }
    static std::string bytes(const std::vector<ServerFrame>& frames) {
        std::string all;
        for (const ServerFrame& frame : frames) all += frame.SerializeAsString();
        return all;
    }
    static v1::LookedBack looked(const std::vector<ServerFrame>& frames) {
        const ServerFrame* found = first(frames, &ServerFrame::has_looked_back);
        return found ? found->looked_back() : v1::LookedBack{};
    }
    std::uint64_t last() { return house.log().back().seq; }
};

TEST_F(LookingBack, waits_for_the_end) {
    act(trainer, start(), 's');
    for (const ConnectionId who : {trainer, vt}) {
        EXPECT_EQ(refusal(say(who, ask())), "not_over");
        EXPECT_EQ(refusal(say(who, look(1))), "not_over");
    }
    EXPECT_EQ(refusal(say(trainer, lead(1, ""))), "not_over");
    v1::Command open;
    open.mutable_declassify_case();
    EXPECT_EQ(refusal(say(trainer, frame_of(open, command_id('d')))), "too_early");
}

TEST_F(LookingBack, is_for_participants_and_trainers_of_this_session) {
    play_and_end();
    EXPECT_EQ(refusal(say(house.greeted(), ask())), "not_attached");
    EXPECT_EQ(refusal(say(house.desk(), look(1))), "not_attached");
    EXPECT_EQ(refusal(say(vt, lead(1, ""))), "trainer_only");
}

TEST_F(LookingBack, shows_each_their_own_screens_until_the_case_is_opened) {
    play_and_end();
    const auto own = say(vt, look(last()));
    EXPECT_EQ(looked(own).role(), "VT");
    EXPECT_NE(bytes(own).find("alleen voor POL"), std::string::npos);
    // A role that was somebody else's, and one's own screen on which it never stood.
    EXPECT_FALSE(looked(say(ovj, look(last(), "VT"))).shown());
    EXPECT_EQ(bytes(say(ovj, look(last(), "VT"))).find("alleen voor"), std::string::npos);
    EXPECT_EQ(bytes(say(ovj, look(last()))).find("alleen voor"), std::string::npos);
    EXPECT_EQ(bytes(say(ovj, ask())).find("alleen voor"), std::string::npos);
    EXPECT_NE(bytes(say(vt, ask())).find("alleen voor"), std::string::npos);

    declassify();
    const auto opened = say(ovj, look(last(), "VT"));
    EXPECT_EQ(looked(opened).role(), "VT");
    EXPECT_NE(bytes(opened).find("alleen voor POL"), std::string::npos);
    EXPECT_NE(bytes(say(ovj, ask())).find("alleen voor POL"), std::string::npos);
}

TEST_F(LookingBack, shows_the_screen_as_it_was_and_not_as_it_became) {
    play_and_end();
    std::uint64_t sent = 0;
    for (const core::Record& record : house.log())
        for (const core::Event& event : record.events)
            if (std::holds_alternative<core::MessageSent>(event)) sent = record.seq;
    EXPECT_EQ(bytes(say(vt, look(sent - 1))).find("alleen voor"), std::string::npos);
    EXPECT_NE(bytes(say(vt, look(sent))).find("alleen voor"), std::string::npos);
    EXPECT_NE(bytes(say(trainer, look(sent, "POL"))).find("alleen voor"), std::string::npos);
}

TEST_F(LookingBack, makes_one_thing_at_a_time_for_each_and_the_newest_wish_counts) {
    play_and_end();
    house.hear(vt);
    for (std::uint64_t position = 1; position <= 20; ++position) house.say(vt, look(position % 4));
    house.say(vt, look(3));
    EXPECT_EQ(work.waiting.size(), 1U);
    std::size_t made = 0;
    for (; !work.waiting.empty(); ++made) {
        work.compute();
        work.finish();
    }
    house.turn();
    EXPECT_EQ(made, 2U);
    const auto heard = house.hear(vt);
    v1::LookedBack newest;
    for (const ServerFrame& frame : heard)
        if (frame.has_looked_back()) newest = frame.looked_back();
    EXPECT_EQ(newest.position(), 3U);
}

TEST_F(LookingBack, takes_everybody_along_where_a_trainer_leads_also_who_comes_later) {
    play_and_end();
    house.hear(vt), house.hear(ovj);
    say(trainer, lead(2, "VT"));
    for (const ConnectionId who : {vt, ovj}) {
        const auto heard = house.hear(who);
        const ServerFrame* led = first(heard, &ServerFrame::has_replay_led);
        ASSERT_NE(led, nullptr);
        EXPECT_EQ(led->replay_led().position(), 2U);
        EXPECT_EQ(led->replay_led().role(), "VT");
    }
    EXPECT_NE(first(say(ovj, ask()), &ServerFrame::has_replay_led), nullptr);
    v1::ClientFrame release = lead(2, "VT");
    release.mutable_lead_replay()->set_released(true);
    say(trainer, release);
    EXPECT_EQ(first(say(ovj, ask()), &ServerFrame::has_replay_led), nullptr);
}

TEST_F(LookingBack, gives_nothing_to_who_became_somebody_else_meanwhile) {
    play_and_end();
    house.hear(vt);
    house.say(vt, look(last()));
    v1::ClientFrame out;
    out.mutable_sign_out();
    house.say(vt, out);
    while (!work.waiting.empty()) {
        work.compute();
        work.finish();
    }
    house.turn();
    EXPECT_EQ(first(house.hear(vt), &ServerFrame::has_looked_back), nullptr);
}

}  // namespace
}  // namespace casustafel::hosting
