// What an autopilot does: it answers some time later, lawfully and thinly, and confirms what it is
// informed of. Nothing else.
#include "server/core/families/digest.hpp"
#include "server/core/law/verdict.hpp"
#include "server/core/rules/verify.hpp"
#include "timed_play.hpp"

namespace casustafel::core {
namespace {

using support::at;
using support::host;
using support::trainer;

const BasisId conv{"CONV"}, wgsz{"WGSZ"};
const MeetingId meeting{"M"};

Grant to_a(Purpose purpose, const BasisId& basis, Form max_form) {
    return {.from = {RoleId{"C"}},
            .to = {RoleId{"A"}},
            .purposes = {purpose},
            .bases = {basis},
            .max_form = max_form};
}

// A is a person, C an autopilot that holds I-TIMED from the start.
class Autopilot : public TimedPlay {
protected:
    Autopilot() {
        scenario.rules.bases.push_back({conv});
        scenario.rules.bases.push_back({wgsz});
        scenario.injects.front().deals.clear();
        item().sensitivity = 2;
        item().available_sim_ms.reset();
        role(c).autopilot = AutopilotUse::always;
    }

    Item& item() { return scenario.items[2]; }

    void begin() {
        first = play.seat(a);
        start();
    }

    EntityId ask(const RoleId& whom) {
        const auto events = play.must(
            first, AskForInformation{{whom}, PersonId{"P"}, Category::police, {}, "what"});
        return std::get<RequestMade>(events.front()).request;
    }

    // Ten minutes of the case take five seconds.
    void ten_minutes() { play.pass(5'000); }

    RequestAnswered answered() const {
        for (const auto& event : last_of_the_clock())
            if (const auto* found = std::get_if<RequestAnswered>(&event)) return *found;
        ADD_FAILURE() << "the clock brought no answer";
        return {};
    }

    ItemShared shared() const {
        for (const auto& event : last_of_the_clock())
            if (const auto* found = std::get_if<ItemShared>(&event)) return *found;
        ADD_FAILURE() << "the clock brought no share";
        return {};
    }

    Actor first;
};

TEST_F(Autopilot, answers_ten_minutes_of_the_case_later_by_a_lawful_share) {
    item().grants = {to_a(Purpose::care, conv, Form::facts)};
    begin();
    const auto request = ask(c);
    play.pass(4'999);
    EXPECT_TRUE(play.state().shares.empty());
    play.pass(1);
    const auto share = shared();
    EXPECT_EQ(share.giver, c);
    EXPECT_EQ(share.item, item().id);
    EXPECT_EQ(share.to, std::vector<RoleId>{a});
    EXPECT_EQ(share.form, Form::conclusion) << "nobody is said to need more";
    EXPECT_EQ(share.purpose, Purpose::care);
    EXPECT_EQ(share.basis, conv);
    EXPECT_EQ(share.request, request);
    EXPECT_EQ(answered(), (RequestAnswered{.request = request, .by = c, .share = share.share}));
    EXPECT_EQ(holding(play.state(), a, item().id)->lawful_form, Form::conclusion);
    EXPECT_EQ(play.log().back().stamp.sim_ms, at(0, 9, 10));
    EXPECT_EQ(play.log().back().actor, Actor{});
}

TEST_F(Autopilot, gives_the_form_that_is_needed_for_what_it_is_needed) {
    item().grants = {to_a(Purpose::care, conv, Form::source),
                     to_a(Purpose::housing, wgsz, Form::source)};
    item().needs = {{.role = a, .purpose = Purpose::housing, .min_form = Form::summary}};
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(shared().form, Form::summary);
    EXPECT_EQ(shared().purpose, Purpose::housing);
    EXPECT_EQ(shared().basis, wgsz);
    ASSERT_EQ(shared().recipients.size(), 1u);
    EXPECT_EQ(light(shared().recipients.front().verdict), Light::green);
}

TEST_F(Autopilot, never_gives_more_than_the_way_allows) {
    item().grants = {to_a(Purpose::care, conv, Form::pointer)};
    item().needs = {{.role = a, .purpose = Purpose::care, .min_form = Form::facts}};
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(shared().form, Form::pointer);
}

TEST_F(Autopilot, gives_what_is_open_without_a_grant) {
    item().sensitivity = 0;
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(shared().basis, BasisId{"OPEN"});
    EXPECT_EQ(light(shared().recipients.front().verdict), Light::green);
}

TEST_F(Autopilot, passes_on_what_it_was_given_in_the_words_it_got) {
    Item& given = scenario.items[1];  // B's
    given.available_sim_ms.reset();
    given.onward = Onward::rules;
    item().category = Category::housing;
    begin();
    const Actor giver = play.seat(b);
    play.must(giver, ShareItem{.item = given.id,
                               .to = {c},
                               .meeting = {},
                               .purpose = Purpose::care,
                               .basis = BasisId{"OPEN"},
                               .form = Form::conclusion,
                               .text = "in B's own words"});
    ask(c);
    ten_minutes();
    EXPECT_EQ(shared().item, given.id);
    EXPECT_EQ(shared().text, "in B's own words");
}

TEST_F(Autopilot, refuses_for_want_of_a_basis_when_it_holds_what_it_may_not_give) {
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(answered().kind, AnswerKind::refused);
    EXPECT_EQ(answered().reason, RefusalReason::no_basis);
}

TEST_F(Autopilot, minds_red_lines_and_conditions) {
    item().grants = {to_a(Purpose::care, conv, Form::facts)};
    item().grants.front().when = {{.kind = ConditionKind::triage_accepted}};
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(answered().reason, RefusalReason::no_basis);
    play.must(first, PutUpForTriage{"reason"});
    play.must(first, AcceptTriage{});
    ask(c);
    ten_minutes();
    EXPECT_EQ(answered().kind, AnswerKind::shared);
}

TEST_F(Autopilot, does_not_cross_a_red_line) {
    item().grants = {to_a(Purpose::care, conv, Form::facts)};
    item().never = {{.to = {a}}};
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(answered().kind, AnswerKind::refused);
}

TEST_F(Autopilot, says_when_it_has_nothing_of_the_kind) {
    item().holders = {a};
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(answered().kind, AnswerKind::not_here);
}

TEST_F(Autopilot, does_not_give_the_same_again_and_gives_the_next_it_has) {
    item().grants = {to_a(Purpose::care, conv, Form::facts)};
    Item other = item();
    other.id = ItemId{"I-OTHER"};
    other.needs = {{.role = a, .purpose = Purpose::care, .min_form = Form::conclusion}};
    scenario.items.push_back(other);
    begin();
    ask(c);
    ten_minutes();
    EXPECT_EQ(shared().item, other.id) << "what is needed first";
    ask(c);
    ten_minutes();
    EXPECT_EQ(shared().item, item().id);
    ask(c);
    ten_minutes();
    EXPECT_EQ(answered().reason, RefusalReason::not_necessary);
}

TEST_F(Autopilot, answers_what_was_asked_of_a_person_ten_minutes_after_it_sat_down) {
    begin();
    play.seat(b);
    ask(b);
    play.pass(10'000);
    trainer_must(SeatAutopilot{b});
    ten_minutes();
    EXPECT_EQ(answered().kind, AnswerKind::not_here);
    EXPECT_EQ(play.log().back().stamp.sim_ms, at(0, 9, 30));
}

TEST_F(Autopilot, that_is_sent_away_answers_no_more) {
    begin();
    trainer_must(SeatAutopilot{b});
    const auto request = ask(b);
    const auto somebody = play.seat(b);
    ten_minutes();
    EXPECT_TRUE(play.state().requests.at(request).answers.empty());
    play.must(somebody, AnswerNotHere{request});
    ten_minutes();
    EXPECT_EQ(play.state().requests.at(request).answers.size(), 1u);
}

TEST_F(Autopilot, waits_for_the_case_in_a_pause_and_in_a_swap) {
    begin();
    play.seat(b);
    ask(c);
    trainer_must(PauseSession{});
    play.pass(60'000);
    trainer_must(ResumeSession{});
    trainer_must(StartSwap{{{a, b}}});
    play.pass(60'000);
    EXPECT_EQ(play.now().sim_ms, at(0, 9));
    trainer_must(AdvanceSwap{});
    trainer_must(AdvanceSwap{});
    ten_minutes();
    EXPECT_EQ(answered().kind, AnswerKind::refused);
}

TEST_F(Autopilot, does_not_count_the_night) {
    begin();
    play.pass(58'000);
    ask(c);
    play.pass(2'000);
    EXPECT_EQ(play.state().clock.segment, 1);
    play.pass(2'999);
    EXPECT_TRUE(last_of_the_clock().empty() ||
                !std::holds_alternative<RequestAnswered>(last_of_the_clock().front()));
    play.pass(1);
    EXPECT_EQ(answered().by, c);
    EXPECT_EQ(play.log().back().stamp.sim_ms, at(1, 9, 6));
}

TEST_F(Autopilot, of_every_role_asked_answers_for_itself) {
    begin();
    trainer_must(SeatAutopilot{b});
    const auto events =
        play.must(first, AskForInformation{{b, c}, PersonId{"P"}, Category::police, {}, "what"});
    const auto request = std::get<RequestMade>(events.front()).request;
    ten_minutes();
    const auto& answers = play.state().requests.at(request).answers;
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0].by, b);
    EXPECT_EQ(answers[1].by, c);
}

TEST_F(Autopilot, confirms_an_action_it_is_informed_of) {
    scenario.plan = PlanTask{TableId{"Z"}, {}};
    begin();
    const auto added = std::get<ActionAdded>(
        play.must(first, AddAction{{.text = "call P", .lead = a, .informed = {c}}}).front());
    ten_minutes();
    EXPECT_TRUE(last_of_the_clock() == (std::vector<Event>{ActionConfirmed{added.action, c}}));
    play.pass(10'000);
    play.must(first, ChangeAction{added.action, {.text = "visit P", .lead = a, .informed = {c}}});
    EXPECT_TRUE(play.state().plan.at(added.action).confirmed.empty());
    ten_minutes();
    EXPECT_TRUE(play.state().plan.at(added.action).confirmed.contains(c));
    EXPECT_EQ(play.log().back().stamp.sim_ms, at(0, 9, 40));
}

TEST_F(Autopilot, that_is_asked_nothing_does_nothing) {
    item().grants = {to_a(Purpose::care, conv, Form::facts)};
    begin();
    play.run_out();
    for (const auto& record : play.log())
        for (const auto& event : record.events) {
            EXPECT_FALSE(std::holds_alternative<ItemShared>(event));
            EXPECT_FALSE(std::holds_alternative<ItemRead>(event));
        }
}

TEST_F(Autopilot, is_decided_again_the_same_by_every_replay) {
    item().grants = {to_a(Purpose::care, conv, Form::facts)};
    begin();
    ask(c);
    play.run_out();
    auto log = play.log();
    log.back().digest = digest(play.state());
    EXPECT_TRUE(verify(scenario, log).empty());
}

}  // namespace
}  // namespace casustafel::core
