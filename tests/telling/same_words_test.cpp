// Screen and paper say the same: one log as the report tells it and as the results do, sentence by
// sentence. What only looks different is taken off first: signs, links, badges, and the day of a
// time that paper leaves out beside another of that day.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "client/model/sentence.hpp"
#include "server/report/page.hpp"
#include "server/results/results.hpp"
#include "session.hpp"

namespace casustafel {
namespace {

using Lines = std::vector<std::string>;

// What stands between these two, wherever they do.
Lines between(const std::string& page, const std::string& open, const std::string& close) {
    Lines found;
    for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
        at += open.size();
        found.push_back(page.substr(at, page.find(close, at) - at));
    }
    return found;
}

std::string replaced(std::string text, const std::string& what, const std::string& by = {}) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

std::string bare(std::string words) {
    for (const char* sign : {"●\u00A0", "▲\u00A0", "■\u00A0"}) words = replaced(words, sign);
    words = std::regex_replace(words, std::regex("(dag|day) [0-9]+, "), "");
    words = std::regex_replace(words, std::regex(" +"), " ");
    return std::regex_replace(words, std::regex("^ | $"), "");
}

// The words of a piece of a page.
std::string words_of(const std::string& markup) {
    std::string words =
        std::regex_replace(markup,
                           std::regex("<a class=\"event\"[^>]*>[0-9]*</a>|"
                                      "<span class=\"badge [^>]*>[^<]*</span>|<[^>]*>"),
                           "");
    for (const auto& [entity, letter] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        words = replaced(words, entity, letter);
    return bare(words);
}

class SameWords : public testing::TestWithParam<text::Language> {
protected:
    SameWords() {
        leave_out_the_decision();
        page_ = report::page(session_.scenario, session_.log,
                             {.code = "KMP4TR", .language = GetParam(), .names = {}});
        results_ = results::results(session_.scenario, session_.log);
    }

    // Right after what the trainer corrected last, as if in one breath.
    void leave_out_the_decision() {
        auto& log = session_.log;
        auto at = log.end();
        while (!std::holds_alternative<core::ScoreCorrected>((--at)->events.front())) continue;
        core::Record correction = *at;
        correction.events = {core::ScoreCorrected{
            {core::CorrectionKind::decision, core::EntityId::none, {"Z1"}}, true, "Te laat"}};
        at = log.insert(at + 1, correction);
        for (; at != log.end(); ++at) ++at->seq;
    }

    std::string said(const v1::Sentence& sentence) const {
        const model::Reading reading{GetParam(), true};
        // Paper gives the author's words without a word before them.
        if (sentence.key() == "results.because")
            return bare(model::words(sentence.arguments(0).named(), reading));
        return bare(model::words(sentence, reading));
    }
    template <class Sentences>
    Lines all(const Sentences& sentences) const {
        Lines lines;
        for (const v1::Sentence& sentence : sentences) lines.push_back(said(sentence));
        return lines;
    }
    // The section with this in its tag.
    std::string section(const std::string& mark) const {
        const auto found = between(page_, mark, "</section>");
        EXPECT_EQ(found.size(), 1U) << mark;
        return found.empty() ? std::string() : found.front();
    }
    std::string say(text::Key key) const { return std::string(text::say(key, GetParam())); }

    report::Session session_ = report::small_session();
    std::string page_;
    v1::Results results_;
};

INSTANTIATE_TEST_SUITE_P(Languages, SameWords,
                         testing::Values(text::Language::nl, text::Language::en));

TEST_P(SameWords, in_every_line_of_evidence) {
    // On paper a line stands under one of the numbers that it counts in.
    std::set<std::string> paper;
    for (const v1::Indicator& indicator : results_.team())
        for (const std::string& line :
             between(section(" id=\"" + indicator.id() + "\">"), "<li>", "</li>"))
            paper.insert(words_of(line));
    int compared = 0;
    for (const v1::Indicator& indicator : results_.team())
        for (const v1::EvidenceLine& line : indicator.evidence()) {
            std::string screen = said(line.sentence());
            for (const std::string& why : all(line.why())) screen += " " + why;
            // Who answered what to a prompt is on paper only.
            const bool goes_on = line.sentence().key() == "finding.prompt_question";
            const auto found = goes_on ? paper.lower_bound(screen) : paper.find(screen);
            EXPECT_TRUE(found != paper.end() && found->starts_with(screen)) << screen;
            ++compared;
        }
    EXPECT_GT(compared, 30);
}

TEST_P(SameWords, beside_every_number) {
    for (const v1::Indicator& indicator : results_.team()) {
        const std::string paper = section(" id=\"" + indicator.id() + "\">");
        for (const v1::Sentence& remark : indicator.remarks())
            EXPECT_NE(words_of(paper).find(said(remark)), std::string::npos) << said(remark);
        const std::string number =
            model::words(indicator.value(), model::Reading{GetParam(), true});
        EXPECT_NE(words_of(paper).find(number), std::string::npos) << number;
    }
}

TEST_P(SameWords, of_a_decision_that_was_left_out) {
    ASSERT_EQ(results_.decisions_size(), 1);
    const v1::DecisionResult& decision = results_.decisions(0);
    const std::string paper = section(" id=\"decision-Z1\">");
    EXPECT_FALSE(decision.counted());
    EXPECT_NE(paper.find(say(text::Key::report_removed)), std::string::npos);
    Lines screen{said(decision.taken())};
    for (const std::string& remark : all(decision.remarks())) screen.push_back(remark);
    Lines on_paper;
    for (const std::string& line : between(paper, "<p>", "</p>"))
        on_paper.push_back(words_of(line));
    EXPECT_EQ(on_paper, screen);
    for (const v1::RequiredResult& required : decision.required())
        EXPECT_NE(words_of(paper).find(said(required.words())), std::string::npos);
}

TEST_P(SameWords, of_flags_and_of_what_the_trainer_left_out) {
    const Lines flags = between(section("<section class=\"flags\">"), "<li>", "</li>");
    ASSERT_EQ(flags.size(), static_cast<std::size_t>(results_.flags_size()));
    for (int at = 0; at < results_.flags_size(); ++at)
        EXPECT_EQ(words_of(flags[static_cast<std::size_t>(at)]),
                  said(results_.flags(at).sentence()));
    const std::string corrections = section("<section class=\"corrections\" id=\"corrections\">");
    const Lines lines = between(corrections, "<li>", "</li>");
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(results_.corrections_size()));
    for (int at = 0; at < results_.corrections_size(); ++at) {
        const v1::CorrectionResult& told = results_.corrections(at);
        std::string screen = said(told.about());
        for (const std::string& remark : all(told.remarks())) screen += " " + remark;
        EXPECT_EQ(words_of(replaced(lines[static_cast<std::size_t>(at)], "<p>", " ")), screen);
    }
    const auto rows = between(corrections, "<tr><td>", "</td>").size();
    EXPECT_EQ(rows, static_cast<std::size_t>(results_.corrected_size()));
}

TEST_P(SameWords, of_what_the_notes_of_a_swap_passed_on) {
    ASSERT_GT(results_.swap_size(), 2) << "that roles were swapped, the rule, and the notes";
    for (int at = 2; at < results_.swap_size(); ++at)
        EXPECT_NE(words_of(page_).find(said(results_.swap(at))), std::string::npos)
            << said(results_.swap(at));
}

}  // namespace
}  // namespace casustafel
