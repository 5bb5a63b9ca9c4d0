// The score as a trainer's screen gets it: the numbers of the score and nobody's name, with
// evidence that can be read in both languages.
#include "server/results/results.hpp"

#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "assets/text/text.hpp"
#include "server/results/limits.hpp"
#include "tests/support/cases/stage.hpp"

namespace casustafel::results {
namespace {

using namespace support;

core::Scenario a_case() {
    core::Scenario made = small_case();
    core::Item i1 = item("i1", {"VT"}, 2);
    i1.needs = {need("OVJ", 30, 3)};
    core::Item i2 = item("i2", {"POL"}, 1);
    i2.needs = {need("PRC", 40, 2)};
    i2.needs.front().reason = {"Anders slaapt hij buiten.", "Else he sleeps outside."};
    core::Item i3 = item("i3", {"DJI"}, 1);
    i3.needs = {need("OVJ", 30, 3), need("PRC", 40, 3)};
    core::Item i4 = item("i4", {"GGZ"}, 3);
    i4.needs = {need("PRC", 40, 1)};
    i1.grants = i2.grants = i3.grants = {grant({})};
    i4.grants = {grant({"PRC"})};
    made.items = {i1, i2, i3, i4};
    made.decisions = {decision("D1", 120, {"i1", "i3"})};
    return made;
}

class Results : public testing::Test {
protected:
    core::Scenario scenario_ = a_case();
    Stage stage_{scenario_};
    core::EntityId lawful_{}, flagged_{}, request_{};

    void play() {
        stage_.at(15).share("DJI", "i3", {"PRC"});
        lawful_ = stage_.at(20).share("VT", "i1", {"OVJ"});
        flagged_ = stage_.at(25).share("GGZ", "i4", {"OVJ"}, {.form = core::Form::source});
        request_ = stage_.at(28).ask("OVJ", {"POL"});
        stage_.at(60).decide("OVJ", "D1", {"i1"});
    }
    void correct(const core::CorrectionTarget& target) {
        stage_.act_as_trainer(core::CorrectScore{target, true, "Zo ging het niet."});
    }
    template <class Sentences>
    static bool says(const Sentences& sentences, const std::string& key) {
        return std::any_of(sentences.begin(), sentences.end(),
                           [&](const v1::Sentence& sentence) { return sentence.key() == key; });
    }
    v1::Results now() { return results(scenario_, stage_.log()); }
};

// Every sentence in the message, wherever it stands.
void collect(const google::protobuf::Message& message, std::vector<const v1::Sentence*>& found) {
    if (const auto* sentence = dynamic_cast<const v1::Sentence*>(&message))
        found.push_back(sentence);
    const auto& reflection = *message.GetReflection();
    std::vector<const google::protobuf::FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const auto* field : fields) {
        if (field->cpp_type() != google::protobuf::FieldDescriptor::CPPTYPE_MESSAGE) continue;
        if (!field->is_repeated()) {
            collect(reflection.GetMessage(message, field), found);
            continue;
        }
        for (int at = 0; at < reflection.FieldSize(message, field); ++at)
            collect(reflection.GetRepeatedMessage(message, field, at), found);
    }
}

TEST_F(Results, hold_the_numbers_of_the_score_as_they_are_shown) {
    play();
    const score::Score score = score::score(scenario_, stage_.log());
    const v1::Results got = now();
    ASSERT_EQ(got.team_size(), 12);
    for (const score::Indicator& indicator : score.team) {
        const v1::Indicator& same = got.team(static_cast<int>(indicator.id));
        EXPECT_EQ(same.id(), score::name(indicator.id));
        EXPECT_EQ(same.opportunities(), static_cast<std::uint32_t>(indicator.opportunities));
        ASSERT_EQ(same.value().has_value(), indicator.value.has_value()) << same.id();
        if (!indicator.value) continue;
        EXPECT_EQ(same.value().value(), static_cast<std::uint32_t>(score::shown(*indicator.value)));
        EXPECT_FALSE(same.value().band().empty());
        EXPECT_EQ(same.value().has_range(), indicator.range.has_value());
    }
    EXPECT_EQ(got.tables_size(), static_cast<int>(score.tables.size()));
    EXPECT_EQ(got.roles_size(), static_cast<int>(score.roles.size()));
    EXPECT_EQ(got.flags_size(), static_cast<int>(score.flags.size()));
    EXPECT_EQ(got.flags_size(), 1) << "the raw share of a very sensitive item";
    ASSERT_EQ(got.decisions_size(), 1);
    EXPECT_EQ(got.decisions(0).required_size(), 2);
    EXPECT_FALSE(got.ended());
    EXPECT_EQ(got.sim_ms(), stage_.log().back().stamp.sim_ms);
}

TEST_F(Results, say_nothing_rather_than_a_number_of_too_few_opportunities) {
    const v1::Results got = now();
    ASSERT_EQ(got.team_size(), 12);
    for (const v1::Indicator& indicator : got.team()) {
        if (indicator.opportunities() >= 3) continue;
        EXPECT_FALSE(indicator.value().has_value()) << indicator.id();
        EXPECT_TRUE(indicator.value().band().empty()) << indicator.id();
    }
    EXPECT_FALSE(got.cooperation().value().has_value());
}

TEST_F(Results, are_made_of_sentences_that_exist_with_as_many_arguments_as_they_ask) {
    play();
    stage_.swap("OVJ", "VT");
    stage_.end();
    const v1::Results got = now();
    EXPECT_TRUE(got.ended());
    EXPECT_GT(got.swap_size(), 1);
    std::vector<const v1::Sentence*> sentences;
    collect(got, sentences);
    EXPECT_GT(sentences.size(), 20U);
    for (const v1::Sentence* sentence : sentences) {
        const auto key = text::find(sentence->key());
        ASSERT_TRUE(key) << sentence->key();
        const std::string words(text::say(*key, text::Language::nl));
        for (int at = 0; at < 10; ++at) {
            if (words.find("{" + std::to_string(at) + "}") == std::string::npos) continue;
            EXPECT_LT(at, sentence->arguments_size()) << sentence->key();
        }
        for (const v1::Argument& argument : sentence->arguments()) {
            if (argument.has_word()) {
                EXPECT_TRUE(text::find(argument.word())) << argument.word();
            }
        }
    }
}

TEST_F(Results, tell_of_what_did_not_come_the_way_that_was_open_and_why_it_was_needed) {
    play();
    const v1::Results got = now();
    bool told = false;
    for (const v1::EvidenceLine& line : got.team(1).evidence()) {
        if (line.sentence().key() != "finding.missed" || line.role() != "PRC") continue;
        for (const v1::Sentence& why : line.why()) {
            if (why.key() != "report.open_way") continue;
            told |= why.arguments(0).way().ids_size() > 1;
        }
    }
    EXPECT_TRUE(told);
    EXPECT_NE(got.DebugString().find("Else he sleeps outside."), std::string::npos);
}

TEST_F(Results, say_of_a_decision_that_was_not_due_when_it_was_stopped) {
    stage_.at(60).end();
    EXPECT_EQ(now().decisions(0).taken().key(), "report.decision_not_due");
    Stage late{scenario_};
    late.at(121).end();
    EXPECT_EQ(results(scenario_, late.log()).decisions(0).taken().key(), "report.decision_never");
}

TEST_F(Results, mark_a_decision_that_the_trainer_left_out_and_give_it_no_value) {
    play();
    EXPECT_TRUE(now().decisions(0).counted());
    correct({core::CorrectionKind::decision, core::EntityId::none, {"D1"}});
    const v1::DecisionResult decision = now().decisions(0);
    EXPECT_FALSE(decision.counted());
    EXPECT_FALSE(decision.has_value());
    EXPECT_TRUE(says(decision.remarks(), "report.decision_left_out"));
    EXPECT_EQ(now().team(10).opportunities(), 0U) << "it is out of C5 too";
}

TEST_F(Results, name_what_the_trainer_left_out_apart_from_what_nobody_could_give) {
    play();
    correct({core::CorrectionKind::request, request_, {}});
    correct({core::CorrectionKind::share, flagged_, {}});
    correct({core::CorrectionKind::decision, core::EntityId::none, {"D1"}});
    const v1::Results got = now();
    EXPECT_EQ(got.left_out_size(), 0);
    ASSERT_EQ(got.corrections_size(), 3);
    EXPECT_EQ(got.corrections(0).about().key(), "report.corrected.request");
    const v1::CorrectionResult& share = got.corrections(1);
    EXPECT_EQ(share.about().key(), "report.corrected.share");
    EXPECT_EQ(share.about().arguments(0).role(), "GGZ");
    EXPECT_EQ(share.about().arguments(2).named().id(), "i4");
    EXPECT_TRUE(says(share.remarks(), "report.corrected_flag"));
    EXPECT_TRUE(says(share.remarks(), "report.corrected_reason"));
    EXPECT_FALSE(says(got.corrections(0).remarks(), "report.corrected_flag"));
    EXPECT_EQ(got.corrections(2).about().key(), "report.corrected.decision");
    EXPECT_EQ(got.flags_size(), 0);
}

TEST_F(Results, say_both_numbers_only_where_the_correction_changed_what_is_shown) {
    play();
    EXPECT_EQ(now().corrected_size(), 0);
    correct({core::CorrectionKind::share, lawful_, {}});
    const score::Score score = score::score(scenario_, stage_.log());
    const v1::Results got = now();
    ASSERT_GT(got.corrected_size(), 0);
    EXPECT_EQ(got.corrected(0).key(), "results.corrected_number");
    EXPECT_EQ(got.corrected(0).arguments_size(), 3);
    for (const score::Indicator& one : score.team) {
        const v1::Indicator& same = got.team(static_cast<int>(one.id));
        const auto shown = [](const std::optional<double>& value) {
            return value ? score::shown(*value) : -1;
        };
        EXPECT_EQ(says(same.remarks(), "report.original"),
                  shown(one.value) != shown(one.original->value))
            << same.id();
    }
}

TEST_F(Results, say_so_when_no_number_is_another_one_by_the_corrections) {
    play();
    const auto later = stage_.at(61).share("DJI", "i3", {"PRC"});
    correct({core::CorrectionKind::share, later, {}});
    ASSERT_EQ(now().corrected_size(), 1);
    EXPECT_EQ(now().corrected(0).key(), "report.corrected_nothing");
}

TEST_F(Results, say_which_half_of_c6_the_number_is_of) {
    score::Score score = score::score(scenario_, stage_.log());
    score.team.back().value = 50;
    score.team.back().halves = score::Halves{std::nullopt, 50};
    EXPECT_EQ(results(scenario_, stage_.log(), score).team(11).remarks(0).key(),
              "report.c6_plan_only");
}

TEST_F(Results, are_the_same_bytes_for_the_same_log) {
    play();
    EXPECT_EQ(now().SerializeAsString(), now().SerializeAsString());
}

TEST_F(Results, leave_out_evidence_beyond_the_limit_and_say_how_much) {
    score::Score score = score::score(scenario_, stage_.log());
    score.team.front().evidence.assign(limits::evidence_lines + 7, {});
    const v1::Results got = results(scenario_, stage_.log(), score);
    EXPECT_EQ(static_cast<std::size_t>(got.team(0).evidence_size()), limits::evidence_lines);
    EXPECT_EQ(got.team(0).evidence_left_out(), 7U);
}

TEST_F(Results, of_an_empty_log_are_empty) {
    const v1::Results got = results(scenario_, {});
    EXPECT_EQ(got.sim_ms(), 0);
    EXPECT_EQ(got.flags_size(), 0);
}

}  // namespace
}  // namespace casustafel::results
