#include "server/scenario/reading/layout_value.hpp"

#include <algorithm>
#include <utility>

#include "server/scenario/reading/layout_line.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

// The start of a text as a message may repeat it.
std::string shortened(std::string_view words) {
    constexpr std::size_t most = 40;
    if (words.size() <= most) return std::string(words);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    return std::string(words.substr(0, end)) + "…";
}

char closer_of(char opener) { return opener == '[' ? ']' : '}'; }

bool ends_key(std::string_view line, std::size_t colon, bool in_brackets) {
    if (line[colon] != ':') return false;
    if (colon + 1 == line.size() || line[colon + 1] == ' ') return true;
    return in_brackets && std::string_view(",]}").find(line[colon + 1]) != std::string_view::npos;
}

}  // namespace

void ValueReader::slip(const Spot& at, Sentence message, Key hint,
                       std::vector<std::string> arguments) {
    slips_.push_back({place_of(at.line, at.number, at.byte), std::move(message),
                      Sentence{hint, std::move(arguments)}});
    slipped_ = done_ = true;
}

void ValueReader::skip_spaces() {
    while (sign() == ' ' || sign() == '\t') ++byte_;
}

void ValueReader::begin(std::string_view line, std::size_t number, std::size_t byte) {
    line_ = line;
    number_ = number;
    byte_ = byte;
    open_.clear();
    quote_ = 0;
    slipped_ = plain_ = done_ = false;
    if (sign() == '[' || sign() == '{')
        open_bracket();
    else if (sign() == '"' || sign() == '\'')
        read_quote();
    else
        return read_plain();
    read_on();
}

void ValueReader::go_on(std::string_view line, std::size_t number) {
    line_ = line;
    number_ = number;
    byte_ = 0;
    if (quote_ != 0)
        close_quote();
    else
        skip_spaces();
    read_on();
}

void ValueReader::stop() {
    if (!open()) return;
    if (quote_ == '\'')
        slip(quote_at_, {Key::diagnostic_apostrophe_opens, {}}, Key::diagnostic_hint_apostrophe);
    else if (quote_ != 0)
        slip(quote_at_, {Key::diagnostic_quote_not_closed, {}}, Key::diagnostic_hint_close_quote);
    else
        slip(open_.back().at, {Key::diagnostic_not_closed, {std::string(1, open_.back().sign)}},
             Key::diagnostic_hint_close_bracket, {std::string(1, closer_of(open_.back().sign))});
}

bool ValueReader::starts_badly(std::string_view words) {
    const char sign = words[0];
    const auto space = words.find(' ');
    const bool never = std::string_view("@`%").find(sign) != std::string_view::npos;
    const bool points = sign == '*' && (space != std::string_view::npos || words.back() == '*');
    // A name behind & or ! and then something that is no text is refused where the tree is read.
    const bool names = (sign == '&' || sign == '!') && words.substr(0, 2) != "!!";
    if (!never && !points && !names) return false;
    slip(at_byte(static_cast<std::size_t>(words.data() - line_.data())),
         {Key::diagnostic_sign_opens, {std::string(1, sign)}}, Key::diagnostic_hint_quote_text);
    return true;
}

bool ValueReader::quotes_are_odd(std::string_view words, std::size_t begin) {
    if (std::count(words.begin(), words.end(), '"') % 2 == 0) return false;
    slip(at_byte(begin), {Key::diagnostic_quote_not_opened, {}}, Key::diagnostic_hint_open_quote);
    return true;
}

// A text that stands without quotes outside brackets goes on to the end of its line.
void ValueReader::read_plain() {
    plain_ = done_ = true;
    const std::size_t begin = byte_, end = end_of_text(line_, byte_);
    const auto words = line_.substr(begin, end - begin);
    if (words.empty() || starts_badly(words)) return;
    for (; byte_ < end; ++byte_)
        if (ends_key(line_, byte_, false))
            return slip(here(), {Key::diagnostic_second_colon, {}},
                        Key::diagnostic_hint_second_colon);
    if (quotes_are_odd(words, begin)) return;
    const char opener = words.back() == ']' ? '[' : words.back() == '}' ? '{' : '\0';
    if (opener != '\0' && words.find(opener) == std::string_view::npos)
        slip(at_byte(end - 1), {Key::diagnostic_not_opened, {std::string(1, words.back())}},
             Key::diagnostic_hint_open_bracket, {std::string(1, opener)});
}

void ValueReader::read_on() {
    while (!done_ && quote_ == 0) {
        skip_spaces();
        if (byte_ >= line_.size()) return;
        if (open_.empty()) return after_value();
        if (is_remark()) return remark();
        read_token();
    }
}

void ValueReader::read_token() {
    const char next = sign();
    if (next == '[' || next == '{') return open_bracket();
    if (next == ']' || next == '}') return close_bracket();
    if (next == ',') return comma();
    if (next == '"' || next == '\'') return read_quote();
    read_flow_words();
}

// Whether something may begin here. A slip when the entry is already complete.
bool ValueReader::begin_token() {
    if (open_.empty()) return true;
    Open& entry = open_.back();
    if (entry.sign == '{' && entry.token && !entry.colon) {
        slip(entry.words_at, {Key::diagnostic_lost_colon, {shortened(entry.words)}},
             Key::diagnostic_hint_lost_colon);
        return false;
    }
    if (entry.value) {
        slip(last_, {Key::diagnostic_lost_comma, {}}, Key::diagnostic_hint_lost_comma);
        return false;
    }
    (entry.sign == '{' && !entry.colon ? entry.token : entry.value) = true;
    return true;
}

void ValueReader::open_bracket() {
    if (!begin_token()) return;
    open_.push_back({.sign = sign(), .at = here(), .words = {}, .words_at = {}});
    last_ = at_byte(byte_++);
}

void ValueReader::close_bracket() {
    const char closer = sign();
    if (closer != closer_of(open_.back().sign)) {
        const bool opened = std::any_of(open_.begin(), open_.end(), [&](const Open& each) {
            return closer_of(each.sign) == closer;
        });
        if (opened) return stop();
        return slip(here(), {Key::diagnostic_not_opened, {std::string(1, closer)}},
                    Key::diagnostic_hint_open_bracket, {closer == ']' ? "[" : "{"});
    }
    if (!finish_entry()) return;
    open_.pop_back();
    last_ = at_byte(byte_++);
}

// An entry of a map needs its colon.
bool ValueReader::finish_entry() {
    const Open& entry = open_.back();
    if (entry.sign != '{' || !entry.token || entry.colon) return true;
    const auto word = word_at(entry.words, 0);
    if (!word.empty() && word.size() < entry.words.size() && entry.words[word.size()] == ':')
        slip(entry.words_at, {Key::diagnostic_lost_space, {std::string(word)}},
             Key::diagnostic_hint_lost_space, {std::string(word)});
    else
        slip(entry.words_at, {Key::diagnostic_no_colon, {shortened(entry.words)}},
             Key::diagnostic_hint_no_colon);
    return false;
}

void ValueReader::comma() {
    Open& entry = open_.back();
    if (!finish_entry()) return;
    if (!entry.token && !entry.value)
        return slip(here(), {Key::diagnostic_extra_comma, {}}, Key::diagnostic_hint_extra_comma);
    entry.colon = entry.token = entry.value = false;
    entry.words.clear();
    ++byte_;
}

void ValueReader::read_quote() {
    if (!begin_token()) return;
    quote_ = sign();
    quote_at_ = here();
    ++byte_;
    close_quote();
}

// Goes on to the end of the quotation, which may lie on a later line.
void ValueReader::close_quote() {
    for (; byte_ < line_.size(); ++byte_) {
        if (line_[byte_] == '\\' && quote_ == '"') {
            ++byte_;
        } else if (line_[byte_] == quote_) {
            const bool doubled =
                quote_ == '\'' && byte_ + 1 < line_.size() && line_[byte_ + 1] == '\'';
            if (!doubled) break;
            ++byte_;
        }
    }
    if (byte_ >= line_.size()) return;
    const char closed = std::exchange(quote_, '\0');
    last_ = at_byte(byte_++);
    skip_spaces();
    if (byte_ >= line_.size() || (open_.empty() && is_remark())) return;
    if (sign() == ':') return colon_after_token();
    if (!open_.empty() && std::string_view(",]}").find(sign()) != std::string_view::npos) return;
    if (!open_.empty() && is_remark()) return;
    if (closed == '\'')
        return slip(quote_at_, {Key::diagnostic_apostrophe_opens, {}},
                    Key::diagnostic_hint_apostrophe);
    slip(here(), {Key::diagnostic_after_quote, {}}, Key::diagnostic_hint_after_quote);
}

void ValueReader::colon_after_token() {
    if (open_.empty()) {
        done_ = true;  // a key between quotes
        return;
    }
    Open& entry = open_.back();
    if (entry.sign == '[') return stop();
    if (entry.colon)
        return slip(here(), {Key::diagnostic_second_colon, {}}, Key::diagnostic_hint_second_colon);
    entry.colon = true;
    ++byte_;
}

void ValueReader::read_flow_words() {
    const bool is_value = open_.back().colon || open_.back().sign == '[';
    const std::size_t begin = byte_;
    std::size_t end = begin;
    const auto ends = [&](std::size_t at) {
        if (std::string_view(",[]{}").find(line_[at]) != std::string_view::npos) return true;
        if (!is_value && line_[at] == '"' && at > 0 && line_[at - 1] == ' ') return true;
        return ends_key(line_, at, true) || (line_[at] == '#' && at > 0 && line_[at - 1] == ' ');
    };
    while (end < line_.size() && !ends(end)) ++end;
    const bool key = end < line_.size() && line_[end] == ':';
    const std::size_t next = end;
    while (end > begin && line_[end - 1] == ' ') --end;
    const auto words = line_.substr(begin, end - begin);
    if (words.empty()) return key ? colon_after_token() : void(byte_ = next + 1);
    if (quotes_are_odd(words, begin) || (is_value && starts_badly(words)) || !begin_token()) return;
    Open& entry = open_.back();
    if (!is_value) {
        entry.words = std::string(words);
        entry.words_at = at_byte(begin);
    }
    byte_ = next;
    last_ = at_byte(end - 1);
    if (key) colon_after_token();
}

// Behind a complete value only a remark may stand.
void ValueReader::after_value() {
    done_ = true;
    if (is_remark() || sign() == ':') return;
    if (sign() == ']' || sign() == '}')
        return slip(here(), {Key::diagnostic_not_opened, {std::string(1, sign())}},
                    Key::diagnostic_hint_open_bracket, {sign() == ']' ? "[" : "{"});
    slip(here(), {Key::diagnostic_after_bracket, {}}, Key::diagnostic_hint_after_bracket);
}

bool ValueReader::is_remark() const {
    return line_[byte_] == '#' && (byte_ == 0 || line_[byte_ - 1] == ' ');
}

// A remark between brackets stands behind a comma. Elsewhere it swallows what was to come.
void ValueReader::remark() {
    const auto rest = line_.substr(byte_);
    const bool swallows = rest.find_first_of("]}") != std::string_view::npos;
    if ((open_.back().value || open_.back().token) && swallows)
        return slip(here(), {Key::diagnostic_hash_cuts, {}}, Key::diagnostic_hint_hash);
    byte_ = line_.size();
}

}  // namespace casustafel::scenario
