// Verbs are texts: that each reads as a grammar of its command in both languages, that no command
// of a participant is without one, and that a new one needs nothing else.
#include "client/console/typed/verbs.hpp"

#include <gtest/gtest.h>

#include <set>

#include "casustafel/v1/command.pb.h"
#include "client/console/said/screen_texts.hpp"
#include "client/console/typed/slots.hpp"
#include "client/console/typed/typed_command.hpp"

namespace casustafel::console {
namespace {

const Printer dutch{text::Language::nl, false}, english{text::Language::en, false};

// What nobody types, or a trainer's verb in code asks.
const std::set<std::string> without_text = {
    "leave_session",  "start_session",  "set_speed",       "look_through_role",
    "answer_help",    "start_swap",     "open_prompt",     "close_prompt",
    "correct_score",  "join_session",   "note_connection", "note_recovery",
    "lengthen_terms", "admit_observer", "note_observer",   "note_fork"};

TEST(Verbs, each_text_is_a_grammar_of_its_command_in_both_languages) {
    std::vector<std::string> wrong;
    EXPECT_FALSE(verbs_of("console.verb.", &wrong).empty());
    EXPECT_FALSE(verbs_of("console.desk.", &wrong).empty());
    for (const std::string& line : wrong) ADD_FAILURE() << line;
}

TEST(Verbs, each_belongs_to_a_command_and_each_command_that_is_typed_has_one) {
    const auto* commands = v1::Command::descriptor()->FindOneofByName("what");
    std::size_t texts = 0, typed = 0;
    for (std::size_t at = 0; at < text::count(); ++at) {
        const std::string_view key = name(static_cast<text::Key>(at));
        texts += key.starts_with("console.verb.") || key.starts_with("console.desk.") ? 1 : 0;
    }
    for (int at = 0; at < commands->field_count(); ++at) {
        const std::string& command = commands->field(at)->name();
        std::size_t own = 0;
        for (const char* family : {"console.verb.", "console.desk."})
            own += text::find(family + command).has_value() ? 1 : 0;
        typed += own;
        EXPECT_NE(own > 0, without_text.contains(command)) << command;
    }
    EXPECT_EQ(texts, typed) << "a text of no command";
}

TEST(Verbs, a_line_that_names_no_field_or_differs_between_the_languages_is_told) {
    const auto wrong_in = [](std::string_view nl, std::string_view en) {
        std::vector<std::string> wrong;
        verbs_in("note_gut_feeling", {nl, en}, &wrong);
        return !wrong.empty();
    };
    EXPECT_FALSE(wrong_in("voel [stuk {item}] {text}", "feel [item {item}] {text}"));
    EXPECT_TRUE(wrong_in("voel {stuk} {text}", "feel {stuk} {text}"));
    EXPECT_TRUE(wrong_in("voel [stuk {item}] {text}", "feel item {item} {text}"));
    EXPECT_TRUE(wrong_in("voel {item} {text}", "feel {text} {item}"));
    EXPECT_TRUE(wrong_in("voel {item:wonder} {text}", "feel {item:wonder} {text}"));
}

TEST(Verbs, a_new_one_is_its_text) {
    const auto made = verbs_in("note_gut_feeling", {"voel [stuk {item}] [zomaar] {text} (stil)",
                                                    "feel [item {item}] [just] {text} (quietly)"});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(shown(made[0], dutch), "voel [stuk STUK] [zomaar] … (stil)");
    EXPECT_EQ(shown(made[0], english), "feel [item ITEM] [just] … (quietly)");
    const auto filled = match(made[0].grammar, split("feel item a03 zomaar Er klopt iets niet"));
    ASSERT_TRUE(filled);
    v1::NoteGutFeeling act;
    const model::View view;
    Filling filling(act, view, dutch);
    for (const Filled& each : *filled) EXPECT_FALSE(filling.fill(each));
    EXPECT_EQ(act.item(), "A03");
    EXPECT_EQ(act.text(), "Er klopt iets niet");
    EXPECT_FALSE(match(made[0].grammar, split("voel stuk A03"))) << "nothing felt";
}

TEST(Verbs, parts_with_a_word_of_their_own_come_in_any_order_and_no_word_is_lost) {
    const auto made = verbs_in("ask_authority", {"mag {item} voor {to:role} [tekst {reason}]",
                                                 "may {item} for {to:role} [text {reason}]"});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_TRUE(match(made[0].grammar, split("mag A03 voor VT")));
    EXPECT_TRUE(match(made[0].grammar, split("mag A03 for VT tekst voor VT")));
    EXPECT_FALSE(match(made[0].grammar, split("mag A03 voor VT graag")));
    EXPECT_FALSE(match(made[0].grammar, split("mag A03 voor")));
    EXPECT_FALSE(match(made[0].grammar, split("mag A03")));
}

TEST(Verbs, help_and_usage_tell_each_way_to_type_it) {
    const std::string help = what_can_be_typed(dutch);
    EXPECT_NE(help.find("\n  onderbuik [stuk STUK] [tekst] …\n"), std::string::npos) << help;
    EXPECT_NE(help.find("aantekeningen"), std::string::npos) << help;
    const model::View view;
    const Understood understood = understand("actie", view, english);
    const auto* wrong = std::get_if<NotUnderstood>(&understood);
    ASSERT_NE(wrong, nullptr);
    EXPECT_EQ(wrong->key, "console.usage_action");
    EXPECT_NE(wrong->sentence.find("\n  action drop NO"), std::string::npos) << wrong->sentence;
    EXPECT_NE(wrong->sentence.find("[by D1 12:00]"), std::string::npos) << wrong->sentence;
}

TEST(Verbs, no_screen_shares_its_word_with_another) {
    std::set<std::string> words;
    for (const ScreenText& screen : screen_texts()) {
        std::set<std::string> own(screen.words.begin(), screen.words.end());
        EXPECT_FALSE(own.empty()) << screen.name;
        for (const std::string& word : own) EXPECT_TRUE(words.insert(word).second) << word;
    }
}

}  // namespace
}  // namespace casustafel::console
