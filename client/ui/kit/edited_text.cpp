#include "client/ui/kit/edited_text.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "proto/contract/utf8.hpp"
#include "proto/text_rules/clusters.hpp"
#include "proto/text_rules/normal.hpp"
#include "proto/text_rules/standing.hpp"

namespace casustafel::ui {
namespace {

constexpr std::size_t most_steps = 400;

bool is_space(char32_t c) {
    return c == U' ' || c == U'\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

// Whether it becomes part of the sign before it.
bool hangs_on(char32_t c) {
    return text_rules::is_mark(c) || text_rules::standing_of(c) == text_rules::Standing::depends;
}

}  // namespace

void EditedText::open(std::u32string text, Type type, bool several_lines) {
    text_ = std::move(text);
    type_ = type;
    several_lines_ = several_lines;
    done_.clear();
    undone_.clear();
    caret_ = anchor_ = text_.size();
    wanted_x_.reset();
    wrap_again();
}

void EditedText::set_width(float width) {
    if (std::exchange(width_, width) != width) wrap_again();
}

void EditedText::wrap_again() {
    widths_ = character_widths(*fonts_, type_, text_);
    lines_ = wrap_characters(text_, widths_,
                             several_lines_ ? width_ : std::numeric_limits<float>::max());
}

// A place inside a sign is no place: the end of that sign is.
std::size_t EditedText::settled(std::size_t at) const {
    if (at == 0 || at >= text_.size()) return std::min(at, text_.size());
    return text_rules::next_cluster(text_, text_rules::previous_cluster(text_, at));
}

void EditedText::move(Move to, bool selecting) {
    const bool upright = to == Move::up || to == Move::down;
    if (upright && !wanted_x_) wanted_x_ = place(caret_).x;
    if (!upright) wanted_x_.reset();
    if (selects() && !selecting && (to == Move::left || to == Move::right))
        caret_ = to == Move::left ? selection_begin() : selection_end();
    else
        caret_ = target(to);
    if (!selecting) anchor_ = caret_;
}

std::size_t EditedText::target(Move to) const {
    const std::size_t line = line_of(caret_);
    std::size_t at = caret_;
    switch (to) {
        case Move::left: return text_rules::previous_cluster(text_, at);
        case Move::right: return text_rules::next_cluster(text_, at);
        case Move::word_left:
            while (at > 0 && !begins_word(--at)) {
            }
            return settled(at);
        case Move::word_right:
            while (at < text_.size() && !begins_word(++at)) {
            }
            return settled(at);
        case Move::up: return line == 0 ? 0 : on_line(line - 1, *wanted_x_);
        case Move::down:
            return line + 1 == lines_.size() ? text_.size() : on_line(line + 1, *wanted_x_);
        case Move::line_start: return lines_[line].begin;
        case Move::line_end: return on_line(line, std::numeric_limits<float>::max());
        case Move::text_start: return 0;
        case Move::text_end: return text_.size();
    }
    return at;
}

bool EditedText::begins_word(std::size_t at) const {
    return at < text_.size() && (at == 0 || is_space(text_[at - 1])) && !is_space(text_[at]);
}

// The place on a line that is nearest; behind the space that a line was broken at is the next line.
std::size_t EditedText::on_line(std::size_t line, float x) const {
    const auto& [begin, end, feed] = lines_[line];
    const std::size_t last = line + 1 == lines_.size() ? end
                             : feed                    ? end - 1
                                                       : text_rules::previous_cluster(text_, end);
    std::size_t at = begin;
    float left = 0;
    while (at < last) {
        const std::size_t next = text_rules::next_cluster(text_, at);
        float wide = 0;
        for (std::size_t each = at; each < next; ++each) wide += widths_[each];
        if (x < left + wide / 2) break;
        left += wide;
        at = next;
    }
    return std::min(at, last);
}

std::size_t EditedText::at_point(Point at) const {
    const float row = std::max(0.0F, at.y / metrics(type_).line_px);
    const auto line = std::min(static_cast<std::size_t>(std::min(row, 1e6F)), lines_.size() - 1);
    return on_line(line, at.x);
}

void EditedText::click(Point at) {
    wanted_x_.reset();
    caret_ = anchor_ = at_point(at);
}

void EditedText::drag(Point at) {
    wanted_x_.reset();
    caret_ = at_point(at);
}

void EditedText::select(std::size_t begin, std::size_t end) {
    wanted_x_.reset();
    anchor_ = settled(begin);
    caret_ = settled(end);
}

void EditedText::select_word() {
    std::size_t begin = caret_, end = caret_;
    while (begin > 0 && !is_space(text_[begin - 1])) --begin;
    while (end < text_.size() && !is_space(text_[end])) ++end;
    select(begin, end);
}

void EditedText::erase(Move to) {
    if (!selects()) caret_ = target(to);
    if (selects()) replace(selection_begin(), selection_end(), {}, false);
}

void EditedText::insert(std::u32string_view more) {
    if (more.empty() && !selects()) return;
    replace(selection_begin(), selection_end(), more, false);
}

void EditedText::type(char32_t character) {
    replace(selection_begin(), selection_end(), {&character, 1}, true);
}

// What hangs on the sign before it is put in together with that sign, in normal form.
void EditedText::replace(std::size_t begin, std::size_t end, std::u32string_view with, bool typed) {
    std::u32string more(with);
    const Change before{begin, {}, {}, caret_, anchor_, typed};
    if (!more.empty() && begin > 0 && hangs_on(more.front())) {
        begin = text_rules::previous_cluster(text_, begin);
        more.insert(0, text_, begin, before.at - begin);
        more = contract::to_characters(
            text_rules::mended(contract::to_utf8(more), text_rules::Lines::several));
    }
    Change change{begin, text_.substr(begin, end - begin), more, before.caret, before.anchor,
                  typed};
    if (change.removed == change.inserted) return;
    swap_back(change, change.removed, change.inserted);
    undone_.clear();
    remember(std::move(change));
}

void EditedText::remember(Change change) {
    const bool goes_on = !done_.empty() && done_.back().typed && change.typed &&
                         change.removed.empty() && change.inserted.size() == 1 &&
                         !is_space(change.inserted.front()) &&
                         done_.back().at + done_.back().inserted.size() == change.at;
    if (goes_on) {
        done_.back().inserted += change.inserted;
        return;
    }
    if (done_.size() == most_steps) done_.erase(done_.begin());
    done_.push_back(std::move(change));
}

// Puts `in` where `out` stands, caret behind it.
void EditedText::swap_back(const Change& change, const std::u32string& out,
                           const std::u32string& in) {
    text_.replace(change.at, out.size(), in);
    wrap_again();
    wanted_x_.reset();
    caret_ = anchor_ = settled(change.at + in.size());
}

void EditedText::undo() {
    if (done_.empty()) return;
    const Change change = std::move(done_.back());
    done_.pop_back();
    swap_back(change, change.inserted, change.removed);
    caret_ = change.caret;
    anchor_ = change.anchor;
    undone_.push_back(change);
}

void EditedText::redo() {
    if (undone_.empty()) return;
    Change change = std::move(undone_.back());
    undone_.pop_back();
    swap_back(change, change.removed, change.inserted);
    change.typed = false;
    done_.push_back(std::move(change));
}

EditedText::Place EditedText::place(std::size_t character) const {
    for (std::size_t index = 0; index < lines_.size(); ++index) {
        const CharacterLine& line = lines_[index];
        const bool last = index + 1 == lines_.size();
        if (character >= line.end && !last) continue;
        float x = 0;
        for (std::size_t at = line.begin; at < std::min(character, text_.size()); ++at)
            x += widths_[at];
        return {index, x};
    }
    return {0, 0};
}

}  // namespace casustafel::ui
