// A screen for the room: it sees what the lobby shows, names nobody, is nobody and may do nothing,
// and what it gets does not depend on any secret.
#include <gtest/gtest.h>

#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

v1::ClientFrame observe(const std::string& code) {
    v1::ClientFrame frame;
    frame.mutable_observe()->set_code(code);
    return frame;
}

// A session in which VT tells OVJ something; an observer looks on from the start.
struct Room {
    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");
    ConnectionId ovj = seated('o', "OVJ");
    ConnectionId screen = house.greeted();

    Room() {
        house.hear(screen);
        house.say(screen, observe(code));
    }
    ConnectionId seated(char who, const std::string& role) { return house.seated(code, who, role); }
    void begin() { house.say(trainer, frame_of(start(), command_id('s'))); }
    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.hear(connection);
        house.say(connection, frame);
        return house.hear(connection);
    }
};

TEST(Observer, sees_what_the_lobby_shows_and_no_names) {
    Room room;
    const auto heard = room.house.hear(room.screen);
    const auto* observing = first(heard, &ServerFrame::has_observing);
    ASSERT_NE(observing, nullptr);
    EXPECT_EQ(observing->observing().code(), room.code);
    EXPECT_EQ(first(heard, &ServerFrame::has_names), nullptr);
    const auto* view = first(heard, &ServerFrame::has_view);
    ASSERT_NE(view, nullptr);
    EXPECT_EQ(view->view().view(), "seat");
    for (const v1::Entity& entity : view->view().entities()) {
        EXPECT_TRUE(entity.has_session() || entity.has_table() || entity.has_role() ||
                    entity.has_participant())
            << entity.key();
    }
}

TEST(Observer, sees_the_same_as_somebody_who_typed_the_code_in_the_lobby) {
    Room room;
    const auto looking = room.house.greeted();
    v1::ClientFrame look_up;
    look_up.mutable_look_up()->set_code(room.code);
    const auto lobby = room.say(looking, look_up);
    const auto screen = room.house.hear(room.screen);
    EXPECT_EQ(first(lobby, &ServerFrame::has_view)->view().SerializeAsString(),
              first(screen, &ServerFrame::has_view)->view().SerializeAsString());
}

TEST(Observer, follows_the_session_without_being_told_a_name) {
    Room room;
    room.house.hear(room.screen);
    room.seated('p', "POL");
    room.begin();
    bool running = false, taken = false;
    for (const ServerFrame& frame : room.house.hear(room.screen)) {
        EXPECT_FALSE(frame.has_names());
        for (const v1::Entity& entity : frame.view().entities()) {
            running |= entity.has_session() && entity.session().phase() == "running";
            taken |= entity.has_role() && entity.role().id() == "POL" && entity.role().occupant();
        }
    }
    EXPECT_TRUE(running);
    EXPECT_TRUE(taken);
}

TEST(Observer, may_not_act_and_stays) {
    Room room;
    room.begin();
    EXPECT_EQ(refusal(room.say(room.screen, frame_of(take_role("POL"), command_id('1')))),
              "observer");
    EXPECT_EQ(
        refusal(room.say(room.screen, frame_of(message("OVJ", "hallo"), command_id('2'), "VT"))),
        "observer");
    v1::ClientFrame ask;
    ask.mutable_ask_results();
    EXPECT_EQ(refusal(room.say(room.screen, ask)), "trainer_only");
    EXPECT_FALSE(room.house.network().close_reason(room.screen));
}

TEST(Observer, is_no_participant_and_nobody_waits_for_it) {
    Room room;
    room.begin();
    const std::size_t before = room.house.log().size();
    room.house.drop(room.screen);
    const auto again = room.house.greeted();
    room.house.say(again, observe(room.code));
    EXPECT_EQ(room.house.log().size(), before);
    v1::ClientFrame list;
    list.mutable_list_sessions();
    const auto heard = room.say(room.trainer, list);
    const auto* sessions = first(heard, &ServerFrame::has_session_list);
    ASSERT_NE(sessions, nullptr);
    EXPECT_EQ(sessions->session_list().sessions(0).participants(), 2U);
    EXPECT_EQ(sessions->session_list().sessions(0).connected(), 2U);
}

TEST(Observer, is_refused_a_wrong_code_and_closed_after_too_many) {
    Room room;
    const auto guessing = room.house.greeted();
    EXPECT_EQ(refusal(room.say(guessing, observe("XXXXXX"))), "wrong_code");
    for (int guess = 0; guess < 20; ++guess) {
        if (room.house.network().close_reason(guessing)) break;
        room.house.say(guessing, observe("XXXXXX"));
    }
    EXPECT_EQ(room.house.network().close_reason(guessing), CloseReason::wrong_code);
}

// Everything said to the observer while VT says and shares this.
std::string bytes_while(const std::string& said, const std::string& item_text, bool shares) {
    Room room;
    room.begin();
    room.house.say(room.vt, frame_of(message("OVJ", said), command_id('1'), "VT"));
    if (shares) {
        v1::Command share;
        share.mutable_share_item()->set_item("I1");
        share.mutable_share_item()->add_to("OVJ");
        share.mutable_share_item()->set_purpose("charging_decision");
        share.mutable_share_item()->set_basis("B");
        share.mutable_share_item()->set_form(2);
        share.mutable_share_item()->set_text(item_text);
        room.house.say(room.vt, frame_of(share, command_id('2'), "VT"));
        v1::Command ask;
        ask.mutable_whisper()->set_to("VT");
        ask.mutable_whisper()->set_text(said);
        room.house.say(room.trainer, frame_of(ask, command_id('w')));
        v1::ClientFrame results;
        results.mutable_ask_results();
        room.house.say(room.trainer, results);
    }
    std::string bytes;
    for (const ServerFrame& frame : room.house.hear(room.screen))
        bytes += frame.SerializeAsString();
    return bytes;
}

TEST(Observer, gets_the_same_bytes_whatever_is_said_shared_and_whispered) {
    const std::string quiet = bytes_while("geheim", "kort", false);
    EXPECT_GT(quiet.size(), 200U);
    EXPECT_EQ(quiet, bytes_while("iets heel anders en langer", "kort", false));
    EXPECT_EQ(quiet, bytes_while("geheim", "een samenvatting die niemand anders ziet", true));
}

}  // namespace
}  // namespace casustafel::hosting
