// What somebody is called: seen, told apart from the others, and not what the screens call others.
#include "server/hosting/session/names.hpp"

#include <gtest/gtest.h>

#include "proto/text_rules/folding.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

class GivenNames : public testing::Test {
protected:
    House house;
    std::string code = house.new_session();
    char next = 'a';

    // The refusal, or what this one is called.
    std::string called(const std::string& name) {
        const auto connection = house.greeted();
        house.say(connection, join(code, name, token(next++)));
        const auto heard = house.hear(connection);
        if (const std::string no = refusal(heard); !no.empty()) return no;
        const auto* welcome = first(heard, &ServerFrame::has_joined);
        std::string given;
        for (const ServerFrame& frame : heard)
            if (frame.has_names() && welcome != nullptr &&
                frame.names().names().contains(welcome->joined().participant()))
                given = frame.names().names().at(welcome->joined().participant());
        return given;
    }
};

TEST_F(GivenNames, are_taken_in_normal_form) {
    EXPECT_EQ(called("  Noe\u0308l \u202E de  Vries\n"), "Noël de Vries");
    EXPECT_EQ(called("محمد"), "محمد");
}

TEST_F(GivenNames, that_nobody_can_see_are_refused) {
    for (const char* blank : {"", " ", "\u00A0", "\u2800", "\u3164", "\u115F\u1160", "\u200D\u2060",
                              "\u0301", "\uFFA0 \u2800", "\U000E0041", "\uE000"})
        EXPECT_EQ(called(blank), "bad_name") << blank;
}

TEST_F(GivenNames, that_look_the_same_get_a_number) {
    EXPECT_EQ(called("Noor"), "Noor");
    EXPECT_EQ(called("Noor"), "Noor (2)");
    EXPECT_EQ(called("N\u043E\u043Er"), "N\u043E\u043Er (3)");
    EXPECT_EQ(called("nóór "), "nóór (4)");
    EXPECT_EQ(called("Noor (2)"), "Noor (2) (2)");
    EXPECT_EQ(called("Nora"), "Nora");
    const std::string longest(40, 'n');
    EXPECT_EQ(called(longest), longest);
    EXPECT_EQ(called(longest), std::string(36, 'n') + " (2)");
}

TEST_F(GivenNames, of_the_trainer_and_the_computer_are_not_for_others) {
    for (const char* taken : {"trainer", "De Trainer", "TRAINER", "de computer", "Computer",
                              "the computer", "Tr\u0430iner", "tr4iner", "C0mputer", "p1", "P12"})
        EXPECT_EQ(called(taken), std::string(taken) == "tr4iner" ? "tr4iner" : "bad_name") << taken;
    EXPECT_EQ(called("Trainer Tom"), "Trainer Tom");
}

TEST_F(GivenNames, of_who_left_are_free_again_and_a_trainer_gives_them_by_the_same_rule) {
    const ConnectionId trainer = house.trainer();
    EXPECT_EQ(called("Daan"), "Daan");
    EXPECT_EQ(called("Daan"), "Daan (2)");
    const auto renamed = [&](std::uint32_t who, const std::string& name) {
        v1::ClientFrame rename;
        rename.mutable_rename()->set_participant(who);
        rename.mutable_rename()->set_name(name);
        house.say(trainer, rename);
        const auto heard = house.hear(trainer);
        if (const std::string no = refusal(heard); !no.empty()) return no;
        return heard.back().names().names().at(who);
    };
    EXPECT_EQ(renamed(2, "DAAN"), "DAAN (2)");
    EXPECT_EQ(renamed(2, "daan (2)"), "daan (2)");
    EXPECT_EQ(renamed(1, "daan"), "daan");
    EXPECT_EQ(renamed(1, "de trainer"), "bad_name");
    v1::Command away;
    away.mutable_send_away()->set_participant(1);
    house.say(trainer, frame_of(away, command_id('w')));
    house.hear(trainer);
    EXPECT_EQ(called("Daan"), "Daan");
}

}  // namespace
}  // namespace casustafel::hosting
