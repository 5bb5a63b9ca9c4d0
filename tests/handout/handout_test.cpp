// The page for paper: who sits where, what each role knows and no more, and nothing that somebody
// typed becomes markup.
#include "server/handout/handout.hpp"

#include <gtest/gtest.h>

#include "tests/support/cases/small_case.hpp"
#include "tests/support/core/play.hpp"

namespace casustafel::handout {
namespace {

using support::grant;
using support::item;
using support::need;

core::Scenario scenario_of_two_secrets() {
    core::Scenario scenario = support::small_case();
    core::Item of_vt = item("I1", {"VT"}, 1), of_pol = item("I2", {"POL"}, 1);
    of_vt.text = {"alleen voor Veilig Thuis", "for Veilig Thuis alone"};
    of_pol.text = {"alleen voor de politie", "for the police alone"};
    scenario.items = {of_vt, of_pol};
    return scenario;
}

class Handout : public testing::Test {
protected:
    core::Scenario scenario = scenario_of_two_secrets();
    support::Play play{scenario};
    core::Actor vt = play.seat(core::RoleId{"VT"}), ovj = play.seat(core::RoleId{"OVJ"});

    void SetUp() override { play.must(support::trainer(), core::StartSession{}); }
    std::string made(text::Language language = text::Language::nl) const {
        return page(play.state(), play.now(),
                    {"K7W4MPQX", language, {{vt.participant, "Samira <b>"}}});
    }
    // The sheet of this role alone.
    std::string sheet(const std::string& role) const {
        const std::string whole = made();
        for (std::size_t at = whole.find("class=\"sheet\""); at != std::string::npos;) {
            const std::size_t next = whole.find("class=\"sheet\"", at + 1);
            const std::string found = whole.substr(at, next - at);
            if (found.substr(0, 300).find(">" + role + "<") != std::string::npos ||
                found.substr(0, 300).find(role) != std::string::npos)
                return found;
            at = next;
        }
        return {};
    }
};

TEST_F(Handout, says_who_sits_where_and_when_it_is) {
    const std::string whole = made();
    EXPECT_NE(whole.find("Samira &lt;b&gt;"), std::string::npos);
    EXPECT_EQ(whole.find("Samira <b>"), std::string::npos);
    EXPECT_NE(whole.find("K7W4MPQX"), std::string::npos);
    EXPECT_NE(whole.find("niemand"), std::string::npos);
    EXPECT_EQ(whole.find("<script"), std::string::npos);
    EXPECT_NE(made(text::Language::en).find("On with paper"), std::string::npos);
}

TEST_F(Handout, gives_each_role_what_it_knows_and_nothing_of_another) {
    EXPECT_NE(sheet("VT").find("alleen voor Veilig Thuis"), std::string::npos);
    EXPECT_EQ(sheet("VT").find("alleen voor de politie"), std::string::npos);
    EXPECT_EQ(sheet("OVJ").find("alleen voor"), std::string::npos);
    EXPECT_EQ(sheet("POL"), "") << "nobody plays it";
}

TEST_F(Handout, tells_which_question_waits_for_whom) {
    play.must(ovj, core::AskForInformation{.to = {core::RoleId{"VT"}},
                                           .person = scenario.people.front().id,
                                           .text = "Is het thuis veilig?"});
    EXPECT_NE(sheet("VT").find("Is het thuis veilig?"), std::string::npos);
    EXPECT_NE(made().find("Is het thuis veilig?"), std::string::npos);
}

TEST_F(Handout, is_the_same_for_the_same_state) { EXPECT_EQ(made(), made()); }

}  // namespace
}  // namespace casustafel::handout
