#include "client/console/typed/grammar.hpp"

#include <algorithm>

namespace casustafel::console {
namespace {

constexpr std::string_view bar = "|";

// "[[tekst] {text}] (zo)" in its brackets, words and slots, without the remark.
Words tokens_of(std::string_view line) {
    Words tokens;
    int remarks = 0;
    for (std::string word : split(line)) {
        remarks += word.front() == '(' ? 1 : 0;
        if (remarks > 0) {
            remarks -= word.back() == ')' ? 1 : 0;
            continue;
        }
        for (; word.front() == '[' && word.size() > 1; word.erase(0, 1)) tokens.emplace_back("[");
        const std::size_t end = word.find_last_not_of(']') + 1;
        tokens.push_back(word.substr(0, end));
        for (std::size_t at = end; at < word.size(); ++at) tokens.emplace_back("]");
    }
    return tokens;
}

// Cuts off what stands behind the last `mark`.
std::string cut_behind(std::string& text, char mark) {
    const auto at = text.rfind(mark);
    if (at == std::string::npos) return {};
    std::string behind = text.substr(at + 1);
    text.erase(at);
    return behind;
}

Piece piece_of(const std::string& dutch, const std::string& english) {
    if (dutch.front() != '{') return {.word = {dutch, english}};
    Piece piece;
    std::string inner = dutch.substr(1, dutch.size() - 2), other = english.substr(1);
    piece.as = cut_behind(inner, '/');
    piece.known = inner.ends_with('!');
    if (piece.known) inner.pop_back();
    piece.kind = cut_behind(inner, ':');
    if (const auto equals = inner.find('='); equals != std::string::npos) {
        piece.says_yes = true;
        piece.word = {inner.substr(0, equals), other.substr(0, other.find('='))};
        inner.erase(0, equals + 1);
    }
    piece.field = inner;
    if (piece.kind.empty()) piece.kind = inner.substr(inner.rfind('.') + 1);
    return piece;
}

bool alike(const std::string& dutch, const std::string& english) {
    const auto shape = [](const std::string& token) {
        if (token == "[" || token == "]" || token == bar) return token;
        if (token.front() != '{') return std::string("word");
        const auto equals = token.find('=');
        return equals == std::string::npos ? token : "yes" + token.substr(equals);
    };
    return shape(dutch) == shape(english);
}

class Builder {
public:
    void open() {
        ++depth_;
        if (depth_ == 1) parts_.push_back({.optional = true, .pieces = {}});
        begun_ = true;
    }
    void close() {
        --depth_;
        Part& last = parts_.back();
        const bool only_a_word =
            depth_ == 0 && last.pieces.size() == 1 && last.pieces.front().field.empty();
        begun_ = depth_ > 0;
        if (only_a_word) leave_out_the_word();
    }
    void add(Piece piece) {
        const bool starts = !piece.is_slot() && !piece.word[0].empty() && has_slot();
        if (depth_ == 0 && (parts_.empty() || !begun_ || starts)) parts_.emplace_back();
        begun_ = true;
        piece.optional = depth_ > 1;
        parts_.back().pieces.push_back(std::move(piece));
    }
    Grammar take() { return std::move(parts_); }

private:
    bool has_slot() const {
        return !parts_.empty() &&
               std::ranges::any_of(parts_.back().pieces, [](auto& each) { return each.is_slot(); });
    }
    // [tekst]: a word that may be left out, of what comes next or of the verb itself.
    void leave_out_the_word() {
        Piece word = parts_.back().pieces.front();
        word.optional = true;
        parts_.pop_back();
        if (parts_.size() != 1 || has_slot()) parts_.emplace_back();
        parts_.back().pieces.push_back(std::move(word));
        begun_ = true;
    }

    Grammar parts_;
    int depth_ = 0;
    bool begun_ = false;
};

bool says(const Piece& piece, const std::string& typed) {
    return !piece.word[0].empty() && (typed == piece.word[0] || typed == piece.word[1]);
}

// A line while it is being read.
class Matching {
public:
    Matching(const Grammar& grammar, Words words)
        : grammar_(grammar), words_(std::move(words)), used_(grammar.size()) {}

    std::optional<std::vector<Filled>> run() {
        if (!take(0)) return std::nullopt;
        while (at_ < words_.size()) {
            const std::size_t next = next_part();
            if (next == grammar_.size() || !take(next)) return std::nullopt;
        }
        for (std::size_t part = 0; part < grammar_.size(); ++part)
            if (!used_[part] && !grammar_[part].optional) return std::nullopt;
        return std::move(filled_);
    }

private:
    // The part that the word here begins; else the one that needs no word of its own.
    std::size_t next_part() const {
        std::size_t bare = grammar_.size();
        for (std::size_t part = grammar_.size(); part-- > 0;) {
            const Piece& first = grammar_[part].pieces.front();
            if (!used_[part] && (first.is_slot() || first.optional)) bare = part;
        }
        for (std::size_t part = 0; part < grammar_.size(); ++part)
            if (!used_[part] && says(grammar_[part].pieces.front(), words_[at_])) return part;
        return bare;
    }

    bool take(std::size_t part) {
        used_[part] = true;
        return std::ranges::all_of(grammar_[part].pieces,
                                   [&](const Piece& piece) { return take(piece); });
    }
    bool take(const Piece& piece) {
        if (piece.is_slot()) return fill(piece);
        const bool typed =
            piece.word[0].empty() || (at_ < words_.size() && says(piece, words_[at_]));
        if (typed && piece.says_yes) filled_.push_back({&piece, {}});
        if (typed && !piece.word[0].empty()) ++at_;
        return typed || piece.optional;
    }
    bool fill(const Piece& piece) {
        const std::size_t wanted = piece.extent == Extent::two_words ? 2 : 1;
        if (at_ + wanted > words_.size()) return false;
        if (piece.extent == Extent::rest) return fill_rest(piece);
        std::string typed = words_[at_];
        if (wanted == 2) typed += " " + words_[at_ + 1];
        filled_.push_back({&piece, typed});
        at_ += wanted;
        return true;
    }
    // All that is left; in a grammar with bars up to the next one.
    bool fill_rest(const Piece& piece) {
        std::string rest = rest_from(words_, at_);
        at_ = words_.size();
        const bool barred = std::ranges::any_of(
            grammar_, [&](const Part& part) { return part.pieces.front().word[0] == bar; });
        if (const auto cut = barred ? rest.find(bar) : rest.npos; cut != rest.npos) {
            words_ = {std::string(bar), rest.substr(cut + 1)};
            at_ = 0;
            rest.erase(cut);
        }
        filled_.push_back({&piece, rest});
        return true;
    }

    const Grammar& grammar_;
    Words words_;
    std::size_t at_ = 0;
    std::vector<bool> used_;
    std::vector<Filled> filled_;
};

}  // namespace

std::optional<Grammar> grammar_of(std::string_view dutch, std::string_view english) {
    const Words one = tokens_of(dutch), other = tokens_of(english);
    if (one.empty() || !std::ranges::equal(one, other, alike)) return std::nullopt;
    Builder builder;
    for (std::size_t at = 0; at < one.size(); ++at) {
        if (one[at] == "[")
            builder.open();
        else if (one[at] == "]")
            builder.close();
        else
            builder.add(piece_of(one[at], other[at]));
    }
    return builder.take();
}

std::string shown(std::string_view line, const std::function<std::string(Piece)>& slot_name) {
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const auto end = line[at] == '{' ? line.find('}', at) : line.npos;
        if (end == line.npos) {
            out += line[at];
            continue;
        }
        const std::string slot(line.substr(at, end + 1 - at));
        const Piece piece = piece_of(slot, slot);
        out += piece.says_yes ? piece.word[0] : slot_name(piece);
        at = end;
    }
    return out;
}

std::optional<std::vector<Filled>> match(const Grammar& grammar, const Words& words) {
    return Matching(grammar, words).run();
}

}  // namespace casustafel::console
