// Whole sessions: the card, copies, the archive, deleting, how many there may be, the list that
// refreshes itself, and where people come in.
#include <gtest/gtest.h>

#include "server/hosting/surroundings/limits.hpp"
#include "tests/support/house.hpp"

namespace casustafel::hosting {
namespace {

using namespace casustafel::support;
using v1::ServerFrame;

v1::ClientFrame attach(const std::string& code, const std::string& address = {}) {
    v1::ClientFrame frame;
    frame.mutable_attach_session()->set_code(code);
    frame.mutable_attach_session()->set_address(address);
    return frame;
}

class Shelf : public testing::Test {
protected:
    std::vector<ServerFrame> say(const v1::ClientFrame& frame) {
        house.say(desk, frame);
        return house.hear(desk);
    }
    std::string make(const std::string& name = {}, const std::string& copy_of = {}) {
        v1::ClientFrame frame;
        v1::NewSession& wish = *frame.mutable_new_session();
        wish.set_scenario(copy_of.empty() ? house.scenario().id : "");
        wish.set_request_id("r" + std::to_string(++made));
        wish.mutable_card()->set_name(name);
        wish.set_copy_of(copy_of);
        const auto heard = say(frame);
        why = refusal(heard);
        const ServerFrame* created = first(heard, &ServerFrame::has_session_created);
        return created == nullptr ? "" : created->session_created().code();
    }
    std::vector<v1::SessionEntry> list() {
        v1::ClientFrame frame;
        frame.mutable_list_sessions();
        const auto heard = say(frame);
        const ServerFrame* list = first(heard, &ServerFrame::has_session_list);
        if (list == nullptr) return {};
        return {list->session_list().sessions().begin(), list->session_list().sessions().end()};
    }
    std::string archive(const std::string& code, bool archived) {
        v1::ClientFrame frame;
        frame.mutable_archive_session()->set_code(code);
        frame.mutable_archive_session()->set_archived(archived);
        return refusal(say(frame));
    }
    std::string erase(const std::string& code) {
        v1::ClientFrame frame;
        frame.mutable_delete_session()->set_code(code);
        return refusal(say(frame));
    }

    House house;
    ConnectionId desk = house.desk();
    int made = 0;
    std::string why;
};

TEST_F(Shelf, keeps_the_card_of_a_session_and_shows_it_to_trainers_only) {
    const std::string code = make("Dinsdag");
    v1::ClientFrame frame;
    frame.mutable_set_card()->set_code(code);
    frame.mutable_set_card()->mutable_card()->set_name("Woensdag");
    frame.mutable_set_card()->mutable_card()->set_notes("Geheim plan");
    EXPECT_EQ(refusal(say(frame)), "");
    house.restart();
    desk = house.desk();
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].card().name(), "Woensdag");
    EXPECT_EQ(list()[0].card().notes(), "Geheim plan");
    const ConnectionId participant = house.seated(code, 'a', "VT");
    for (const ServerFrame& heard : house.hear(participant))
        EXPECT_EQ(heard.SerializeAsString().find("Geheim"), std::string::npos);
    frame.mutable_set_card()->mutable_card()->set_name(std::string(81, 'x'));
    EXPECT_EQ(refusal(say(frame)), "bad_request");
}

TEST_F(Shelf, copies_the_case_and_the_card_and_nobody) {
    const std::string code = make("Groep 1");
    house.seated(code, 'a', "VT");
    const std::string copy = make("Groep 2", code);
    ASSERT_NE(copy, "") << why;
    for (const v1::SessionEntry& each : list()) {
        if (each.code() != copy) continue;
        EXPECT_EQ(each.card().name(), "Groep 2");
        EXPECT_EQ(each.scenario(), house.scenario().id);
        EXPECT_EQ(each.participants(), 0U);
    }
    EXPECT_EQ(make("", "XXXXXXXX"), "");
    EXPECT_EQ(why, "wrong_code");
}

TEST_F(Shelf, puts_a_session_away_and_takes_it_back_over_a_restart) {
    const std::string code = make("Oud");
    EXPECT_EQ(archive(code, true), "");
    house.turn();
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].phase(), "archived");
    EXPECT_EQ(list()[0].card().name(), "Oud");
    EXPECT_EQ(house.host().find(code), nullptr) << "it takes no memory";
    house.restart();
    desk = house.desk();
    ASSERT_EQ(list().size(), 1U);
    EXPECT_EQ(list()[0].phase(), "archived");
    const ConnectionId guest = house.greeted();
    house.say(guest, join(code, "Noor", token('n')));
    EXPECT_EQ(refusal(house.hear(guest)), "wrong_code");
    EXPECT_EQ(archive(code, false), "");
    EXPECT_EQ(list()[0].phase(), "lobby");
    house.restart();
    ASSERT_NE(house.host().find(code), nullptr);
}

TEST_F(Shelf, neither_puts_away_nor_deletes_what_is_in_use) {
    const std::string code = make();
    const ConnectionId participant = house.seated(code, 'a', "VT");
    EXPECT_EQ(archive(code, true), "session_in_use");
    EXPECT_EQ(erase(code), "session_in_use");
    house.drop(participant);
    EXPECT_EQ(archive(code, true), "");
}

TEST_F(Shelf, deletes_for_good_also_from_the_archive) {
    const std::string one = make(), other = make();
    archive(other, true);
    house.turn();
    EXPECT_EQ(erase(one), "");
    EXPECT_EQ(erase(other), "");
    EXPECT_TRUE(list().empty());
    EXPECT_TRUE(house.store().list().empty());
    house.restart();
    desk = house.desk();
    EXPECT_TRUE(list().empty());
}

TEST_F(Shelf, counts_only_what_runs_or_is_prepared) {
    std::string first_code;
    for (std::size_t at = 0; at < limits::sessions; ++at) {
        const std::string code = make();
        ASSERT_NE(code, "") << at << why;
        if (first_code.empty()) first_code = code;
    }
    EXPECT_EQ(make(), "");
    EXPECT_EQ(why, "too_many_sessions");
    say(attach(first_code));
    v1::Command end;
    end.mutable_end_session();
    house.say(desk, frame_of(end, command_id('e')));
    EXPECT_NE(make(), "") << why;
}

TEST_F(Shelf, tells_an_open_desk_what_changed_once_a_second_at_most) {
    const std::string code = make();
    list();
    house.pass(2'000);
    house.hear(desk);
    const ConnectionId participant = house.seated(code, 'a', "VT");
    house.seated(code, 'b', "OVJ");
    house.pass(2'000);
    const auto heard = house.hear(desk);
    int lists = 0;
    for (const ServerFrame& each : heard) lists += each.has_session_list();
    EXPECT_EQ(lists, 1);
    const ServerFrame* told = first(heard, &ServerFrame::has_session_list);
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->session_list().sessions(0).connected(), 2U);
    house.hear(participant);
    house.pass(5'000);
    EXPECT_EQ(first(house.hear(desk), &ServerFrame::has_session_list), nullptr) << "nothing new";
}

TEST_F(Shelf, tells_of_a_session_that_runs_who_plays_who_is_silent_and_who_calls) {
    const std::string code = make();
    const ConnectionId vt = house.seated(code, 'a', "VT");
    house.seated(code, 'b', "OVJ");
    EXPECT_EQ(list()[0].seated(), 0U) << "not before it runs";
    const ConnectionId leads = house.desk();
    house.say(leads, attach(code));
    house.say(leads, frame_of(start(), command_id('s')));
    v1::SessionEntry told = list()[0];
    EXPECT_EQ(told.seated(), 2U);
    EXPECT_EQ(told.silent(), 0U);
    EXPECT_NE(told.round().nl(), "");
    v1::Command call;
    call.mutable_call_for_help()->set_text("Ik kom er niet uit");
    for (int minute = 0; minute < 12 && told.silent() == 0; ++minute) {
        house.say(vt, frame_of(message("OVJ", "hallo"), command_id(static_cast<char>('A' + minute)),
                               "VT"));
        house.pass(60'000);
        told = list()[0];
    }
    EXPECT_EQ(told.silent(), 1U) << "OVJ did nothing, VT did";
    house.say(vt, frame_of(call, command_id('z'), "VT"));
    EXPECT_EQ(list()[0].calls(), 1U);
}

// The page with which a group goes on without computers.
TEST_F(Shelf, makes_the_page_for_paper_of_a_case_that_runs_with_everybodys_name) {
    const std::string code = make();
    house.seated(code, 'a', "VT");
    const ConnectionId leads = house.desk();
    house.say(leads, attach(code));
    v1::ClientFrame ask;
    ask.mutable_ask_report()->set_on_paper(true);
    house.hear(leads);
    house.say(leads, ask);
    EXPECT_EQ(refusal(house.hear(leads)), "not_running");
    house.say(leads, frame_of(start(), command_id('s')));
    house.hear(leads);
    house.say(leads, ask);
    std::string page;
    for (const ServerFrame& frame : house.hear(leads)) page += frame.report().html();
    EXPECT_NE(page.find("Verder op papier"), std::string::npos);
    EXPECT_NE(page.find(code), std::string::npos);
    EXPECT_NE(page.find("I1"), std::string::npos) << "what VT knows";
}

TEST_F(Shelf, tells_where_people_come_in_as_the_client_came_or_as_it_was_told) {
    const std::string code = make();
    const auto invitation = [&](const std::vector<ServerFrame>& heard) {
        const ServerFrame* frame = first(heard, &ServerFrame::has_invitation);
        return frame == nullptr ? v1::Invitation() : frame->invitation();
    };
    const std::string link = "/" + code.substr(0, 4) + "-" + code.substr(4);
    const v1::Invitation told = invitation(say(attach(code, "https://a.example:8443")));
    EXPECT_EQ(told.address(), "https://a.example:8443" + link);
    EXPECT_EQ(told.modules().size(), (told.side() * told.side() + 7) / 8);
    EXPECT_EQ(invitation(say(attach(code, "javascript:alert(1)"))).address(), "");
    house.join_address = "https://oefenen.example.nl/";
    house.restart();
    desk = house.desk();
    EXPECT_EQ(invitation(say(attach(code, "https://a.example"))).address(),
              "https://oefenen.example.nl" + link);
    v1::ClientFrame look;
    look.mutable_observe()->set_code(code);
    const ConnectionId screen = house.greeted();
    house.say(screen, look);
    EXPECT_EQ(invitation(house.hear(screen)).address(), "https://oefenen.example.nl" + link);
}

TEST_F(Shelf, says_no_to_a_wish_for_a_seat) {
    const std::string code = make();
    const ConnectionId one = house.seated(code, 'a', "VT");
    const ConnectionId late = house.greeted();
    say(attach(code));
    house.say(desk, frame_of(start(), command_id('s')));
    house.say(late, join(code, "Noor", token('n')));
    house.say(late, frame_of(take_role("OVJ"), command_id('w')));
    house.hear(late);
    v1::ClientFrame no;
    no.mutable_decline_wish()->set_participant(2);
    EXPECT_EQ(refusal(say(no)), "");
    const auto heard = house.hear(late);
    const ServerFrame* declined = first(heard, &ServerFrame::has_wish_declined);
    ASSERT_NE(declined, nullptr);
    EXPECT_EQ(declined->wish_declined().role(), "OVJ");
    EXPECT_EQ(first(house.hear(one), &ServerFrame::has_wish_declined), nullptr);
    EXPECT_EQ(refusal(say(no)), "unknown_participant") << "nothing is asked any more";
}

}  // namespace
}  // namespace casustafel::hosting
