// The safe builder and the plain-text summary.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/report/html.hpp"
#include "server/report/summary.hpp"
#include "session.hpp"

namespace casustafel::report {
namespace {

TEST(Html, escapes_text_and_attribute_values) {
    const Html made = Html::element("a", {{"title", "\"><b>"}}, {Html::text("<i>&'")});
    EXPECT_EQ(made.markup(), "<a title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;&amp;&#39;</a>");
}

TEST(Html, replaces_characters_that_no_page_may_hold) {
    EXPECT_EQ(Html::text(std::string_view("a\0b\x1B\tc", 6)).markup(),
              "a\xEF\xBF\xBD"
              "b\xEF\xBF\xBD\tc");
}

TEST(Summary, has_both_headings_and_twelve_indicators_with_their_n) {
    const Session session = small_session();
    const score::Score found = score::score(session.scenario, session.log);
    const std::string dutch = summary(found, text::Language::nl);
    for (const char* part :
         {"Informatie delen", "Samenwerken", "S1  Unieke informatie op tafel", "C4  Wederkerigheid",
          "C6  Gedeeld beeld", "te weinig om te zeggen", "n 4", "1 vlag"}) {
        EXPECT_NE(dutch.find(part), std::string::npos) << part << "\n" << dutch;
    }
    // The halves of C6 have a line, and the flags and corrections.
    EXPECT_EQ(std::ranges::count(dutch, '\n'), 4 + 12 + 1 + 2 + 2);
    EXPECT_NE(dutch.find("Zonder de correcties van de trainer: "), std::string::npos) << dutch;
    EXPECT_NE(dutch.find("Alleen het gedeelde beeld"), std::string::npos) << dutch;
    EXPECT_NE(summary(found, text::Language::en).find("Sharing information"), std::string::npos);
}

}  // namespace
}  // namespace casustafel::report
