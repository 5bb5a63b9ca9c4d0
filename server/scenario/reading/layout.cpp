#include "server/scenario/reading/layout.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "server/scenario/reading/layout_levels.hpp"
#include "server/scenario/reading/layout_line.hpp"
#include "server/scenario/reading/layout_spaces.hpp"
#include "server/scenario/reading/layout_value.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

constexpr std::size_t most_slips = 40;

class LayoutReader {
public:
    explicit LayoutReader(std::string_view text) : lines_(split_lines(text)), value_(slips_) {}

    std::vector<Slip> read() {
        for (number_ = 0; number_ < lines_.size() && slips_.size() < most_slips && !lost_;
             ++number_)
            read_line();
        value_.stop();
        return std::move(slips_);
    }

private:
    std::string_view line() const { return lines_[number_]; }

    void slip(std::size_t line, std::size_t byte, Sentence message, Key hint,
              std::vector<std::string> arguments = {}) {
        slips_.push_back({place_of(lines_[line], line, byte), std::move(message),
                          Sentence{hint, std::move(arguments)}});
    }
    // The lines no longer stand where they should; what follows would be guessed.
    void lose(std::size_t line, Sentence message, Key hint,
              std::vector<std::string> arguments = {}) {
        slip(line, indentation_of(lines_[line]), std::move(message), hint, std::move(arguments));
        lost_ = true;
    }

    void read_line() {
        const std::size_t column = indentation_of(line());
        if (value_.open()) {
            if (is_blank_or_remark(line()) || column > value_column_) return go_on_with_value();
            if (last_ + 1 == number_ && line() == lines_[last_]) return say_twice(column);
            value_.stop();
        }
        if (column == line().size()) return;
        if (in_text_ && column > text_parent_) return read_text(column);
        if (line()[column] == '#') return;
        const bool after_text = std::exchange(in_text_, false);
        if (skip_deeper_than_ && column > *skip_deeper_than_) return;
        skip_deeper_than_.reset();
        if (column == 0 && (line().substr(0, 3) == "---" || line().substr(0, 3) == "...")) return;
        after_text_ = after_text;
        read_entry(column);
        last_ = number_;
    }

    void go_on_with_value() {
        if (number_ > 0 && line() == lines_[number_ - 1] && !is_blank_or_remark(line()))
            say_twice(indentation_of(line()));
        value_.go_on(line(), number_);
        if (value_.slipped()) skip_deeper_than_ = value_column_;
    }

    // A line of a block of text: as far in as its first line, or further.
    void read_text(std::size_t column) {
        const auto key = key_at(line(), column);
        if (!text_column_) {
            text_column_ = column;
            text_line_ = number_;
        } else if (column == *text_column_ && (key == "en" || key == "nl")) {
            slip(number_, column, {Key::diagnostic_text_swallows, {}},
                 Key::diagnostic_hint_misplaced);
        } else if (column < *text_column_ && only_entry_is_off(levels_, column) &&
                   !key_at(line(), column).empty()) {
            wrong_indentation(levels_.back().last);
        } else if (column < *text_column_) {
            const bool first = number_ == text_line_ + 1 && column == text_parent_ + 2;
            lose(first ? text_line_ : number_, {Key::diagnostic_text_indentation, {}},
                 Key::diagnostic_hint_text_indentation);
        } else if (folded_ && column > *text_column_ &&
                   indentation_of(lines_[number_ - 1]) == *text_column_) {
            // Behind > such a line stands alone, where the author meant the text to go on.
            slip(number_, column, {Key::diagnostic_text_indentation, {}},
                 Key::diagnostic_hint_text_indentation);
            slips_.back().brings_others = false;
        }
    }

    void read_entry(std::size_t column) {
        if (said_twice(column)) return;
        const Level popped = leave_deeper(column);
        if (!fits(column, popped)) return;
        read_content(column);
    }

    bool said_twice(std::size_t column) {
        const bool twice = number_ > 0 && last_ == number_ - 1 && line() == lines_[last_];
        if (twice) say_twice(column);
        return twice;
    }
    void say_twice(std::size_t column) {
        slip(number_, column, {Key::diagnostic_line_twice, {}}, Key::diagnostic_hint_line_twice);
        // Two equal entries of a list are no reason for others to complain.
        const bool entry = line()[column] == '-' && key_at(line(), column + 2).empty();
        slips_.back().brings_others = !entry;
        in_text_ = after_text_;
    }

    // Leaves the levels that spring in further; gives the outermost of them.
    Level leave_deeper(std::size_t column) {
        Level popped{.kind = Level::Kind::text};
        left_.clear();
        while (!levels_.empty() && levels_.back().column > column) {
            popped = levels_.back();
            left_.push_back(popped.column);
            levels_.pop_back();
        }
        return popped;
    }

    bool is_dash(std::size_t column) const {
        return line()[column] == '-' && (column + 1 == line().size() || line()[column + 1] == ' ');
    }

    // Whether a line may begin at this column. Otherwise says what is wrong with it.
    bool fits(std::size_t column, const Level& popped) {
        const bool dash = is_dash(column);
        if (levels_.empty()) {
            if (!left_.empty()) return misses_level(column, popped), false;
            return true;
        }
        Level& top = levels_.back();
        if (top.column == column) return fits_beside(column, dash);
        if (!left_.empty()) return misses_level(column, popped), false;
        if (waits_) return true;
        return too_deep(column), false;
    }

    // A line between two levels: it, the first line of the level it left, or the entry above that
    // left this level too early springs in wrongly.
    void misses_level(std::size_t column, const Level& popped) {
        if (is_dash(column) && popped.kind != Level::Kind::dashes && popped.below_key)
            return lose(popped.line, {Key::diagnostic_lost_dash, {}},
                        Key::diagnostic_hint_lost_dash);
        if (left_too_early(levels_, column)) return wrong_indentation(levels_.back().last);
        const std::size_t expected = levels_.empty() ? 0 : levels_.back().column + 2;
        const bool first_is_wrong = popped.entries == 1 && column == expected;
        wrong_indentation(first_is_wrong ? popped.line : number_);
    }

    void wrong_indentation(std::size_t line) {
        lose(line, {Key::diagnostic_indentation, {std::to_string(indentation_of(lines_[line]))}},
             Key::diagnostic_hint_indentation);
    }

    bool fits_beside(std::size_t column, bool dash) {
        Level& top = levels_.back();
        if (top.kind == Level::Kind::dashes && !dash) {
            const bool keys_below =
                levels_.size() > 1 && levels_[levels_.size() - 2].column == column;
            if (keys_below && !key_at(line(), column).empty()) {
                levels_.pop_back();
                return true;
            }
            if (only_entry_is_off(levels_, column))
                wrong_indentation(top.line);
            else
                lose(number_, {Key::diagnostic_lost_dash, {}}, Key::diagnostic_hint_lost_dash);
            return false;
        }
        if (top.kind == Level::Kind::keys && dash) {
            if (waits_) return true;
            wrong_indentation(number_);
            return false;
        }
        if (top.kind != Level::Kind::text) return true;
        if (dash || line()[column] == '{' || line()[column] == '[')
            lose(top.line, {Key::diagnostic_lost_dash, {}}, Key::diagnostic_hint_lost_dash);
        else if (!key_at(line(), column).empty())
            is_bracket(top.line) ? wrong_indentation(number_) : lost_colon_above();
        return false;  // otherwise the text goes on
    }

    // Deeper than the entry above, which is already complete.
    void too_deep(std::size_t column) {
        const Level& top = levels_.back();
        const bool key = !key_at(line(), column).empty() || is_dash(column);
        if (top.kind == Level::Kind::text) return key ? lost_colon_above() : void();
        if (value_.plain() && !key && !after_text_) return;  // the text above goes on
        if (value_.slipped()) return;
        if (top.kind == Level::Kind::dashes && column == top.column + 2 && !key)
            return lose(number_, {Key::diagnostic_lost_dash, {}}, Key::diagnostic_hint_lost_dash);
        const bool first = top.entries == 1 && top.below_key && column == top.column + 2;
        if (first && top.kind == Level::Kind::keys && has_sibling_below(lines_, number_, column))
            return lose(top.line, {Key::diagnostic_lost_dash, {}}, Key::diagnostic_hint_lost_dash);
        const bool above_is_wrong =
            left_too_early(levels_, column) || has_sibling_below(lines_, number_, column);
        wrong_indentation(above_is_wrong && key ? top.last : number_);
    }

    // Whether this line holds a list or map between brackets, or a quotation.
    bool is_bracket(std::size_t line) const {
        const auto begin = indentation_of(lines_[line]);
        return std::string_view("[{\"'").find(lines_[line][begin]) != std::string_view::npos;
    }

    // The text above was meant to be a key.
    void lost_colon_above() {
        const std::size_t line = levels_.back().line;
        say_lost_colon(line, std::min(lines_[line].find_first_not_of(" -"), lines_[line].size()));
        lost_ = true;
    }

    void say_lost_colon(std::size_t line, std::size_t byte) {
        const std::string word(word_at(lines_[line], byte));
        const std::size_t after = byte + word.size();
        if (after < lines_[line].size() && lines_[line][after] == ':' && !word.empty())
            return slip(line, byte, {Key::diagnostic_lost_space, {word}},
                        Key::diagnostic_hint_lost_space, {word});
        const auto end = end_of_text(lines_[line], byte);
        slip(line, byte,
             {Key::diagnostic_lost_colon,
              {word.empty() ? std::string(lines_[line].substr(byte, end - byte)) : word}},
             Key::diagnostic_hint_lost_colon);
    }

    void read_content(std::size_t column) {
        while (is_dash(column)) {
            enter(column, Level::Kind::dashes);
            waits_ = true;
            column = std::min(line().find_first_not_of(' ', column + 1), line().size());
            if (column == line().size() || line()[column] == '#') return;
            after_dash_ = true;
        }
        const auto key = key_at(line(), column);
        if (!key.empty()) {
            enter(column, Level::Kind::keys);
            return read_value(column, column + key.size() + 1);
        }
        read_without_key(column);
        after_dash_ = false;
    }

    void enter(std::size_t column, Level::Kind kind) {
        const bool below_key = !std::exchange(after_dash_, false);
        const bool same =
            !levels_.empty() && levels_.back().column == column && levels_.back().kind == kind;
        if (!same) levels_.push_back({column, kind, number_, 0, below_key, number_, {}, false});
        Level& level = levels_.back();
        ++level.entries;
        level.last = number_;
        level.left = left_;
        level.after_empty = same && waits_;
        waits_ = false;
    }

    void read_value(std::size_t column, std::size_t from) {
        const std::size_t begin = std::min(line().find_first_not_of(' ', from), line().size());
        waits_ = begin == line().size() || line()[begin] == '#';
        if (waits_) return;
        if (line()[begin] == '|' || line()[begin] == '>') return begin_text(column, begin);
        begin_value(column, begin);
    }

    void begin_text(std::size_t column, std::size_t begin) {
        const auto header = line().substr(begin, end_of_text(line(), begin) - begin);
        if (header.find_first_not_of("|>+-0123456789") != std::string_view::npos)
            slip(number_, begin, {Key::diagnostic_text_beside_sign, {std::string(1, header[0])}},
                 Key::diagnostic_hint_text_beside_sign);
        in_text_ = true;
        folded_ = header[0] == '>';
        text_parent_ = column;
        text_column_.reset();
    }

    void begin_value(std::size_t column, std::size_t begin) {
        value_column_ = column;
        if (names_something(line(), begin)) {
            waits_ = true;
            return;
        }
        value_.begin(line(), number_, begin);
        if (value_.slipped()) skip_deeper_than_ = indentation_of(line());
    }

    // What stands where a key or the value of a dash may stand.
    void read_without_key(std::size_t column) {
        if (std::string_view("?<&!").find(line()[column]) != std::string_view::npos) {
            waits_ = true;  // refused where the tree is read
            return;
        }
        const bool beside_keys = !levels_.empty() && levels_.back().column == column &&
                                 levels_.back().kind == Level::Kind::keys;
        const bool bracket =
            std::string_view("[{\"'").find(line()[column]) != std::string_view::npos;
        if (beside_keys) return not_a_key(column, bracket);
        const std::size_t parent = levels_.empty() ? 0 : levels_.back().column;
        waits_ = false;
        if (!bracket && lacks_colon(line(), column)) {
            enter(column, Level::Kind::keys);
            return say_lost_colon_and_skip(column);
        }
        if (bracket && after_dash_) return begin_value(parent, column);
        levels_.push_back(
            {column, Level::Kind::text, number_, 1, !after_dash_, number_, {}, false});
        begin_value(parent, column);
    }

    void say_lost_colon_and_skip(std::size_t column) {
        say_lost_colon(number_, column);
        skip_deeper_than_ = indentation_of(line());
    }

    void not_a_key(std::size_t column, bool bracket) {
        if (after_text_) {
            // The first line below > may show that it is the line above that is off.
            const bool above = !text_column_ && levels_.size() > 1 &&
                               column != levels_[levels_.size() - 2].column + 2;
            return wrong_indentation(above ? last_ : number_);
        }
        const bool key = line().find("]:") < line().size() || line().find("}:") < line().size() ||
                         line().find("\":") < line().size();
        waits_ = bracket && key;  // refused where the tree is read
        if (waits_) return;
        if (bracket)
            return lose(number_, {Key::diagnostic_lost_dash, {}}, Key::diagnostic_hint_lost_dash);
        say_lost_colon_and_skip(column);
    }

    std::vector<std::string_view> lines_;
    std::vector<Slip> slips_;
    ValueReader value_;
    std::size_t value_column_ = 0;  // of the entry whose value is read
    std::size_t number_ = 0, last_ = 0;
    std::vector<Level> levels_;
    std::vector<std::size_t> left_;  // columns of the levels that this line left
    bool waits_ = false;             // the entry above has no value yet
    bool after_dash_ = false;        // a dash stands before this on the line
    bool in_text_ = false, after_text_ = false, folded_ = false;
    std::size_t text_parent_ = 0, text_line_ = 0;
    std::optional<std::size_t> text_column_;
    std::optional<std::size_t> skip_deeper_than_;
    bool lost_ = false;
};

}  // namespace

std::vector<Slip> slips_in(std::string_view text) {
    auto spaces = odd_spaces_in(text);
    if (!spaces.empty()) return spaces;
    return LayoutReader(text).read();
}

}  // namespace casustafel::scenario
