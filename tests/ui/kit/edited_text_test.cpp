// Editing by random steps: whatever is typed, pasted, moved and deleted, the caret stands between
// two signs, and everything can be taken back and done again.
#include "client/ui/kit/edited_text.hpp"

#include <gtest/gtest.h>

#include <random>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"
#include "proto/text_rules/normal.hpp"
#include "tests/support/screen/harness.hpp"

namespace casustafel::ui {
namespace {

class Writer {
public:
    Writer(EditedText& text, std::uint64_t seed) : text_(text), engine_(seed) {}

    void step() {
        static const std::u32string pieces[] = {U"a",
                                                U"e",
                                                U" ",
                                                U"\n",
                                                U"\u0301",
                                                U"\u0308",
                                                U"ë",
                                                U"👍",
                                                U"\U0001F3FD",
                                                U"\u200D",
                                                U"👩",
                                                U"🇳",
                                                U"🇱",
                                                U"م",
                                                U"een stuk\nmeer",
                                                U"👨‍👩‍👧‍👦",
                                                U"한",
                                                U"\uFE0F"};
        const std::u32string& piece = pieces[below(std::size(pieces))];
        switch (below(8)) {
            case 0:
            case 1: text_.move(static_cast<Move>(below(10)), below(2) == 0); break;
            case 2: text_.erase(static_cast<Move>(below(4))); break;
            case 3:
                text_.click({static_cast<float>(below(300)), static_cast<float>(below(90))});
                break;
            case 4:
                text_.drag({static_cast<float>(below(300)), static_cast<float>(below(90))});
                break;
            case 5: text_.insert(piece); break;
            default: text_.type(piece.front());
        }
    }

private:
    std::size_t below(std::size_t most) { return engine_() % most; }

    EditedText& text_;
    std::mt19937_64 engine_;
};

bool between_signs(const std::u32string& text, std::size_t at) {
    for (std::size_t end = 0; end < at;) {
        end = text_rules::next_cluster(text, end);
        if (end > at) return false;
    }
    return at <= text.size();
}

TEST(EditedText, keeps_the_caret_between_signs_and_takes_everything_back) {
    Harness harness{240, 240, [](Ui&) {}};
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        EditedText text(harness.ui.draw().fonts());
        text.set_width(120);
        text.open(U"begin", Type::body, true);
        Writer writer(text, seed);
        for (int step = 0; step < 60; ++step) {
            writer.step();
            ASSERT_TRUE(between_signs(text.text(), text.caret())) << "seed " << seed;
            ASSERT_TRUE(between_signs(text.text(), text.selection_begin())) << "seed " << seed;
            ASSERT_LE(text.selection_end(), text.text().size());
            ASSERT_EQ(text.lines().back().end, text.text().size());
        }
        const std::u32string last = text.text();
        for (int step = 0; step < 100; ++step) text.undo();
        ASSERT_EQ(text.text(), U"begin") << "seed " << seed;
        for (int step = 0; step < 100; ++step) text.redo();
        ASSERT_EQ(text.text(), last) << "seed " << seed;
    }
}

TEST(EditedText, goes_up_and_down_to_where_it_came_from) {
    Harness harness{240, 240, [](Ui&) {}};
    EditedText text(harness.ui.draw().fonts());
    text.set_width(2000);
    text.open(U"een lange regel\nx\neen lange regel", Type::body, true);
    text.move(Move::up, false);
    EXPECT_EQ(text.caret(), 17U);
    text.move(Move::up, false);
    EXPECT_EQ(text.caret(), 15U);
    text.move(Move::down, true);
    text.move(Move::down, true);
    EXPECT_EQ(text.caret(), text.text().size());
    EXPECT_EQ(text.selection_begin(), 15U);
}

}  // namespace
}  // namespace casustafel::ui
