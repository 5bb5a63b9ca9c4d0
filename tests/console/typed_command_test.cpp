#include "client/console/typed_command.hpp"

#include <gtest/gtest.h>

namespace casustafel::console {
namespace {

class Typed : public testing::Test {
protected:
    Printer printer{text::Language::nl, false};
    model::View view;

    Typed() {
        v1::ViewPatch patch;
        patch.set_view("role:VT");
        v1::Entity* request = patch.add_entities();
        request->set_key("request:0000000000000007");
        request->mutable_request()->set_id(7);
        v1::Entity* person = patch.add_entities();
        person->set_key("person:mirjam");
        person->mutable_person()->set_id("mirjam");
        v1::Entity* item = patch.add_entities();
        item->set_key("item:A03");
        item->mutable_item()->set_id("A03");
        view.merge(patch);
    }

    v1::Command command(const std::string& line) {
        const Understood understood = understand(line, view, printer);
        const auto* out = std::get_if<v1::Command>(&understood);
        EXPECT_NE(out, nullptr) << line;
        return out == nullptr ? v1::Command() : *out;
    }

    std::string complaint(const std::string& line) {
        const Understood understood = understand(line, view, printer);
        const auto* wrong = std::get_if<NotUnderstood>(&understood);
        EXPECT_NE(wrong, nullptr) << line;
        return wrong == nullptr ? "" : wrong->key;
    }
};

TEST_F(Typed, shares_with_roles_by_the_beginning_of_a_dutch_word) {
    const auto act =
        command("deel a03 met ovj,prc doel afdoe grondslag wmovt vorm concl").share_item();
    EXPECT_EQ(act.item(), "A03");
    EXPECT_EQ(act.to_size(), 2);
    EXPECT_EQ(act.to(1), "PRC");
    EXPECT_EQ(act.purpose(), "charging_decision");
    EXPECT_EQ(act.basis(), "WMOVT");
    EXPECT_EQ(act.form(), 2U);
}

TEST_F(Typed, shares_in_a_meeting_answers_a_request_and_keeps_free_text_whole) {
    const auto act = command(
                         "share A03 meeting V purpose acute_safety basis WMOVT form 3 request 1 "
                         "text met OVJ  bellen")
                         .share_item();
    EXPECT_EQ(act.meeting(), "V");
    EXPECT_EQ(act.to_size(), 0) << "words after `text` are text, also `met`";
    EXPECT_EQ(act.form(), 3U);
    EXPECT_EQ(act.request(), 7U);
    EXPECT_EQ(act.text(), "met OVJ bellen");
}

TEST_F(Typed, asks_about_a_person_and_a_subject) {
    const auto act =
        command("vraag VT over mirjam huiselijk tekst Is het thuis veilig?").ask_for_information();
    EXPECT_EQ(act.person(), "mirjam");
    EXPECT_EQ(act.category(), "domestic_violence");
    EXPECT_EQ(act.text(), "Is het thuis veilig?");
}

TEST_F(Typed, refuses_refers_and_says_not_here_by_the_number_of_the_list) {
    EXPECT_EQ(command("weiger 1 no_basis mag niet").refuse_request().reason(), "no_basis");
    EXPECT_EQ(command("verwijs 1 prc").refer_request().to(), "PRC");
    EXPECT_EQ(command("heb-ik-niet 1").answer_not_here().request(), 7U);
}

TEST_F(Typed, records_a_weighing_in_four_parts) {
    const auto act =
        command("afweging A03 gevraagd | gevaar | ingrijpen | conclusie").record_weighing();
    EXPECT_EQ(act.tried(), "gevraagd ");
    EXPECT_EQ(act.minimum(), " conclusie");
}

TEST_F(Typed, says_what_is_wrong_instead_of_guessing) {
    EXPECT_EQ(complaint("dans"), "console.not_understood");
    EXPECT_EQ(complaint("deel A03 met OVJ doel wonderen grondslag X vorm feiten"),
              "console.no_such_purpose");
    EXPECT_EQ(complaint("deel A03 doel afdoening grondslag X vorm feiten"), "console.usage_share");
    EXPECT_EQ(complaint("weiger 9 no_basis"), "console.no_such_request");
    EXPECT_EQ(complaint("vraag VT over niemand wonen"), "console.no_such_person");
    EXPECT_EQ(complaint("markeer A03 misschien"), "console.no_such_mark");
    EXPECT_EQ(complaint("afweging A03 te kort"), "console.usage_weigh");
    EXPECT_EQ(complaint("lees A99"), "console.no_such_item");
}

TEST_F(Typed, survives_any_line) {
    for (const std::string line : {"", "   ", "deel", "vraag", "zeg", "overleg", "triage",
                                   "\x01\xff deel", "deel ,,, met ,,,"}) {
        understand(line, view, printer);
    }
    understand(std::string(100'000, 'x'), view, printer);
}

}  // namespace
}  // namespace casustafel::console
