// Meetings that are called together, become part of another, come back to another, and the forms in
// which they talk.
#include "server/core/families/visible.hpp"
#include "small_case.hpp"

namespace casustafel::support {
namespace {

const MeetingId wide{"WIDE"}, part{"PART"};

struct CalledMeetings : ::testing::Test {
    SmallCase small;
    void SetUp() override {
        for (Meeting& meeting : small.scenario.meetings)
            if (meeting.id == meeting_v) meeting.chair = prc;
        Meeting family{wide, {"Gezinsbreed", "Family wide"}};
        family.chair = prc;
        family.members = {prc, ovj};
        family.convened_by = {prc};
        family.joins = {meeting_v};
        Meeting small_group{part, {"Deelgroep", "Break-out"}};
        small_group.chair = vt;
        small_group.members = {vt, jon};
        small_group.convened_by = {prc};
        small_group.part_of = meeting_v;
        small_group.places = 2;
        small.scenario.meetings.push_back(family);
        small.scenario.meetings.push_back(small_group);
        small.begin();
    }
    const Meeting& meeting(const MeetingId& id) const { return *find(small.scenario, id); }
    std::optional<Rejection> refusal(const RoleId& role, const Command& command) const {
        return rejection(small.ask(role, command));
    }
    void enter(std::initializer_list<RoleId> roles, const MeetingId& id) {
        for (const RoleId& role : roles) small.perform(role, EnterMeeting{id});
    }
    bool there(const RoleId& role, const MeetingId& id) const {
        return is_present(small.state, id, role);
    }
};

TEST_F(CalledMeetings, are_known_to_nobody_but_who_may_call_them) {
    EXPECT_TRUE(sees(small.state, prc, meeting(wide)));
    EXPECT_FALSE(sees(small.state, ovj, meeting(wide)));
    EXPECT_EQ(refusal(ovj, EnterMeeting{wide}), Rejection::unknown);
    EXPECT_EQ(refusal(ovj, ConveneMeeting{wide, {}, "Nu"}), Rejection::unknown);
    EXPECT_EQ(refusal(prc, EnterMeeting{wide}), Rejection::meeting_closed);
    small.perform(prc, ConveneMeeting{wide, {}, "Het gaat over een gezin."});
    EXPECT_TRUE(sees(small.state, ovj, meeting(wide)));
    EXPECT_TRUE(may_enter(small.state, ovj, meeting(wide)));
    EXPECT_FALSE(sees(small.state, jon, meeting(wide)));
    EXPECT_EQ(refusal(prc, ConveneMeeting{wide, {}, "Nu"}), Rejection::already_so);
}

TEST_F(CalledMeetings, want_a_reason_and_roles_that_exist) {
    EXPECT_EQ(refusal(prc, ConveneMeeting{wide, {}, " "}), Rejection::empty_text);
    EXPECT_EQ(refusal(prc, ConveneMeeting{wide, {{"NOWHERE"}}, "Nu"}), Rejection::unknown);
}

TEST_F(CalledMeetings, wait_for_what_the_case_asks_first) {
    Check check{CheckKind::present};
    check.meeting = meeting_v;
    check.roles = {vt};
    small.scenario.meetings[small.scenario.meetings.size() - 2].when = {check};
    EXPECT_EQ(refusal(prc, ConveneMeeting{wide, {}, "Nu"}), Rejection::not_yet);
    enter({vt}, meeting_v);
    EXPECT_EQ(refusal(prc, ConveneMeeting{wide, {}, "Nu"}), std::nullopt);
}

TEST_F(CalledMeetings, take_along_who_sits_in_what_becomes_part_of_them) {
    enter({prc, vt}, meeting_v);
    small.perform(prc, ConveneMeeting{wide, {jon}, "Nu"});
    for (const RoleId& role : {prc, vt}) {
        EXPECT_FALSE(there(role, meeting_v));
        EXPECT_TRUE(there(role, wide));
    }
    EXPECT_TRUE(may_enter(small.state, jon, meeting(wide))) << "it was called";
    EXPECT_FALSE(there(jon, wide)) << "it comes by itself";
    EXPECT_FALSE(is_open(small.state, meeting(meeting_v)));
    EXPECT_EQ(goes_on_in(small.state, meeting_v), wide);
    EXPECT_EQ(refusal(vt, EnterMeeting{meeting_v}), Rejection::meeting_closed);
    EXPECT_EQ(refusal(prc, MovePhase{meeting_v, MeetingPhase::judgement}),
              Rejection::meeting_closed);
}

TEST_F(CalledMeetings, of_a_part_come_back_with_a_summary) {
    enter({prc, vt, jon}, meeting_v);
    EXPECT_EQ(refusal(vt, ConveneMeeting{part, {}, "Nu"}), Rejection::unknown);
    small.perform(prc, ConveneMeeting{part, {vt, jon}, "Zoek een adres uit."});
    EXPECT_TRUE(there(vt, part) && there(jon, part));
    EXPECT_FALSE(there(vt, meeting_v));
    EXPECT_EQ(refusal(vt, CloseMeeting{part, ""}), Rejection::empty_text);
    EXPECT_EQ(refusal(jon, CloseMeeting{part, "Klaar"}), Rejection::not_the_chair);
    const auto events = small.perform(vt, CloseMeeting{part, "Het adres klopt."});
    const auto& told = std::get<MessageSent>(events.back());
    EXPECT_EQ(told.meeting, meeting_v);
    EXPECT_EQ(told.to, (std::vector{prc, jon}));
    EXPECT_TRUE(there(vt, meeting_v) && there(jon, meeting_v));
    EXPECT_EQ(refusal(prc, ConveneMeeting{part, {vt}, "Nog eens"}), std::nullopt);
}

TEST_F(CalledMeetings, have_as_many_places_as_the_case_says) {
    enter({prc, vt, jon}, meeting_v);
    small.perform(prc, ConveneMeeting{part, {prc, vt, jon}, "Nu"});
    EXPECT_EQ(small.state.present.at(part).size(), 2U);
    const RoleId& left_out = there(prc, part) ? jon : prc;
    EXPECT_EQ(refusal(left_out, EnterMeeting{part}), Rejection::meeting_full);
}

TEST_F(CalledMeetings, that_are_closed_are_called_again_by_their_chair) {
    enter({prc, vt}, meeting_v);
    small.perform(prc, CloseMeeting{meeting_v, ""});
    EXPECT_FALSE(there(vt, meeting_v));
    EXPECT_EQ(refusal(vt, EnterMeeting{meeting_v}), Rejection::meeting_closed);
    EXPECT_EQ(refusal(vt, ConveneMeeting{meeting_v, {}, "Nu"}), Rejection::no_power);
    small.perform(prc, ConveneMeeting{meeting_v, {}, "We gaan verder."});
    EXPECT_EQ(refusal(vt, EnterMeeting{meeting_v}), std::nullopt);
}

struct Formats : CalledMeetings {
    void SetUp() override {
        CalledMeetings::SetUp();
        enter({prc, vt, jon}, meeting_v);
    }
    std::vector<RoleId> hearers_of(const RoleId& role) {
        return only<MessageSent>(small.perform(role, SendMessage{{}, meeting_v, "Hoi"})).to;
    }
};

TEST_F(Formats, are_the_chairs_to_choose) {
    EXPECT_EQ(refusal(vt, ChooseFormat{meeting_v, MeetingFormat::pairs, {}}),
              Rejection::not_the_chair);
    EXPECT_EQ(refusal(prc, ChooseFormat{meeting_v, MeetingFormat::plenary, {}}),
              Rejection::already_so);
    EXPECT_EQ(refusal(prc, ChooseFormat{meeting_v, MeetingFormat::fishbowl, {}}),
              Rejection::no_recipients);
    EXPECT_EQ(refusal(prc, ChooseFormat{meeting_v, MeetingFormat::fishbowl, {ovj}}),
              Rejection::not_in_meeting);
}

TEST_F(Formats, in_pairs_let_each_hear_its_own_partner) {
    small.perform(prc, ChooseFormat{meeting_v, MeetingFormat::pairs, {vt, jon}});
    EXPECT_EQ(hearers_of(vt), std::vector{jon});
    EXPECT_EQ(refusal(prc, SendMessage{{}, meeting_v, "Hoi"}), Rejection::no_recipients);
    const auto twice = only<FormatChosen>(
        small.perform(prc, ChooseFormat{meeting_v, MeetingFormat::pairs, {vt, vt, prc}}));
    EXPECT_EQ(twice.roles, (std::vector{vt, prc})) << "nobody is one's own partner";
    small.perform(prc, ChooseFormat{meeting_v, MeetingFormat::pairs, {}});
    EXPECT_EQ(hearers_of(vt).size(), 2U) << "three of them talk together";
}

TEST_F(Formats, in_a_fishbowl_let_all_hear_the_middle) {
    small.perform(prc, ChooseFormat{meeting_v, MeetingFormat::fishbowl, {vt}});
    EXPECT_EQ(hearers_of(vt).size(), 2U);
    EXPECT_EQ(refusal(jon, SendMessage{{}, meeting_v, "Hoi"}), Rejection::not_in_the_middle);
}

TEST_F(Formats, in_writing_let_nobody_talk_until_they_are_together_again) {
    small.perform(prc, ChooseFormat{meeting_v, MeetingFormat::writing, {}});
    EXPECT_EQ(refusal(vt, SendMessage{{}, meeting_v, "Hoi"}), Rejection::meeting_writes);
    small.perform(prc, ChooseFormat{meeting_v, MeetingFormat::plenary, {}});
    EXPECT_EQ(hearers_of(vt).size(), 2U);
}

}  // namespace
}  // namespace casustafel::support
