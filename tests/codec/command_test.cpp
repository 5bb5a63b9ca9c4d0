// Commands from strangers: what an honest client makes is understood, what somebody typed wrongly
// is refused by name, and what no client makes is malformed.
#include "server/codec/command.hpp"

#include <gtest/gtest.h>

#include "proto/contract/limits.hpp"
#include "tests/support/core/play.hpp"
#include "tests/support/core/random_act.hpp"
#include "tests/support/core/random_scenario.hpp"

namespace casustafel::codec {
namespace {

using core::Rejection;
namespace limits = contract::limits;
using support::Seed;

bool is_malformed(const v1::Command& command) {
    return std::holds_alternative<Malformed>(decode_command(command));
}

std::optional<Rejection> refusal(const v1::Command& command) {
    const auto decoded = decode_command(command);
    const auto* rejection = std::get_if<Rejection>(&decoded);
    return rejection ? std::optional(*rejection) : std::nullopt;
}

v1::Command message(const std::string& text) {
    v1::Command command;
    command.mutable_send_message()->add_to("VT");
    command.mutable_send_message()->set_text(text);
    return command;
}

v1::Command share() {
    v1::Command command;
    auto* share = command.mutable_share_item();
    share->set_item("A03");
    share->add_to("OVJ");
    share->set_purpose("care");
    share->set_basis("WMOVT");
    share->set_form(2);
    return command;
}

bool is_for_clients(const core::Command& command) {
    return !std::holds_alternative<core::JoinSession>(command) &&
           !std::holds_alternative<core::NoteConnection>(command) &&
           !std::holds_alternative<core::NoteRecovery>(command) &&
           !std::holds_alternative<core::AdmitObserver>(command) &&
           !std::holds_alternative<core::NoteObserver>(command) &&
           !std::holds_alternative<core::NoteFork>(command);
}

TEST(Command, comes_back_as_it_was_and_the_hosts_own_do_not_come_in) {
    std::size_t seen = 0;
    for (std::uint64_t number = 1; number <= 100; ++number) {
        Seed seed(number);
        const core::Scenario scenario = support::random_scenario(seed);
        support::Play play(scenario, number);
        support::open_at_random(seed, play);
        for (int act = 0; act < 60; ++act, ++seen) {
            const support::Ask ask = support::random_act(seed, play.state());
            const auto decoded = decode_command(encode_command(ask.command));
            const bool expected = is_for_clients(ask.command)
                                      ? decoded == DecodedCommand(ask.command)
                                      : std::holds_alternative<Malformed>(decoded);
            ASSERT_TRUE(expected) << "session " << number << " act " << act;
            play.submit(ask.actor, ask.command);
        }
    }
    EXPECT_EQ(seen, 6'000u);
}

TEST(Command, is_malformed_when_it_says_nothing_or_more_than_we_know) {
    EXPECT_TRUE(is_malformed(v1::Command{}));
    v1::Command command = share();
    command.GetReflection()->MutableUnknownFields(&command)->AddVarint(1999, 1);
    EXPECT_TRUE(is_malformed(command));
}

TEST(Command, is_malformed_with_words_or_numbers_outside_the_lists) {
    EXPECT_FALSE(is_malformed(share()));
    v1::Command purpose = share(), form = share(), speed;
    purpose.mutable_share_item()->set_purpose("curiosity");
    form.mutable_share_item()->set_form(6);
    speed.mutable_set_speed()->set_permille(4'000'000'000);
    EXPECT_TRUE(is_malformed(purpose));
    EXPECT_TRUE(is_malformed(form));
    EXPECT_TRUE(is_malformed(speed));
}

TEST(Command, is_malformed_with_too_many_addressees_or_an_id_that_is_none) {
    v1::Command crowd = share(), longest = share(), control = share();
    for (std::size_t i = 0; i < limits::share_item_to_count; ++i)
        crowd.mutable_share_item()->add_to("VT");
    longest.mutable_share_item()->set_item(std::string(limits::id_bytes + 1, 'A'));
    control.mutable_share_item()->set_item("A\n03");
    EXPECT_TRUE(is_malformed(crowd));
    EXPECT_TRUE(is_malformed(longest));
    EXPECT_TRUE(is_malformed(control));
}

TEST(Command, is_refused_when_a_typed_text_is_too_long) {
    EXPECT_FALSE(refusal(message(std::string(limits::send_message_text_characters, 'a'))));
    EXPECT_EQ(refusal(message(std::string(limits::send_message_text_characters + 1, 'a'))),
              Rejection::text_too_long);
    EXPECT_EQ(refusal(message(std::string(100'000, 'a'))), Rejection::text_too_long);
}

TEST(Command, counts_characters_and_not_bytes) {
    std::string accents;
    for (std::size_t i = 0; i < limits::send_message_text_characters; ++i) accents += "é";
    EXPECT_FALSE(refusal(message(accents)));
    EXPECT_EQ(refusal(message(accents + "é")), Rejection::text_too_long);
}

TEST(Command, is_refused_when_a_typed_text_would_disturb_a_screen) {
    EXPECT_FALSE(refusal(message("eerste regel\ntweede regel")));
    for (const char* bad : {"a\x07", "a\x1b[2J", "\x7f", "a\u0080b", "a\uFFFFb", "\uFDD0"})
        EXPECT_EQ(refusal(message(bad)), Rejection::bad_text) << bad;
    EXPECT_EQ(refusal(message(std::string("a\0b", 3))), Rejection::bad_text);
}

TEST(Command, has_its_typed_text_in_normal_form) {
    const std::pair<const char*, const char*> typed[] = {{"a\r\nb", "a\nb"},
                                                         {"a\u2028b", "a\nb"},
                                                         {"a\tb", "a b"},
                                                         {"a\u202Eb", "ab"},
                                                         {"\u2066a\u2069b", "ab"},
                                                         {"e\u0301e\u0301n", "één"},
                                                         {"cli\u00ADe\u0308nt", "cliënt"}};
    for (const auto& [from, to] : typed) {
        const auto command = std::get<core::Command>(decode_command(message(from)));
        EXPECT_EQ(std::get<core::SendMessage>(command).text, to);
        EXPECT_EQ(std::get<core::Command>(decode_command(message(to))), command);
    }
}

// Accents are counted as the letters that they make, by who types and by who judges.
TEST(Command, is_counted_in_normal_form) {
    std::string apart;
    for (std::size_t i = 0; i < limits::send_message_text_characters; ++i) apart += "e\u0301\u200B";
    EXPECT_FALSE(refusal(message(apart)));
    EXPECT_EQ(refusal(message(apart + "e")), Rejection::text_too_long);
}

TEST(Command, is_refused_when_a_typed_text_is_not_utf_8) {
    for (const char* bad : {"\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
                            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "a\x80"})
        EXPECT_EQ(refusal(message(bad)), Rejection::bad_text);
    EXPECT_FALSE(refusal(message("één € 𝄞")));
}

TEST(Command, that_is_malformed_as_well_as_badly_typed_is_malformed) {
    v1::Command command = share();
    command.mutable_share_item()->set_text("a\x07");
    EXPECT_EQ(refusal(command), Rejection::bad_text);
    command.mutable_share_item()->set_purpose("curiosity");
    EXPECT_TRUE(is_malformed(command));
}

TEST(CommandId, is_sixteen_bytes_and_not_all_zero) {
    v1::Command command;
    EXPECT_FALSE(decode_command_id(command));
    command.set_command_id(std::string(16, '\0'));
    EXPECT_FALSE(decode_command_id(command));
    command.set_command_id(std::string(17, 'x'));
    EXPECT_FALSE(decode_command_id(command));
    command.set_command_id("0123456789abcdef");
    ASSERT_TRUE(decode_command_id(command));
    EXPECT_EQ((*decode_command_id(command))[15], 'f');
}

}  // namespace
}  // namespace casustafel::codec
