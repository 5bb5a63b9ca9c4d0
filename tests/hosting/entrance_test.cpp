// How people and trainers come in, and who does not.
#include <gtest/gtest.h>

#include "server/hosting/surroundings/limits.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

class Entrance : public testing::Test {
protected:
    House house;
    std::string code = house.new_session();

    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.say(connection, frame);
        return house.hear(connection);
    }
    ConnectionId joined(char who) {
        const auto connection = house.greeted();
        house.say(connection, join(code, std::string("gast ") + who, token(who)));
        return connection;
    }
    std::size_t participants() {
        std::size_t count = 0;
        for (const core::Record& record : house.log()) {
            for (const core::Event& event : record.events) {
                count += std::holds_alternative<core::ParticipantJoined>(event);
            }
        }
        return count;
    }
};

TEST_F(Entrance, answers_hello_with_the_version_both_speak) {
    const auto connection = house.connect();
    const auto heard = say(connection, hello(1, 9));
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(heard.front().welcome().version(), 1u);
}

TEST_F(Entrance, closes_wrong_version_on_a_client_too_new_or_too_old) {
    for (const auto& [oldest, newest] : {std::pair(2u, 9u), std::pair(0u, 0u)}) {
        const auto connection = house.connect();
        EXPECT_TRUE(say(connection, hello(oldest, newest)).empty());
        EXPECT_EQ(house.network().close_reason(connection), CloseReason::wrong_version);
    }
}

TEST_F(Entrance, closes_malformed_on_bytes_that_are_no_frame) {
    const auto connection = house.greeted();
    house.say_bytes(connection, "\xff\xff\xff no frame");
    EXPECT_EQ(house.network().close_reason(connection), CloseReason::malformed);
}

TEST_F(Entrance, closes_malformed_on_an_empty_frame) {
    const auto connection = house.greeted();
    house.say_bytes(connection, "");
    EXPECT_EQ(house.network().close_reason(connection), CloseReason::malformed);
}

TEST_F(Entrance, closes_malformed_on_a_field_of_another_version_in_any_frame) {
    const std::string strange = "\xfa\x3e\x01x";  // field 1007, one byte
    const auto& frames = *v1::ClientFrame::descriptor();
    for (int place = 0; place < frames.field_count(); ++place) {
        v1::ClientFrame frame;
        const auto* field = frames.field(place);
        auto& inside = *frame.GetReflection()->MutableMessage(&frame, field);
        const auto around = house.greeted(), within = house.greeted();
        house.say_bytes(around, frame.SerializeAsString() + strange);
        EXPECT_EQ(house.network().close_reason(around), CloseReason::malformed) << field->name();
        if (field->name() == "command") continue;  // which nobody here may say yet
        ASSERT_TRUE(inside.ParseFromString(strange));
        house.say(within, frame);
        EXPECT_EQ(house.network().close_reason(within), CloseReason::malformed) << field->name();
    }
}

// Whatever somebody asks who is nobody yet, is refused by the name of what was asked.
TEST_F(Entrance, refuses_every_frame_by_its_own_name) {
    const auto& frames = *v1::ClientFrame::descriptor();
    for (int place = 0; place < frames.field_count(); ++place) {
        const std::string name = frames.field(place)->name();
        if (name == "hello" || name == "ping") continue;
        v1::ClientFrame frame;
        frame.GetReflection()->MutableMessage(&frame, frames.field(place));
        const auto heard = say(house.greeted(), frame);
        ASSERT_EQ(heard.size(), 1u) << name;
        EXPECT_EQ(heard.front().refused().about(), name);
    }
}

TEST_F(Entrance, closes_malformed_on_anything_before_hello_and_on_a_second_hello) {
    const auto early = house.connect();
    house.say(early, join(code, "gast", token('a')));
    EXPECT_EQ(house.network().close_reason(early), CloseReason::malformed);
    const auto twice = house.greeted();
    house.say(twice, hello());
    EXPECT_EQ(house.network().close_reason(twice), CloseReason::malformed);
    EXPECT_EQ(participants(), 0u);
}

TEST_F(Entrance, answers_a_ping_with_its_number) {
    v1::ClientFrame ping;
    ping.mutable_ping()->set_nonce(77);
    const auto heard = say(house.greeted(), ping);
    ASSERT_EQ(heard.size(), 1u);
    EXPECT_EQ(heard.front().pong().nonce(), 77u);
}

TEST_F(Entrance, shows_the_lobby_to_who_typed_the_code_in_any_spelling) {
    v1::ClientFrame look;
    look.mutable_look_up()->set_code(" " + code.substr(0, 3) + "-" + code.substr(3) + " ");
    for (char& letter : *look.mutable_look_up()->mutable_code())
        letter = static_cast<char>(std::tolower(letter));
    const auto heard = say(house.greeted(), look);
    const auto* view = first(heard, &ServerFrame::has_view);
    ASSERT_NE(view, nullptr);
    EXPECT_EQ(view->view().view(), "seat");
    EXPECT_TRUE(view->view().snapshot());
}

TEST_F(Entrance, counts_wrong_codes_and_closes_after_ten) {
    const auto connection = house.greeted();
    v1::ClientFrame look;
    look.mutable_look_up()->set_code("AAAAAA");
    for (int time = 1; time < limits::wrong_codes_per_connection; ++time) {
        EXPECT_EQ(refusal(say(connection, look)), "wrong_code");
    }
    EXPECT_EQ(house.network().close_reason(connection), std::nullopt);
    house.say(connection, look);
    EXPECT_EQ(house.network().close_reason(connection), CloseReason::wrong_code);
}

TEST_F(Entrance, counts_wrong_keys_tokens_and_reentry_codes_together) {
    const auto connection = house.greeted();
    v1::ClientFrame key;
    key.mutable_open_as_trainer()->set_key("AAAA");
    for (int time = 0; time < 4; ++time) EXPECT_EQ(refusal(say(connection, key)), "wrong_key");
    for (int time = 0; time < 3; ++time) {
        EXPECT_EQ(refusal(say(connection, resume(code, token('x')))), "wrong_token");
    }
    for (int time = 0; time < 2; ++time) {
        EXPECT_EQ(refusal(say(connection, reenter(code, "NOPE", token('x')))),
                  "wrong_reentry_code");
    }
    EXPECT_EQ(house.network().close_reason(connection), std::nullopt);
    house.say(connection, key);
    EXPECT_EQ(house.network().close_reason(connection), CloseReason::wrong_code);
}

TEST_F(Entrance, lets_in_who_joins_and_shows_the_others) {
    const auto one = joined('a');
    const auto heard = house.hear(one);
    const auto* welcome = first(heard, &ServerFrame::has_joined);
    ASSERT_NE(welcome, nullptr);
    EXPECT_EQ(welcome->joined().participant(), 1u);
    EXPECT_FALSE(welcome->joined().returned());
    joined('b');
    const auto later = house.hear(one);
    ASSERT_NE(first(later, &ServerFrame::has_view), nullptr);
    const auto* names = first(later, &ServerFrame::has_names);
    ASSERT_NE(names, nullptr);
    EXPECT_EQ(names->names().names().at(1), "gast a");
    EXPECT_EQ(names->names().names().at(2), "gast b");
}

TEST_F(Entrance, refuses_a_name_that_is_empty_too_long_or_not_plain_text) {
    const auto connection = house.greeted();
    for (const std::string& name :
         {std::string(), std::string(41, 'a'), std::string("a\x1b"), std::string("  "),
          std::string("\u2800\u3164\u00A0"), std::string("\u202E\u200D")}) {
        EXPECT_EQ(refusal(say(connection, join(code, name, token('a')))), "bad_name");
    }
    EXPECT_EQ(participants(), 0u);
}

TEST_F(Entrance, keeps_showing_the_lobby_to_who_was_refused_a_name) {
    const auto connection = house.greeted();
    v1::ClientFrame look;
    look.mutable_look_up()->set_code(code);
    say(connection, look);
    EXPECT_EQ(refusal(say(connection, join(code, "", token('a')))), "bad_name");
    joined('b');
    EXPECT_NE(first(house.hear(connection), &ServerFrame::has_view), nullptr);
}

TEST_F(Entrance, refuses_a_token_of_another_length) {
    const auto connection = house.greeted();
    EXPECT_EQ(refusal(say(connection, join(code, "gast", "short"))), "wrong_token");
    EXPECT_EQ(participants(), 0u);
}

TEST_F(Entrance, takes_a_join_said_twice_for_one) {
    const auto connection = joined('a');
    house.say(connection, join(code, "gast a", token('a')));
    const auto other = house.greeted();
    const auto heard = say(other, join(code, "gast a", token('a')));
    EXPECT_EQ(first(heard, &ServerFrame::has_joined)->joined().participant(), 1u);
    EXPECT_EQ(participants(), 1u);
}

TEST_F(Entrance, notes_nothing_when_a_join_is_said_twice_on_one_connection) {
    const auto connection = joined('a');
    const std::size_t before = house.log().size();
    house.say(connection, join(code, "gast a", token('a')));
    EXPECT_EQ(house.log().size(), before);
}

TEST_F(Entrance, closes_the_older_of_two_connections_with_one_token_and_listens_to_the_newer) {
    const auto older = joined('a');
    const auto newer = house.greeted();
    house.say(newer, resume(code, token('a')));
    EXPECT_EQ(house.network().close_reason(older), CloseReason::superseded);
    house.drop(older);
    house.hear(newer);
    house.say(newer, frame_of(take_role("VT"), command_id('1')));
    EXPECT_TRUE(accepted(house.hear(newer), command_id('1')));
}

TEST_F(Entrance, hears_nothing_more_of_a_superseded_connection) {
    const auto older = joined('a');
    const auto newer = house.greeted();
    house.say(newer, resume(code, token('a')));
    const std::size_t before = house.log().size();
    house.say(older, frame_of(take_role("VT"), command_id('1')));
    EXPECT_EQ(house.log().size(), before);
}

TEST_F(Entrance, refuses_an_unknown_token_without_another_word) {
    const auto connection = house.greeted();
    const auto heard = say(connection, resume(code, token('z')));
    EXPECT_EQ(heard.size(), 1u);
    EXPECT_EQ(refusal(heard), "wrong_token");
}

TEST_F(Entrance, notes_a_lost_connection_and_its_return) {
    const auto connection = joined('a');
    house.drop(connection);
    EXPECT_TRUE(std::holds_alternative<core::ConnectionLost>(house.log().back().events.front()));
    const auto back = house.greeted();
    const auto heard = say(back, resume(code, token('a')));
    EXPECT_TRUE(first(heard, &ServerFrame::has_joined)->joined().returned());
    EXPECT_TRUE(
        std::holds_alternative<core::ConnectionRestored>(house.log().back().events.front()));
}

TEST_F(Entrance, refuses_the_participant_above_the_limit) {
    House full(House::Completion::at_once);
    full.new_session();
    std::vector<ServerFrame> heard;
    for (int number = 0; number <= 40; ++number) {
        std::string key = token('a');
        key[0] = static_cast<char>(number);
        const auto connection = full.greeted();
        full.say(connection, join(full.code(), "gast", key));
        heard = full.hear(connection);
        EXPECT_EQ(refusal(heard), number < 40 ? "" : "session_is_full");
    }
}

TEST_F(Entrance, forgets_who_signs_out_and_frees_the_role) {
    const auto connection = joined('a');
    house.say(connection, frame_of(take_role("VT"), command_id('1')));
    v1::ClientFrame leave;
    leave.mutable_sign_out();
    house.say(connection, leave);
    EXPECT_TRUE(std::holds_alternative<core::ParticipantLeft>(house.log().back().events.back()));
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('a')))), "wrong_token");
    const auto other = joined('b');
    house.hear(other);
    house.say(other, frame_of(take_role("VT"), command_id('2')));
    EXPECT_TRUE(accepted(house.hear(other), command_id('2')));
}

TEST_F(Entrance, moves_a_connection_from_one_session_to_another) {
    const auto connection = joined('a');
    const std::string other = house.new_session();
    house.hear(connection);
    const auto heard = say(connection, join(other, "gast", token('b')));
    EXPECT_EQ(first(heard, &ServerFrame::has_joined)->joined().code(), other);
    EXPECT_EQ(house.host().find(code)->entry().connected(), 0u);
    EXPECT_EQ(house.host().find(other)->entry().connected(), 1u);
}

// One-time codes for another machine.

class Reentry : public Entrance {
protected:
    ConnectionId trainer = house.trainer();
    ConnectionId person = joined('a');

    std::string issue(std::uint32_t participant = 1) {
        house.hear(trainer);
        v1::ClientFrame frame;
        frame.mutable_issue_reentry_code()->set_participant(participant);
        const auto heard = say(trainer, frame);
        const auto* given = first(heard, &ServerFrame::has_reentry_code);
        return given == nullptr ? refusal(heard) : given->reentry_code().code();
    }
};

TEST_F(Reentry, lets_a_participant_in_once_with_a_code_and_a_new_token) {
    const std::string ticket = issue();
    EXPECT_EQ(ticket.size(), 8u);
    const auto other = house.greeted();
    const auto heard = say(other, reenter(code, ticket, token('n')));
    EXPECT_EQ(first(heard, &ServerFrame::has_joined)->joined().participant(), 1u);
    EXPECT_EQ(house.network().close_reason(person), CloseReason::superseded);
    EXPECT_EQ(refusal(say(house.greeted(), reenter(code, ticket, token('m')))),
              "wrong_reentry_code");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('a')))), "wrong_token");
    EXPECT_EQ(refusal(say(house.greeted(), resume(code, token('n')))), "");
}

TEST_F(Reentry, tells_trainers_when_the_code_was_used) {
    const std::string ticket = issue();
    house.hear(trainer);
    say(house.greeted(), reenter(code, ticket, token('n')));
    const auto heard = house.hear(trainer);
    const auto* used = first(heard, &ServerFrame::has_reentry_code);
    ASSERT_NE(used, nullptr);
    EXPECT_EQ(used->reentry_code().participant(), 1U);
    EXPECT_EQ(used->reentry_code().code(), "");
}

TEST_F(Reentry, takes_a_reentry_said_twice_for_one) {
    const std::string ticket = issue();
    say(house.greeted(), reenter(code, ticket, token('n')));
    const auto heard = say(house.greeted(), reenter(code, ticket, token('n')));
    EXPECT_NE(first(heard, &ServerFrame::has_joined), nullptr);
}

TEST_F(Reentry, replaces_an_earlier_code) {
    const std::string first_ticket = issue();
    const std::string second_ticket = issue();
    EXPECT_EQ(refusal(say(house.greeted(), reenter(code, first_ticket, token('n')))),
              "wrong_reentry_code");
    EXPECT_EQ(refusal(say(house.greeted(), reenter(code, second_ticket, token('n')))), "");
}

TEST_F(Reentry, gives_no_code_for_somebody_unknown_or_gone) {
    EXPECT_EQ(issue(9), "unknown_participant");
    v1::ClientFrame leave;
    leave.mutable_sign_out();
    house.say(person, leave);
    EXPECT_EQ(issue(1), "unknown_participant");
}

TEST_F(Reentry, keeps_a_code_through_a_restart) {
    const std::string ticket = issue();
    house.restart();
    EXPECT_EQ(refusal(say(house.greeted(), reenter(code, ticket, token('n')))), "");
}

// The trainer's desk.

TEST_F(Entrance, refuses_the_desk_without_the_key) {
    const auto connection = house.greeted();
    v1::ClientFrame frame;
    frame.mutable_list_sessions();
    EXPECT_EQ(refusal(say(connection, frame)), "trainer_only");
    frame.mutable_new_session()->set_scenario("small");
    EXPECT_EQ(refusal(say(connection, frame)), "trainer_only");
    frame.mutable_issue_reentry_code()->set_participant(1);
    EXPECT_EQ(refusal(say(connection, frame)), "trainer_only");
}

TEST_F(Entrance, refuses_control_of_a_session_that_is_not_attached) {
    v1::ClientFrame frame;
    frame.mutable_set_maximum_speed()->set_on(true);
    EXPECT_EQ(refusal(say(house.desk(), frame)), "not_attached");
}

TEST_F(Entrance, makes_one_session_when_asked_twice) {
    const auto desk = house.desk();
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_scenario("small");
    frame.mutable_new_session()->set_request_id("the same wish");
    const auto heard_first = say(desk, frame);
    const auto heard_again = say(desk, frame);
    EXPECT_EQ(heard_first.front().session_created().code(),
              heard_again.front().session_created().code());
    EXPECT_EQ(house.store().list().size(), 2u);
}

TEST_F(Entrance, refuses_a_session_of_a_case_it_does_not_have) {
    v1::ClientFrame frame;
    frame.mutable_new_session()->set_scenario("nowhere");
    EXPECT_EQ(refusal(say(house.desk(), frame)), "unknown_scenario");
}

TEST_F(Entrance, lists_cases_and_sessions_to_a_trainer) {
    joined('a');
    const auto desk = house.desk();
    v1::ClientFrame frame;
    frame.mutable_list_scenarios();
    EXPECT_EQ(say(desk, frame).front().scenario_list().scenarios(0).id(), "small");
    frame.mutable_list_sessions();
    const auto heard = say(desk, frame);
    ASSERT_EQ(heard.front().session_list().sessions_size(), 1);
    EXPECT_EQ(heard.front().session_list().sessions(0).code(), code);
    EXPECT_EQ(heard.front().session_list().sessions(0).phase(), "lobby");
    EXPECT_EQ(heard.front().session_list().sessions(0).participants(), 1u);
}

TEST_F(Entrance, shows_the_trainer_key_only_at_the_first_start_and_keeps_it) {
    EXPECT_EQ(house.trainer_key().size(), 28u);
    house.restart();
    EXPECT_TRUE(house.opening().trainer_key.empty());
    const auto desk = house.desk();
    v1::ClientFrame frame;
    frame.mutable_list_sessions();
    EXPECT_EQ(refusal(say(desk, frame)), "");
}

TEST_F(Entrance, refuses_acts_of_who_never_came_in) {
    const auto heard = say(house.greeted(), frame_of(take_role("VT"), command_id('1')));
    EXPECT_EQ(refusal(heard), "not_attached");
}

}  // namespace
}  // namespace casustafel::hosting
