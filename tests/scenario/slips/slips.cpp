#include "slips.hpp"

#include <algorithm>
#include <set>

namespace casustafel::scenario::slips {
namespace {

using Made = std::optional<Slip>;

template <class Fits>
const Token* pick(const Page& page, Dice& dice, Fits fits) {
    std::vector<const Token*> those;
    for (const Token& token : page.tokens)
        if (fits(token)) those.push_back(&token);
    return those.empty() ? nullptr : those[dice.roll(those.size())];
}

const Token* pick(const Page& page, Dice& dice, Token::Kind kind) {
    return pick(page, dice, [&](const Token& token) { return token.kind == kind; });
}

Made changed(const Page& page, std::size_t line, std::size_t begin, std::size_t end,
             const std::string& words) {
    Slip slip{page.lines, static_cast<int>(line) + 1};
    slip.lines[line].replace(begin, end - begin, words);
    return slip;
}

Made without(const Page& page, const Token* token) {
    if (token == nullptr) return std::nullopt;
    return changed(page, token->line, token->begin, token->end, "");
}

// One letter too many, too few, another, or two the other way round.
std::string misspelt(std::string word, Dice& dice) {
    const std::size_t at = dice.roll(word.size());
    const char letter = static_cast<char>('a' + dice.roll(26));
    switch (dice.roll(4)) {
        case 0: word.insert(at, 1, word[at]); break;
        case 1: word.erase(at, 1); break;
        case 2: word[at] = letter; break;
        default:
            if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
    }
    return word;
}

std::set<std::string> all_words(const Page& page, Token::Kind kind) {
    std::set<std::string> words;
    for (const Token& token : page.tokens)
        if (token.kind == kind) words.insert(spelled(page, token));
    return words;
}

// Whether the token stands under this key of the file.
bool is_in(const Page& page, const Token& token, const std::string& section) {
    std::size_t line = token.line;
    while (line > 0 && (page.lines[line].empty() || page.lines[line][0] == ' ')) --line;
    return page.lines[line].rfind(section, 0) == 0;
}

// Whether something else names this id.
bool named_elsewhere(const Page& page, const std::string& id) {
    return std::any_of(page.tokens.begin(), page.tokens.end(), [&](const Token& token) {
        return token.under != "id" && spelled(page, token) == id;
    });
}

bool one_word(const std::string& word) {
    return word.find_first_not_of(
               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
           std::string::npos;
}

Made misspelt_key(const Page& page, Dice& dice) {
    static const std::set<std::string> also{"any", "of", "to", "at", "by", "in", "age", "bases"};
    const Token* token = pick(page, dice, Token::Kind::key);
    const std::string word = misspelt(spelled(page, *token), dice);
    if (word.empty() || also.contains(word) || all_words(page, token->kind).contains(word))
        return std::nullopt;
    return changed(page, token->line, token->begin, token->end, word);
}

bool holds_text(const Token& token) {
    static const std::set<std::string> keys{"nl", "en", "source", "version", "dated"};
    return keys.contains(token.under);
}

// A code, a word of a closed list, a number, a time.
Made misspelt_value(const Page& page, Dice& dice) {
    const Token* token = pick(page, dice, [&](const Token& each) {
        return each.kind == Token::Kind::plain && !holds_text(each) &&
               (one_word(spelled(page, each)) || spelled(page, each)[0] == 'D');
    });
    const std::string was = spelled(page, *token);
    if (token->under == "id" && (is_in(page, *token, "prompts:") || !named_elsewhere(page, was)))
        return std::nullopt;
    std::string word = misspelt(was, dice);
    const bool number = was.find_first_not_of("0123456789") == std::string::npos;
    if (number) word = was + static_cast<char>('a' + dice.roll(26));
    const bool time = was.find(':') != std::string::npos;
    if (time && word.size() == was.size()) word.erase(dice.roll(word.size()), 1);
    if (word.empty() || word == "null" || all_words(page, token->kind).contains(word))
        return std::nullopt;
    return changed(page, token->line, token->begin, token->end, word);
}

Made lost_quote(const Page& page, Dice& dice) {
    const Token* token = pick(page, dice, Token::Kind::quoted);
    if (dice.roll(2) == 0) return changed(page, token->line, token->begin, token->begin + 1, "");
    return changed(page, token->line, token->end - 1, token->end, "");
}

Made lost_colon(const Page& page, Dice& dice) {
    return without(page, pick(page, dice, Token::Kind::colon));
}

// key:value
Made lost_space(const Page& page, Dice& dice) {
    const Token* token = pick(page, dice, [&](const Token& each) {
        return each.kind == Token::Kind::colon && each.end < page.lines[each.line].size();
    });
    return changed(page, token->line, token->end, token->end + 1, "");
}

Made lost_sign(const Page& page, Dice& dice, const std::string& signs) {
    return without(page, pick(page, dice, [&](const Token& token) {
                       const bool right =
                           token.kind == Token::Kind::open || token.kind == Token::Kind::close;
                       return right && signs.find(spelled(page, token)) != std::string::npos;
                   }));
}

Made lost_bracket(const Page& page, Dice& dice) { return lost_sign(page, dice, "[]"); }
Made lost_brace(const Page& page, Dice& dice) { return lost_sign(page, dice, "{}"); }

Made lost_dash(const Page& page, Dice& dice) {
    const Token* token = pick(page, dice, Token::Kind::dash);
    if (dice.roll(2) == 0) return changed(page, token->line, token->begin, token->end + 1, "");
    return changed(page, token->line, token->begin, token->end, " ");
}

std::optional<std::size_t> indented_line(const Page& page, Dice& dice, bool with_text) {
    const std::size_t line = dice.roll(page.lines.size());
    const std::string& words = page.lines[line];
    const std::size_t at = indentation(words);
    if (at == words.size() || words[at] == '#' || (page.text[line] && !with_text))
        return std::nullopt;
    return line;
}

Made tab(const Page& page, Dice& dice) {
    const auto line = indented_line(page, dice, true);
    if (!line || indentation(page.lines[*line]) < 2) return std::nullopt;
    const std::size_t in = indentation(page.lines[*line]);
    switch (dice.roll(3)) {
        case 0: return changed(page, *line, 0, in, std::string(in / 2, '\t'));
        case 1: return changed(page, *line, in - 2, in, "\t");
        default: return changed(page, *line, 0, 2, "\t");
    }
}

Made wrong_indentation(const Page& page, Dice& dice) {
    const auto line = indented_line(page, dice, dice.roll(10) == 0);
    if (!line) return std::nullopt;
    const std::size_t in = indentation(page.lines[*line]), by = 1 + dice.roll(2);
    if (dice.roll(2) == 0) return changed(page, *line, 0, 0, std::string(by, ' '));
    if (in < by) return std::nullopt;
    return changed(page, *line, 0, by, "");
}

Made hard_space(const Page& page, Dice& dice) {
    static const std::string spaces[] = {"\u00A0", "\u202F", "\u2007", "\u2003", "\u3000"};
    const std::string space = spaces[dice.roll(std::size(spaces))];
    if (dice.roll(2) == 0) {
        const auto line = indented_line(page, dice, true);
        if (!line || indentation(page.lines[*line]) == 0) return std::nullopt;
        const std::size_t at = dice.roll(indentation(page.lines[*line]));
        return changed(page, *line, at, at + 1, space);
    }
    const Token* token = pick(page, dice, [&](const Token& each) {
        const bool sign = each.kind == Token::Kind::colon || each.kind == Token::Kind::dash;
        return sign && each.end < page.lines[each.line].size();
    });
    return changed(page, token->line, token->end, token->end + 1, space);
}

Made lost_comma(const Page& page, Dice& dice) {
    return without(page, pick(page, dice, Token::Kind::comma));
}

// A space of a text that stands without quotes becomes `words`.
Made in_text(const Page& page, Dice& dice, bool in_braces, const std::string& words) {
    const Token* token = pick(page, dice, [&](const Token& each) {
        return each.kind == Token::Kind::plain && holds_text(each) &&
               (each.depth > 0) == in_braces && spelled(page, each).find(' ') != std::string::npos;
    });
    std::vector<std::size_t> spaces;
    for (std::size_t at = token->begin; at < token->end; ++at)
        if (page.lines[token->line][at] == ' ') spaces.push_back(at);
    const std::size_t at = spaces[dice.roll(spaces.size())];
    return changed(page, token->line, at, at + 1, words);
}

Made comma_in_text(const Page& page, Dice& dice) { return in_text(page, dice, true, ", "); }
Made colon_in_text(const Page& page, Dice& dice) {
    return in_text(page, dice, dice.roll(2) == 0, ": ");
}
Made hash_in_text(const Page& page, Dice& dice) {
    return in_text(page, dice, dice.roll(2) == 0, dice.roll(2) == 0 ? " #" : " # ");
}

// 's Ochtends, *Let op*, @school
Made sign_before_text(const Page& page, Dice& dice) {
    static const std::string signs[] = {"'s ", "*", "@", "%", "&", "!", "`", "'t "};
    const Token* token = pick(page, dice, [&](const Token& each) {
        return each.kind == Token::Kind::plain && holds_text(each);
    });
    return changed(page, token->line, token->begin, token->begin,
                   signs[dice.roll(std::size(signs))]);
}

Made duplicate(const Page& page, Dice& dice) {
    const auto line = indented_line(page, dice, false);
    if (!line) return std::nullopt;
    Slip slip{page.lines, static_cast<int>(*line) + 2};
    slip.lines.insert(slip.lines.begin() + static_cast<long>(*line), page.lines[*line]);
    return slip;
}

constexpr Kind all_kinds[] = {
    {"misspelt key", misspelt_key},
    {"misspelt value", misspelt_value},
    {"lost quote", lost_quote},
    {"lost colon", lost_colon},
    {"lost space", lost_space},
    {"lost bracket", lost_bracket},
    {"lost brace", lost_brace},
    {"lost dash", lost_dash},
    {"tab", tab},
    {"indentation", wrong_indentation},
    {"hard space", hard_space},
    {"lost comma", lost_comma},
    {"comma in text", comma_in_text},
    {"colon in text", colon_in_text},
    {"hash in text", hash_in_text},
    {"sign before text", sign_before_text},
    {"duplicate", duplicate},
};

}  // namespace

std::span<const Kind> kinds() { return all_kinds; }

}  // namespace casustafel::scenario::slips
