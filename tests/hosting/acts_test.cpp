// Acts over the wire: each happens exactly once, for the role that is held at that moment.
#include <gtest/gtest.h>

#include <set>

#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

class Acts : public testing::Test {
protected:
    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = seated('v', "VT");
    ConnectionId ovj = seated('o', "OVJ");

    ConnectionId seated(char who, const std::string& role) { return house.seated(code, who, role); }
    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.hear(connection);
        house.say(connection, frame);
        return house.hear(connection);
    }
    void begin() { house.say(trainer, frame_of(start(), command_id('s'))); }
    std::size_t messages() {
        std::size_t count = 0;
        for (const core::Record& record : house.log()) {
            count += record.command && std::holds_alternative<core::SendMessage>(*record.command);
        }
        return count;
    }
};

TEST_F(Acts, answer_a_repeated_act_with_its_recorded_outcome_and_do_it_once) {
    begin();
    const auto act = frame_of(message("OVJ", "hallo"), command_id('1'), "VT");
    EXPECT_TRUE(accepted(say(vt, act), command_id('1')));
    EXPECT_TRUE(accepted(say(vt, act), command_id('1')));
    EXPECT_EQ(messages(), 1u);
}

TEST_F(Acts, answer_a_repeated_act_also_over_another_connection_and_after_a_restart) {
    begin();
    const auto act = frame_of(message("OVJ", "hallo"), command_id('1'), "VT");
    say(vt, act);
    house.drop(vt);
    vt = house.greeted();
    house.say(vt, resume(code, token('v')));
    EXPECT_TRUE(accepted(say(vt, act), command_id('1')));
    house.restart();
    vt = house.greeted();
    house.say(vt, resume(code, token('v')));
    ovj = house.greeted();
    house.say(ovj, resume(code, token('o')));
    EXPECT_TRUE(accepted(say(vt, act), command_id('1')));
    EXPECT_EQ(messages(), 1u);
}

// Acts that waited for the line are all of one moment of the case: their ids say which came first.
TEST(ActsInARow, are_read_in_the_order_in_which_they_were_done) {
    House house;
    house.new_session();
    Guest writer(house), reader(house);
    writer.sit("VT");
    reader.sit("OVJ");
    const ConnectionId trainer = house.trainer();
    house.say(trainer, frame_of(start(), command_id('s')));
    house.settle();
    writer.disconnect();
    house.pass(75'000);
    std::string wanted;
    for (char digit = '0'; digit < '8'; ++digit) {
        wanted += digit;
        writer.act(message("OVJ", std::string(1, digit)));
    }
    writer.connect();
    house.settle();
    const auto read = [](const Guest& guest) {
        std::string texts;
        for (const v1::Message* said : guest.model().main_view()->all<v1::Message>())
            texts += said->text();
        return texts;
    };
    EXPECT_EQ(read(reader), wanted);
    EXPECT_EQ(read(writer), wanted);
    house.restart();
    for (Guest* guest : {&writer, &reader}) guest->connect();
    house.settle();
    EXPECT_EQ(read(reader), wanted);
}

// What one does for others changes no id that this audience sees.
TEST(ActsInARow, tell_nobody_by_their_ids_of_an_act_for_others) {
    std::set<std::uint64_t> ids;
    for (const bool others : {false, true}) {
        House house;
        house.new_session();
        Guest writer(house), reader(house), other(house);
        writer.sit("VT");
        reader.sit("OVJ");
        other.sit("POL");
        house.say(house.trainer(), frame_of(start(), command_id('s')));
        house.settle();
        writer.disconnect();
        if (others) writer.act(message("POL", "niet voor OVJ"));
        writer.act(message("OVJ", "hallo"));
        writer.connect();
        house.settle();
        const auto seen = reader.model().main_view()->all<v1::Message>();
        ASSERT_EQ(seen.size(), 1U);
        ids.insert(seen.front()->id() >> 44);
    }
    EXPECT_EQ(ids.size(), 1U);
}

TEST_F(Acts, close_reused_command_when_an_id_comes_with_other_content) {
    begin();
    say(vt, frame_of(message("OVJ", "hallo"), command_id('1'), "VT"));
    say(vt, frame_of(message("OVJ", "iets anders"), command_id('1'), "VT"));
    EXPECT_EQ(house.network().close_reason(vt), CloseReason::reused_command);
    EXPECT_EQ(messages(), 1u);
}

TEST_F(Acts, close_reused_command_when_an_id_comes_for_another_role) {
    begin();
    say(vt, frame_of(message("OVJ", "hallo"), command_id('1'), "VT"));
    say(vt, frame_of(message("OVJ", "hallo"), command_id('1'), "OVJ"));
    EXPECT_EQ(house.network().close_reason(vt), CloseReason::reused_command);
}

TEST_F(Acts, let_two_people_use_the_same_id) {
    begin();
    EXPECT_TRUE(
        accepted(say(vt, frame_of(message("OVJ", "a"), command_id('1'), "VT")), command_id('1')));
    EXPECT_TRUE(
        accepted(say(ovj, frame_of(message("VT", "b"), command_id('1'), "OVJ")), command_id('1')));
    EXPECT_EQ(messages(), 2u);
}

TEST_F(Acts, refuse_a_rejected_act_again_when_it_comes_twice) {
    const auto act = frame_of(message("OVJ", "hallo"), command_id('1'), "VT");
    EXPECT_EQ(refusal(say(vt, act)), "not_started");
    begin();
    EXPECT_EQ(refusal(say(vt, act)), "not_started");
    house.drop(vt);
    vt = house.greeted();
    house.say(vt, resume(code, token('v')));
    EXPECT_EQ(refusal(say(vt, act)), "not_started");
    EXPECT_EQ(messages(), 0u);
    EXPECT_TRUE(accepted(say(vt, frame_of(message("OVJ", "hallo"), command_id('2'), "VT")),
                         command_id('2')));
}

TEST_F(Acts, refuse_what_is_said_for_a_role_no_longer_held) {
    begin();
    v1::Command release;
    release.mutable_release_role()->set_role("VT");
    EXPECT_TRUE(accepted(say(trainer, frame_of(release, command_id('r'))), command_id('r')));
    EXPECT_EQ(refusal(say(vt, frame_of(message("OVJ", "te laat"), command_id('1'), "VT"))),
              "role_changed");
    EXPECT_EQ(messages(), 0u);
}

TEST_F(Acts, close_the_role_view_of_who_gave_the_role_up) {
    v1::Command release;
    release.mutable_release_role()->set_role("VT");
    const auto heard = say(vt, frame_of(release, command_id('r'), "VT"));
    const auto* closed = first(heard, &ServerFrame::has_view_closed);
    ASSERT_NE(closed, nullptr);
    EXPECT_EQ(closed->view_closed().view(), "role:VT");
    const auto* view = first(heard, &ServerFrame::has_view);
    ASSERT_NE(view, nullptr);
    EXPECT_EQ(view->view().view(), "seat");
}

TEST_F(Acts, refuse_everything_after_the_end_and_change_nothing) {
    begin();
    v1::Command end;
    end.mutable_end_session();
    say(trainer, frame_of(end, command_id('e')));
    const std::size_t before = house.log().size();
    EXPECT_EQ(refusal(say(vt, frame_of(message("OVJ", "nog iets"), command_id('1'), "VT"))),
              "session_ended");
    EXPECT_EQ(refusal(say(house.greeted(), join(code, "laat", token('l')))), "session_ended");
    house.drop(ovj);
    EXPECT_EQ(house.log().size(), before);
}

TEST_F(Acts, refuse_a_share_of_what_is_not_held_and_a_role_that_is_taken) {
    begin();
    v1::Command share;
    share.mutable_share_item()->set_item("I2");
    share.mutable_share_item()->add_to("OVJ");
    share.mutable_share_item()->set_purpose("charging_decision");
    share.mutable_share_item()->set_basis("B");
    share.mutable_share_item()->set_form(2);
    EXPECT_EQ(refusal(say(vt, frame_of(share, command_id('1'), "VT"))), "unknown");
    EXPECT_EQ(refusal(say(vt, frame_of(take_role("OVJ"), command_id('2')))), "role_taken");
}

TEST_F(Acts, refuse_texts_of_a_hundred_thousand_bytes_and_with_control_characters) {
    begin();
    EXPECT_EQ(refusal(say(
                  vt, frame_of(message("OVJ", std::string(100'000, 'a')), command_id('1'), "VT"))),
              "text_too_long");
    EXPECT_EQ(refusal(say(vt, frame_of(message("OVJ", "a\x01b"), command_id('2'), "VT"))),
              "bad_text");
    EXPECT_EQ(messages(), 0u);
}

// However its accents and lines were written, it is the same act: said again it closes nothing.
TEST_F(Acts, take_a_text_in_one_form_so_that_it_can_be_said_again_from_another_machine) {
    begin();
    for (const char* same : {"één\ntwee", "e\u0301e\u0301n\r\ntwee", "\uFEFFéé\u00ADn\u2028twee"})
        EXPECT_TRUE(accepted(say(vt, frame_of(message("OVJ", same), command_id('1'), "VT")),
                             command_id('1')));
    EXPECT_EQ(messages(), 1u);
    say(vt, frame_of(message("OVJ", "een\ntwee"), command_id('1'), "VT"));
    EXPECT_NE(house.network().close_reason(vt), std::nullopt);
}

TEST_F(Acts, close_malformed_on_a_short_id_and_on_what_only_the_host_may_say) {
    say(vt, frame_of(message("OVJ", "a"), "short", "VT"));
    EXPECT_EQ(house.network().close_reason(vt), CloseReason::malformed);
    v1::Command note;
    note.mutable_note_recovery();
    say(ovj, frame_of(note, command_id('1')));
    EXPECT_EQ(house.network().close_reason(ovj), CloseReason::malformed);
}

TEST_F(Acts, tell_the_giver_and_the_receiver_of_a_share_and_nobody_else) {
    const auto pol = seated('p', "POL");
    begin();
    house.hear(pol);
    house.hear(ovj);
    v1::Command share;
    share.mutable_share_item()->set_item("I1");
    share.mutable_share_item()->add_to("OVJ");
    share.mutable_share_item()->set_purpose("charging_decision");
    share.mutable_share_item()->set_basis("B");
    share.mutable_share_item()->set_form(2);
    EXPECT_TRUE(accepted(say(vt, frame_of(share, command_id('1'), "VT")), command_id('1')));
    EXPECT_NE(first(house.hear(ovj), &ServerFrame::has_view), nullptr);
    EXPECT_TRUE(house.hear(pol).empty());
}

// Looking through a role's eyes.

class SeeAs : public Acts {
protected:
    v1::ClientFrame look(const std::string& role, char id) {
        v1::Command command;
        command.mutable_look_through_role()->set_role(role);
        return frame_of(command, command_id(id));
    }
    std::vector<std::string> snapshots(const std::vector<ServerFrame>& frames) {
        std::vector<std::string> names;
        for (const ServerFrame& frame : frames) {
            if (frame.has_view() && frame.view().snapshot()) names.push_back(frame.view().view());
        }
        return names;
    }
};

TEST_F(SeeAs, gives_a_trainer_the_view_of_a_role_beside_its_own_and_records_it) {
    begin();
    const auto heard = say(trainer, look("VT", '1'));
    EXPECT_EQ(snapshots(heard), std::vector<std::string>{"as:VT"});
    EXPECT_TRUE(std::holds_alternative<core::RoleLookedThrough>(house.log().back().events.front()));
}

TEST_F(SeeAs, shows_exactly_what_the_role_itself_sees) {
    begin();
    house.hear(vt);
    const auto seen = say(trainer, look("VT", '1'));
    const auto own_frames = say(vt, resume(code, token('v')));
    const auto own = first(own_frames, &ServerFrame::has_view)->view();
    auto through = first(seen, &ServerFrame::has_view)->view();
    through.set_view(own.view());
    EXPECT_EQ(through.SerializeAsString(), own.SerializeAsString());
}

TEST_F(SeeAs, opens_the_view_again_when_the_answer_was_lost) {
    begin();
    say(trainer, look("VT", '1'));
    house.drop(trainer);
    trainer = house.trainer();
    EXPECT_EQ(snapshots(say(trainer, look("VT", '1'))), std::vector<std::string>{"as:VT"});
}

TEST_F(SeeAs, closes_one_view_or_all) {
    begin();
    say(trainer, look("VT", '1'));
    say(trainer, look("OVJ", '2'));
    v1::ClientFrame close;
    close.mutable_see_as()->set_role("VT");
    const auto heard_one = say(trainer, close);
    const auto* closed = first(heard_one, &ServerFrame::has_view_closed);
    ASSERT_NE(closed, nullptr);
    EXPECT_EQ(closed->view_closed().view(), "as:VT");
    close.mutable_see_as()->clear_role();
    const auto heard_all = say(trainer, close);
    closed = first(heard_all, &ServerFrame::has_view_closed);
    ASSERT_NE(closed, nullptr);
    EXPECT_EQ(closed->view_closed().view(), "as:OVJ");
}

TEST_F(SeeAs, keeps_the_four_views_opened_last) {
    begin();
    char id = '1';
    for (const char* role : {"VT", "OVJ", "POL", "DJI"}) say(trainer, look(role, id++));
    const auto heard = say(trainer, look("GGZ", id));
    const auto* closed = first(heard, &ServerFrame::has_view_closed);
    ASSERT_NE(closed, nullptr);
    EXPECT_EQ(closed->view_closed().view(), "as:VT");
}

TEST_F(SeeAs, is_for_trainers_only) {
    begin();
    EXPECT_EQ(refusal(say(vt, look("OVJ", '1'))), "trainer_only");
    EXPECT_TRUE(snapshots(house.hear(vt)).empty());
}

}  // namespace
}  // namespace casustafel::hosting
