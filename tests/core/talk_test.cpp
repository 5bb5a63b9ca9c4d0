// Messages and meetings: who is there decides who hears, at the moment it is said.
#include "server/core/families/visible.hpp"
#include "server/core/rules/meetings.hpp"
#include "small_case.hpp"

namespace casustafel::support {
namespace {

struct TalkTest : ::testing::Test {
    SmallCase small;
    void SetUp() override { small.begin(); }
    std::optional<Rejection> refusal(const RoleId& role, const Command& command) const {
        return rejection(small.ask(role, command));
    }
};

using Messages = TalkTest;

TEST_F(Messages, reach_the_roles_addressed) {
    const auto sent = only<MessageSent>(small.perform(ovj, SendMessage{{jon, ovj, vt}, {}, "Hoi"}));
    EXPECT_EQ(sent.to, (std::vector{vt, jon}));
    EXPECT_EQ(sent.sender, ovj);
    const Message& message = small.state.messages.at(sent.message);
    for (const RoleId& role : {ovj, vt, jon}) EXPECT_TRUE(sees(small.state, role, message));
    EXPECT_FALSE(sees(small.state, prc, message));
}

TEST_F(Messages, into_a_meeting_reach_who_is_present_then) {
    const SendMessage hello{{}, meeting_v, "Hoi"};
    EXPECT_EQ(refusal(vt, hello), Rejection::not_in_meeting);
    small.perform(vt, EnterMeeting{meeting_v});
    EXPECT_EQ(refusal(vt, hello), Rejection::no_recipients);
    small.perform(prc, EnterMeeting{meeting_v});
    const auto sent = only<MessageSent>(small.perform(vt, hello));
    small.perform(jon, EnterMeeting{meeting_v});
    EXPECT_EQ(sent.to, std::vector{prc});
    EXPECT_FALSE(sees(small.state, jon, small.state.messages.at(sent.message)));
}

TEST_F(Messages, need_words_and_somebody_to_hear_them) {
    EXPECT_EQ(refusal(vt, SendMessage{{ovj}, {}, ""}), Rejection::empty_text);
    EXPECT_EQ(refusal(vt, SendMessage{{ovj}, {}, " \n\t "}), Rejection::empty_text);
    EXPECT_EQ(refusal(vt, SendMessage{{}, {}, "Hoi"}), Rejection::no_recipients);
    EXPECT_EQ(refusal(vt, SendMessage{{vt}, {}, "Hoi"}), Rejection::to_yourself);
    EXPECT_EQ(refusal(vt, SendMessage{{ovj}, meeting_v, "Hoi"}), Rejection::no_recipients);
}

TEST_F(Messages, refuse_names_the_sender_does_not_know) {
    EXPECT_EQ(refusal(vt, SendMessage{{ovj, {"no-such-role"}}, {}, "Hoi"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, SendMessage{{}, meeting_z, "Hoi"}), Rejection::unknown);
    EXPECT_EQ(refusal(vt, SendMessage{{}, {"no-such-meeting"}, "Hoi"}), Rejection::unknown);
}

using Meetings = TalkTest;

TEST_F(Meetings, are_entered_and_left) {
    small.perform(prc, EnterMeeting{meeting_v});
    EXPECT_TRUE(is_present(small.state, meeting_v, prc));
    EXPECT_EQ(refusal(prc, EnterMeeting{meeting_v}), Rejection::already_in_meeting);
    small.perform(prc, LeaveMeeting{meeting_v});
    EXPECT_FALSE(is_present(small.state, meeting_v, prc));
    EXPECT_EQ(refusal(prc, LeaveMeeting{meeting_v}), Rejection::not_in_meeting);
}

TEST_F(Meetings, are_unknown_to_who_is_no_member) {
    for (const MeetingId& meeting : {meeting_z, MeetingId{"no-such-meeting"}, MeetingId{}}) {
        EXPECT_EQ(refusal(vt, EnterMeeting{meeting}), Rejection::unknown);
        EXPECT_EQ(refusal(vt, LeaveMeeting{meeting}), Rejection::unknown);
    }
}

TEST_F(Meetings, are_left_one_by_one_by_a_role_that_gets_up) {
    EXPECT_TRUE(leaving_events(small.state, prc).empty());
    small.perform(prc, EnterMeeting{chain_meeting});
    small.perform(prc, EnterMeeting{meeting_v});
    const std::vector<Event> events = leaving_events(small.state, prc);
    EXPECT_EQ(events,
              (std::vector<Event>{MeetingLeft{prc, meeting_v}, MeetingLeft{prc, chain_meeting}}));
}

TEST_F(Meetings, lose_a_role_whose_occupant_releases_it) {
    small.perform(prc, EnterMeeting{meeting_v});
    small.perform(prc, ReleaseRole{prc});
    EXPECT_FALSE(is_present(small.state, meeting_v, prc));
}

TEST_F(Meetings, are_known_to_some_who_may_not_enter) {
    Meeting& chain = small.scenario.meetings.back();
    ASSERT_EQ(chain.id, chain_meeting);
    std::erase(chain.members, jon);
    chain.known_to = {jon};
    EXPECT_TRUE(sees(small.state, jon, chain));
    EXPECT_FALSE(may_enter(small.state, jon, chain));
    EXPECT_EQ(refusal(jon, EnterMeeting{chain_meeting}), Rejection::no_power);
    EXPECT_EQ(refusal(jon, SendMessage{{}, chain_meeting, "Hoi"}), Rejection::not_in_meeting);
}

struct Chairs : TalkTest {
    void SetUp() override {
        for (Meeting& meeting : small.scenario.meetings)
            if (meeting.id == meeting_v) meeting.chair = prc;
        small.begin();
    }
    MeetingPhase phase() const { return small.state.phases.at(meeting_v); }
};

TEST_F(Chairs, move_the_phase_ahead_one_by_one_and_back_freely) {
    EXPECT_EQ(refusal(prc, MovePhase{meeting_v, MeetingPhase::picture}), Rejection::already_so);
    EXPECT_EQ(refusal(prc, MovePhase{meeting_v, MeetingPhase::decision}), Rejection::too_early);
    small.perform(prc, MovePhase{meeting_v, MeetingPhase::judgement});
    small.perform(prc, MovePhase{meeting_v, MeetingPhase::decision});
    EXPECT_EQ(phase(), MeetingPhase::decision);
    small.perform(prc, MovePhase{meeting_v, MeetingPhase::picture});
    EXPECT_EQ(phase(), MeetingPhase::picture);
}

TEST_F(Chairs, alone_move_the_phase_and_invite) {
    const MovePhase move{meeting_v, MeetingPhase::judgement};
    const InviteToMeeting invite{meeting_v, ovj, "doel"};
    EXPECT_EQ(refusal(vt, move), Rejection::not_the_chair);
    EXPECT_EQ(refusal(vt, invite), Rejection::not_the_chair);
    EXPECT_EQ(refusal(ovj, move), Rejection::unknown);
    EXPECT_EQ(refusal(ovj, invite), Rejection::unknown);
}

TEST_F(Chairs, let_a_role_in_by_inviting_it) {
    EXPECT_EQ(refusal(ovj, EnterMeeting{meeting_v}), Rejection::unknown);
    EXPECT_EQ(refusal(prc, InviteToMeeting{meeting_v, {"NOWHERE"}, ""}), Rejection::unknown);
    EXPECT_EQ(refusal(prc, InviteToMeeting{meeting_v, vt, ""}), std::nullopt)
        << "a member who is not there may be called";
    small.perform(vt, EnterMeeting{meeting_v});
    EXPECT_EQ(refusal(prc, InviteToMeeting{meeting_v, vt, ""}), Rejection::already_so);
    const auto invited =
        only<RoleInvited>(small.perform(prc, InviteToMeeting{meeting_v, ovj, "doel"}));
    EXPECT_EQ(invited, (RoleInvited{meeting_v, prc, ovj, "doel"}));
    EXPECT_EQ(refusal(prc, InviteToMeeting{meeting_v, ovj, ""}), Rejection::already_so);
    small.perform(ovj, EnterMeeting{meeting_v});
    EXPECT_TRUE(is_present(small.state, meeting_v, ovj));
}

TEST_F(Chairs, call_a_member_who_is_not_there_and_again_after_it_left) {
    const InviteToMeeting call{meeting_v, vt, "doel"};
    if (is_present(small.state, meeting_v, vt)) small.perform(vt, LeaveMeeting{meeting_v});
    for (int times = 0; times < 2; ++times) {
        const auto called = only<RoleInvited>(small.perform(prc, call));
        EXPECT_EQ(called, (RoleInvited{meeting_v, prc, vt, "doel"}));
        EXPECT_EQ(refusal(prc, call), Rejection::already_so) << "it was called already";
        small.perform(vt, EnterMeeting{meeting_v});
        EXPECT_EQ(refusal(prc, call), Rejection::already_so) << "it is there";
        EXPECT_FALSE(small.state.invited[meeting_v].contains(vt));
        small.perform(vt, LeaveMeeting{meeting_v});
    }
    EXPECT_TRUE(may_enter(small.state, vt, *find(*small.state.scenario, meeting_v)));
}

using Seeing = TalkTest;

TEST_F(Seeing, an_answer_is_for_the_asker_and_the_one_who_gave_it) {
    const auto made = only<RequestMade>(small.perform(
        ovj, AskForInformation{.to = {vt, prc}, .person = mirjam, .category = Category::health}));
    small.perform(vt, AnswerNotHere{made.request});
    const Request& request = small.state.requests.at(made.request);
    const Answer& answer = request.answers.at(0);
    EXPECT_TRUE(sees(small.state, ovj, request, answer));
    EXPECT_TRUE(sees(small.state, vt, request, answer));
    EXPECT_FALSE(sees(small.state, prc, request, answer));
    EXPECT_TRUE(sees(small.state, prc, request));
    EXPECT_FALSE(sees(small.state, jon, request));
}

TEST_F(Seeing, an_inject_is_for_its_addressees_once_it_took_effect) {
    const InjectId scripted{"INJ-01"}, improvised{"ff"};
    small.scenario.injects = {{.id = scripted, .to = {vt}}};
    small.state.injects[scripted] = {};
    small.state.injects[improvised] = {.improvised = true, .to = {jon}};
    for (const InjectStatus status :
         {InjectStatus::waiting, InjectStatus::pending, InjectStatus::retracted}) {
        small.state.injects[scripted].status = status;
        EXPECT_FALSE(sees(small.state, vt, scripted)) << name(status);
    }
    small.state.injects[scripted].status = InjectStatus::effective;
    small.state.injects[improvised].status = InjectStatus::effective;
    EXPECT_TRUE(sees(small.state, vt, scripted));
    EXPECT_FALSE(sees(small.state, jon, scripted));
    EXPECT_TRUE(sees(small.state, jon, improvised));
    EXPECT_FALSE(sees(small.state, vt, improvised));
    small.scenario.injects[0].to.clear();
    EXPECT_TRUE(sees(small.state, jon, scripted)) << "without addressees it is for all";
    EXPECT_FALSE(sees(small.state, vt, InjectId{"no-such-inject"}));
}

}  // namespace
}  // namespace casustafel::support
