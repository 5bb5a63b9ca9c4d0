// People whom a trainer lets look on: they see what the roles of their grant see and nothing else,
// with a delay what those saw so long ago; they act on nothing, everybody knows that they are
// there, and a trainer ends it.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

#include "server/core/rules/verify.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

constexpr std::int64_t minute_ms = 60'000;

struct Grant {
    std::string role, table;
    std::uint32_t delay_minutes = 0;
};

// As text, in which the names of people stand in order.
std::string bytes_of(const std::vector<ServerFrame>& frames) {
    std::string bytes;
    for (const ServerFrame& frame : frames) bytes += frame.ShortDebugString() + "\n";
    return bytes;
}

// VT and DJI at one table, OVJ and POL at the other; a trainer.
struct Room {
    explicit Room(core::Scenario played = hosted_case())
        : house(House::Completion::at_once, std::move(played)) {}

    House house;
    std::string code = house.new_session();
    ConnectionId trainer = house.trainer();
    ConnectionId vt = house.seated(code, 'v', "VT");
    ConnectionId ovj = house.seated(code, 'o', "OVJ");
    ConnectionId pol = house.seated(code, 'p', "POL");
    char next_id = 'A';

    std::vector<ServerFrame> say(ConnectionId connection, const v1::ClientFrame& frame) {
        house.hear(connection);
        house.say(connection, frame);
        return house.hear(connection);
    }
    std::vector<ServerFrame> lead(const v1::Command& command) {
        return say(trainer, frame_of(command, command_id(next_id++)));
    }
    void begin() { lead(start()); }
    void tell(ConnectionId who, const std::string& role, const std::string& to,
              const std::string& text) {
        house.say(who, frame_of(message(to, text), command_id(next_id++), role));
    }
    // The code with which somebody may come and look on; empty when it was refused.
    std::string invite(const Grant& grant, const std::string& name = "Wethouder") {
        v1::ClientFrame frame;
        frame.mutable_invite_observer()->set_name(name);
        frame.mutable_invite_observer()->set_role(grant.role);
        frame.mutable_invite_observer()->set_table(grant.table);
        frame.mutable_invite_observer()->set_delay_minutes(grant.delay_minutes);
        const auto heard = say(trainer, frame);
        const auto* links = first(heard, &ServerFrame::has_observer_links);
        if (links == nullptr || links->observer_links().links().empty()) return {};
        return links->observer_links().links().rbegin()->code();
    }
    ConnectionId come(const std::string& with) {
        const auto connection = house.greeted();
        v1::ClientFrame frame;
        frame.mutable_look_up()->set_code(with);
        house.say(connection, frame);
        return connection;
    }
    std::vector<ServerFrame> look_through(ConnectionId who, const std::string& role) {
        v1::ClientFrame frame;
        frame.mutable_look_through()->set_role(role);
        return say(who, frame);
    }
};

std::set<std::string> views_in(const std::vector<ServerFrame>& frames) {
    std::set<std::string> names;
    for (const ServerFrame& frame : frames)
        if (frame.has_view()) names.insert(frame.view().view());
    return names;
}

// What a view of the role holds in these frames, patch by patch, under whatever name.
std::string entities_in(const std::vector<ServerFrame>& frames, const std::string& view) {
    std::string bytes;
    for (const ServerFrame& frame : frames) {
        if (!frame.has_view() || frame.view().view() != view) continue;
        v1::ViewPatch patch = frame.view();
        patch.clear_view();
        bytes += patch.SerializeAsString();
    }
    return bytes;
}

TEST(LookingOn, comes_in_with_a_code_of_its_own_and_hears_what_it_may_see) {
    Room room;
    room.begin();
    const auto observer = room.come(room.invite({.table = "Z"}));
    const auto heard = room.house.hear(observer);
    const auto* observing = first(heard, &ServerFrame::has_observing);
    ASSERT_NE(observing, nullptr);
    EXPECT_EQ(observing->observing().observer(), 1u);
    ASSERT_EQ(observing->observing().roles_size(), 2);
    EXPECT_EQ(observing->observing().roles(0), "OVJ");
    EXPECT_NE(observing->observing().code(), room.code);
    EXPECT_EQ(views_in(heard), (std::set<std::string>{"seat", "as:OVJ"}));
}

TEST(LookingOn, sees_byte_for_byte_what_the_role_sees) {
    Room room;
    const auto observer = room.come(room.invite({.role = "OVJ"}));
    room.house.hear(observer), room.house.hear(room.ovj);
    room.begin();
    room.tell(room.vt, "VT", "OVJ", "voor de officier");
    room.tell(room.vt, "VT", "POL", "niet voor de officier");
    room.house.pass(2 * minute_ms);
    const std::string seen = entities_in(room.house.hear(observer), "as:OVJ");
    EXPECT_EQ(seen, entities_in(room.house.hear(room.ovj), "role:OVJ"));
    EXPECT_NE(seen.find("voor de officier"), std::string::npos);
    EXPECT_EQ(seen.find("niet voor"), std::string::npos);
}

// The small case with a question of which nobody but who answers reads the answer.
core::Scenario with_a_private_question() {
    core::Scenario scenario = hosted_case();
    core::Prompt prompt{.id = core::PromptId{"P1"}, .title = {"Voor jezelf", "For yourself"}};
    prompt.questions = {{.id = core::QuestionId{"WAT"},
                         .text = {"Wat?", "What?"},
                         .form = core::QuestionForm::text}};
    prompt.seen_by = core::PromptReach::me;
    prompt.scored = false;
    scenario.prompts = {prompt};
    return scenario;
}

// Answers by VT: what its own connection reads of that, and what those read who look on.
TEST(LookingOn, does_not_read_what_the_person_answered_for_oneself_alone) {
    Room room{with_a_private_question()};
    room.begin();
    const auto observer = room.come(room.invite({.role = "VT"}));
    const auto later = room.come(room.invite({.role = "VT", .delay_minutes = 1}, "Later"));
    v1::Command open, answer, close;
    open.mutable_open_prompt()->set_prompt("P1");
    room.lead(open);
    answer.mutable_answer_prompt()->set_prompt("P1");
    v1::PromptAnswer& words = *answer.mutable_answer_prompt()->add_answers();
    words.set_question("WAT");
    words.set_text("alleen voor mij");
    const std::string id = command_id(room.next_id++);
    std::string own = bytes_of(room.say(room.vt, frame_of(answer, id, "VT")));
    close.mutable_close_prompt()->set_prompt("P1");
    room.lead(close);
    room.house.pass(2 * minute_ms);
    own += bytes_of(room.house.hear(room.vt));
    std::string seen = bytes_of(room.house.hear(observer)) + bytes_of(room.house.hear(later));
    const auto again = room.come(room.invite({.role = "VT"}, "Nog een"));
    seen += bytes_of(room.house.hear(again));
    EXPECT_NE(own.find("alleen voor mij"), std::string::npos);
    EXPECT_NE(seen.find("as:VT"), std::string::npos);
    EXPECT_EQ(seen.find("alleen voor mij"), std::string::npos);
}

TEST(LookingOn, who_says_goodbye_is_seen_to_go_and_may_come_back) {
    Room room;
    room.begin();
    const std::string code = room.invite({.role = "VT"});
    const auto observer = room.come(code);
    room.house.hear(room.ovj);
    v1::ClientFrame goodbye;
    goodbye.mutable_sign_out();
    room.say(observer, goodbye);
    bool gone = false;
    for (const ServerFrame& frame : room.house.hear(room.ovj))
        for (const v1::Entity& entity : frame.view().entities())
            gone |= entity.has_observer() && !entity.observer().connected();
    EXPECT_TRUE(gone);
    room.tell(room.pol, "POL", "VT", "hierna");
    EXPECT_EQ(bytes_of(room.house.hear(observer)).find("hierna"), std::string::npos);
    EXPECT_TRUE(views_in(room.house.hear(room.come(code))).contains("as:VT"));
}

TEST(LookingOn, goes_to_another_role_of_its_table_and_to_none_beyond) {
    Room room;
    room.begin();
    const auto observer = room.come(room.invite({.table = "Z"}));
    EXPECT_EQ(views_in(room.look_through(observer, "POL")), std::set<std::string>{"as:POL"});
    EXPECT_EQ(refusal(room.look_through(observer, "VT")), "role_not_yours_to_see");
    EXPECT_EQ(refusal(room.look_through(observer, "NIEMAND")), "role_not_yours_to_see");
    EXPECT_EQ(refusal(room.look_through(room.vt, "OVJ")), "role_not_yours_to_see");
    const auto of_all = room.come(room.invite({}, "Inspectie"));
    EXPECT_EQ(views_in(room.look_through(of_all, "VT")), std::set<std::string>{"as:VT"});
}

TEST(LookingOn, acts_on_nothing_and_stays) {
    Room room;
    room.begin();
    const auto observer = room.come(room.invite({}));
    EXPECT_EQ(refusal(room.say(observer, frame_of(message("OVJ", "hallo"), command_id('x'), "VT"))),
              "observer");
    v1::ClientFrame report, door, invite;
    report.mutable_ask_report();
    door.mutable_set_door();
    invite.mutable_invite_observer()->set_name("Nog een");
    for (const auto& frame : {report, door, invite})
        EXPECT_EQ(refusal(room.say(observer, frame)), "trainer_only");
    EXPECT_FALSE(room.house.network().close_reason(observer));
}

TEST(LookingOn, is_seen_by_everybody_with_its_name_and_in_the_log_without) {
    Room room;
    const auto observer = room.come(room.invite({.role = "VT", .delay_minutes = 3}));
    const auto heard = room.house.hear(room.ovj);
    std::string seen, called;
    bool connected = false;
    for (const ServerFrame& frame : heard) {
        if (frame.has_names() && frame.names().observers().contains(1))
            called = frame.names().observers().at(1);
        for (const v1::Entity& entity : frame.view().entities())
            if (entity.has_observer()) {
                seen = entity.observer().role();
                connected = entity.observer().connected();
                EXPECT_EQ(entity.observer().delay_minutes(), 3u);
            }
    }
    EXPECT_EQ(seen, "VT");
    EXPECT_EQ(called, "Wethouder");
    EXPECT_TRUE(connected);
    room.house.drop(observer);
    bool gone = false;
    for (const ServerFrame& frame : room.house.hear(room.ovj))
        for (const v1::Entity& entity : frame.view().entities())
            gone |= entity.has_observer() && !entity.observer().connected();
    EXPECT_TRUE(gone);
    std::set<std::string_view> events;
    for (const core::Record& record : room.house.log())
        for (const core::Event& event : record.events) events.insert(core::event_name(event));
    for (const char* each : {"observer_admitted", "observer_came", "observer_left"})
        EXPECT_TRUE(events.contains(each)) << each;
    EXPECT_TRUE(core::verify(room.house.scenario(), room.house.log()).empty());
}

TEST(LookingOn, ends_when_a_trainer_says_so_and_the_code_opens_nothing_any_more) {
    Room room;
    room.begin();
    const std::string code = room.invite({});
    const auto observer = room.come(code);
    v1::Command dismiss;
    dismiss.mutable_dismiss_observer()->set_observer(1);
    const std::string id = command_id(room.next_id);
    EXPECT_TRUE(accepted(room.lead(dismiss), id));
    EXPECT_EQ(room.house.network().close_reason(observer), CloseReason::sent_away);
    EXPECT_EQ(refusal(room.house.hear(room.come(code))), "wrong_code");
    EXPECT_EQ(refusal(room.lead(dismiss)), "already_so");
}

TEST(LookingOn, a_second_connection_with_the_code_takes_over) {
    Room room;
    const std::string code = room.invite({});
    const auto one = room.come(code), other = room.come(code);
    EXPECT_EQ(room.house.network().close_reason(one), CloseReason::superseded);
    EXPECT_FALSE(room.house.network().close_reason(other));
}

TEST(LookingOn, comes_back_after_a_restart_with_the_same_code) {
    Room room;
    room.begin();
    const std::string code = room.invite({.role = "VT"});
    room.come(code);
    room.house.restart();
    const auto again = room.come(code);
    EXPECT_TRUE(views_in(room.house.hear(again)).contains("as:VT"));
}

TEST(LookingOn, is_refused_what_cannot_be_granted) {
    Room room;
    EXPECT_EQ(room.invite({.role = "NIEMAND"}), "");
    EXPECT_EQ(room.invite({.role = "VT", .table = "V"}), "");
    EXPECT_EQ(room.invite({}, ""), "");
    for (int many = 0; many < 12; ++many) EXPECT_NE(room.invite({}), "");
    v1::ClientFrame one_more;
    one_more.mutable_invite_observer()->set_name("Te veel");
    EXPECT_EQ(refusal(room.say(room.trainer, one_more)), "too_much");
    v1::ClientFrame by_participant = one_more;
    EXPECT_EQ(refusal(room.say(room.vt, by_participant)), "trainer_only");
}

// The view of so long ago.

TEST(LookingOnWithDelay, sees_nothing_until_it_is_old_enough_and_then_that) {
    Room room;
    room.begin();
    const auto observer = room.come(room.invite({.role = "OVJ", .delay_minutes = 5}));
    const auto heard = room.house.hear(observer);
    EXPECT_TRUE(views_in(heard).empty());
    EXPECT_EQ(first(heard, &ServerFrame::has_observing)->observing().shows_in_ms(), 5 * minute_ms);
    room.house.pass(minute_ms);
    room.tell(room.vt, "VT", "OVJ", "KANARIE");
    room.house.pass(4 * minute_ms - 1'000);
    EXPECT_TRUE(views_in(room.house.hear(observer)).empty());
    room.house.pass(2'000);
    const auto first_sight = room.house.hear(observer);
    EXPECT_EQ(views_in(first_sight), (std::set<std::string>{"seat", "as:OVJ"}));
    EXPECT_EQ(bytes_of(first_sight).find("KANARIE"), std::string::npos);
    room.house.pass(minute_ms - 2'000);
    EXPECT_EQ(bytes_of(room.house.hear(observer)).find("KANARIE"), std::string::npos);
    room.house.pass(2'000);
    EXPECT_NE(bytes_of(room.house.hear(observer)).find("KANARIE"), std::string::npos);
}

TEST(LookingOnWithDelay, reads_the_clock_of_then) {
    Room room;
    room.begin();
    const std::string code = room.invite({.role = "OVJ", .delay_minutes = 5});
    room.house.pass(20 * minute_ms);
    const auto observer = room.come(code);
    std::int64_t shown_ms = -1, live_ms = -1;
    for (const ServerFrame& frame : room.house.hear(observer))
        for (const v1::Entity& entity : frame.view().entities())
            if (entity.has_session()) shown_ms = entity.session().sim_ms();
    const auto screen = room.house.greeted();
    v1::ClientFrame observe;
    observe.mutable_observe()->set_code(room.code);
    for (const ServerFrame& frame : room.say(screen, observe))
        for (const v1::Entity& entity : frame.view().entities())
            if (entity.has_session()) live_ms = entity.session().sim_ms();
    EXPECT_EQ(live_ms - shown_ms, 5 * minute_ms);
}

// All that an observer hears, while what it may not know, or not yet, is this.
std::string heard_while(const Grant& grant, const std::string& elsewhere,
                        const std::string& lately) {
    Room room;
    room.begin();
    const auto observer = room.come(room.invite(grant));
    room.house.pass(minute_ms);
    room.tell(room.vt, "VT", "OVJ", "voor iedereen die dit mag zien");
    room.house.pass(7 * minute_ms);
    if (!elsewhere.empty()) {
        room.tell(room.vt, "VT", "DJI", elsewhere);
        v1::Command whisper;
        whisper.mutable_whisper()->set_to("VT");
        whisper.mutable_whisper()->set_text(elsewhere);
        room.lead(whisper);
    }
    if (!lately.empty()) {
        room.tell(room.vt, "VT", "OVJ", lately);
        room.tell(room.ovj, "OVJ", "POL", lately);
        room.lead([] {
            v1::Command pause;
            pause.mutable_pause_session();
            return pause;
        }());
    }
    room.house.pass(4 * minute_ms);
    return bytes_of(room.house.hear(observer));
}

TEST(LookingOnWithDelay, gets_the_same_bytes_whatever_happened_since) {
    const Grant late{.role = "OVJ", .delay_minutes = 5};
    const std::string quiet = heard_while(late, "", "");
    EXPECT_NE(quiet.find("voor iedereen"), std::string::npos);
    EXPECT_EQ(quiet, heard_while(late, "", "dit is te nieuw"));
    EXPECT_EQ(quiet, heard_while(late, "en dit ook", "dit is veel te nieuw om al te zien"));
}

TEST(LookingOn, gets_the_same_bytes_whatever_other_tables_say) {
    for (const Grant& grant : {Grant{.role = "OVJ"}, Grant{.table = "Z"}}) {
        const std::string quiet = heard_while(grant, "", "");
        EXPECT_GT(quiet.size(), 500u);
        EXPECT_EQ(quiet, heard_while(grant, "geheim", ""));
        EXPECT_EQ(quiet, heard_while(grant, "een heel ander en veel langer geheim", ""));
    }
}

TEST(LookingOnWithDelay, waits_anew_after_a_restart) {
    Room room;
    room.begin();
    const std::string code = room.invite({.role = "OVJ", .delay_minutes = 5});
    room.house.pass(20 * minute_ms);
    room.tell(room.vt, "VT", "OVJ", "KANARIE");
    room.house.restart();
    const auto observer = room.come(code);
    EXPECT_TRUE(views_in(room.house.hear(observer)).empty());
}

TEST(LookingOnWithDelay, is_told_nothing_of_what_a_full_disk_undid) {
    Room room;
    room.begin();
    const auto observer = room.come(room.invite({.role = "OVJ", .delay_minutes = 1}));
    room.house.pass(2 * minute_ms);
    room.house.hear(observer);
    room.house.store().fail_next_commits(1);
    room.tell(room.vt, "VT", "OVJ", "KANARIE");
    room.house.pass(10 * minute_ms);
    EXPECT_EQ(bytes_of(room.house.hear(observer)).find("KANARIE"), std::string::npos);
}

}  // namespace
}  // namespace casustafel::hosting
