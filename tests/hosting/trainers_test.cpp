// People who lead: keys of their own, a second factor, names in the log and before the others, who
// leads, and a key that is revoked while it is in use.
#include <gtest/gtest.h>
#include <liboath/oath.h>

#include "server/hosting/surroundings/qr.hpp"
#include "server/hosting/surroundings/second_factor.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

const std::string anouk_key = "ANOUK", bram_key = "BRAM";

Trainer trainer(std::uint32_t number, const std::string& name, const std::string& key) {
    return {number, name, trainer_key_hash(key), {}};
}

v1::ClientFrame attach(const std::string& code) {
    v1::ClientFrame frame;
    frame.mutable_attach_session()->set_code(code);
    return frame;
}

v1::ClientFrame open_with(const std::string& key, const std::string& digits = {},
                          const std::string& token = {}) {
    v1::ClientFrame frame;
    frame.mutable_open_as_trainer()->set_key(key);
    frame.mutable_open_as_trainer()->set_digits(digits);
    frame.mutable_open_as_trainer()->set_token(token);
    return frame;
}

v1::Command pause() {
    v1::Command command;
    command.mutable_pause_session();
    return command;
}
v1::Command end() {
    v1::Command command;
    command.mutable_end_session();
    return command;
}

class Trainers : public testing::Test {
protected:
    Trainers() {
        house.trainers() = {trainer(1, "Anouk", anouk_key), trainer(2, "Bram", bram_key)};
    }
    // Anouk makes a session, so she leads; Bram helps.
    void lead_and_help() {
        anouk = house.desk(anouk_key);
        v1::ClientFrame frame;
        frame.mutable_new_session()->set_scenario(house.scenario().id);
        frame.mutable_new_session()->set_request_id("r");
        house.say(anouk, frame);
        bram = house.desk(bram_key);
        for (const ConnectionId each : {anouk, bram}) {
            house.hear(each);
            house.say(each, attach(house.code()));
        }
    }
    std::vector<ServerFrame> act(ConnectionId who, const v1::Command& command, char id) {
        house.say(who, frame_of(command, command_id(id)));
        return house.hear(who);
    }

    House house;
    ConnectionId anouk = 0, bram = 0;
};

TEST_F(Trainers, open_the_desk_with_keys_of_their_own_and_the_shared_one_is_worth_nothing) {
    const ConnectionId somebody = house.greeted();
    house.say(somebody, open_with(house.trainer_key()));
    EXPECT_EQ(refusal(house.hear(somebody)), "wrong_key");
    house.say(somebody, open_with(bram_key));
    const auto heard = house.hear(somebody);
    const ServerFrame* opened = first(heard, &ServerFrame::has_trainer_opened);
    ASSERT_NE(opened, nullptr);
    EXPECT_EQ(opened->trainer_opened().trainer(), 2U);
    EXPECT_EQ(opened->trainer_opened().name(), "Bram");
}

TEST_F(Trainers, stand_by_number_in_the_log_and_by_name_before_the_others) {
    lead_and_help();
    const auto told = house.hear(anouk);
    const ServerFrame* names = first(told, &ServerFrame::has_names);
    ASSERT_NE(names, nullptr);
    EXPECT_EQ(names->names().trainers().at(2), "Bram");
    const ConnectionId participant = house.seated(house.code(), 'a', "VT");
    act(anouk, start(), '1');
    house.hear(bram);
    EXPECT_TRUE(accepted(act(bram, pause(), '2'), command_id('2')));
    EXPECT_EQ(house.log().back().actor.trainer, 2U);
    const auto heard = house.hear(anouk);
    const ServerFrame* acted = first(heard, &ServerFrame::has_trainer_acted);
    ASSERT_NE(acted, nullptr);
    EXPECT_EQ(acted->trainer_acted().trainer(), 2U);
    EXPECT_TRUE(acted->trainer_acted().command().has_pause_session());
    EXPECT_EQ(first(house.hear(bram), &ServerFrame::has_trainer_acted), nullptr) << "it knows";
    EXPECT_EQ(first(house.hear(participant), &ServerFrame::has_trainer_acted), nullptr);
}

TEST_F(Trainers, who_helps_does_not_end_what_another_leads) {
    lead_and_help();
    EXPECT_EQ(refusal(act(bram, end(), '1')), "lead_only");
    v1::ClientFrame take;
    take.mutable_hand_lead()->set_trainer(2);
    house.say(bram, take);
    EXPECT_EQ(refusal(house.hear(bram)), "lead_only") << "the lead is here";
    house.say(anouk, take);
    const auto heard = house.hear(bram);
    const ServerFrame* lead = first(heard, &ServerFrame::has_lead);
    ASSERT_NE(lead, nullptr);
    EXPECT_EQ(lead->lead().trainer(), 2U);
    EXPECT_EQ(refusal(act(anouk, end(), '2')), "lead_only");
    EXPECT_TRUE(accepted(act(bram, end(), '3'), command_id('3')));
}

TEST_F(Trainers, take_the_lead_when_the_lead_is_gone_also_after_a_restart) {
    lead_and_help();
    house.drop(anouk);
    house.restart();
    bram = house.desk(bram_key);
    house.say(bram, attach(house.code()));
    house.hear(bram);
    v1::ClientFrame take;
    take.mutable_hand_lead()->set_trainer(2);
    house.say(bram, take);
    EXPECT_EQ(refusal(house.hear(bram)), "");
    EXPECT_TRUE(accepted(act(bram, end(), '1'), command_id('1')));
}

TEST_F(Trainers, whose_key_is_revoked_are_let_go_and_lead_nothing) {
    lead_and_help();
    house.trainers()[0].key_hash.clear();
    house.pass(5'000);
    EXPECT_EQ(house.network().close_reason(anouk), CloseReason::going_away);
    EXPECT_EQ(house.network().close_reason(bram), std::nullopt);
    EXPECT_TRUE(accepted(act(bram, end(), '1'), command_id('1')));
}

TEST_F(Trainers, with_a_second_factor_give_six_digits_once_and_come_back_by_token) {
    const std::string secret = "12345678901234567890", mine(32, 't'), other(32, 'o');
    house.trainers()[0].totp_secret = secret;
    char digits[7] = {};
    oath_totp_generate(secret.data(), secret.size(), house.clock().wall_ms() / 1000, 30, 0, 6,
                       digits);
    const auto opens = [&](const std::string& given, const std::string& token) {
        const ConnectionId somebody = house.greeted();
        house.say(somebody, open_with(anouk_key, given, token));
        return refusal(house.hear(somebody));
    };
    EXPECT_EQ(opens("", mine), "second_factor");
    EXPECT_EQ(opens("000000", mine), digits == std::string("000000") ? "" : "second_factor");
    EXPECT_EQ(opens(digits, mine), "");
    EXPECT_EQ(opens(digits, other), "second_factor") << "read over a shoulder";
    EXPECT_EQ(opens("", mine), "") << "the same program, after its line was lost";
    house.pass(13LL * 3600 * 1000);
    EXPECT_EQ(opens("", mine), "second_factor");
}

TEST(SecondFactor, knows_the_digits_of_the_standard) {
    // RFC 6238, appendix B, its last six digits.
    EXPECT_EQ(step_of_digits("12345678901234567890", "287082", 59'000), 1);
    EXPECT_EQ(step_of_digits("12345678901234567890", "287083", 59'000), std::nullopt);
    EXPECT_EQ(otpauth_uri("1234567890", "Anouk de Vries"),
              "otpauth://totp/Casustafel:Anouk%20de%20Vries?secret=GEZDGNBVGY3TQOJQ"
              "&issuer=Casustafel&algorithm=SHA1&digits=6&period=30");
}

TEST(TrainerList, reads_what_it_wrote) {
    std::vector<Trainer> all = {trainer(1, "Anouk de Vries", "A"), trainer(7, "Bram", "B")};
    all[0].totp_secret = std::string("\0\x9f\n\t", 4);
    all[1].key_hash.clear();
    const auto read = read_trainers(write_trainers(all));
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0].name, "Anouk de Vries");
    EXPECT_EQ(read[0].totp_secret, all[0].totp_secret);
    EXPECT_EQ(read[0].key_hash, all[0].key_hash);
    EXPECT_TRUE(read[1].revoked());
    EXPECT_TRUE(read_trainers("rommel\n\n12\n").empty());
}

TEST(Qr, has_its_three_corners) {
    const auto code = qr_code("https://oefenen.example.nl/K7W4-MPQX");
    ASSERT_TRUE(code);
    for (const auto& [row, column] :
         {std::pair<std::size_t, std::size_t>{0, 0}, {0, code->side - 7}, {code->side - 7, 0}}) {
        EXPECT_TRUE(code->dark(row, column));
        EXPECT_FALSE(code->dark(row + 1, column + 1));
        EXPECT_TRUE(code->dark(row + 3, column + 3));
    }
    EXPECT_FALSE(qr_code(""));
}

}  // namespace
}  // namespace casustafel::hosting
