#include "tokens.hpp"

#include <algorithm>
#include <sstream>

namespace casustafel::scenario::slips {
namespace {

// Takes one line apart. What is open goes on in the next.
class Line {
public:
    Line(Page& page, std::size_t line, int& depth, std::string& key)
        : page_(page), text_(page.lines[line]), line_(line), depth_(depth), key_(key) {}

    // Says whether a block of text follows.
    bool read() {
        at_ = indentation(text_);
        while (at_ < text_.size()) {
            const char sign = text_[at_];
            const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
            if (sign == ' ')
                ++at_;
            else if (sign == '#' && (at_ == 0 || text_[at_ - 1] == ' '))
                return false;
            else if (sign == '-' && next == ' ' && depth_ == 0)
                take(Token::Kind::dash, 1);
            else if (sign == '[' || sign == '{')
                open();
            else if (sign == ']' || sign == '}')
                close();
            else if (sign == ',')
                take(Token::Kind::comma, 1);
            else if (sign == '"')
                quoted();
            else if ((sign == '>' || sign == '|') && depth_ == 0)
                return true;
            else
                word();
        }
        return false;
    }

private:
    void take(Token::Kind kind, std::size_t length) {
        page_.tokens.push_back({kind, line_, at_, at_ + length, depth_, key_});
        at_ += length;
    }
    void open() {
        take(Token::Kind::open, 1);
        ++depth_;
    }
    void close() {
        --depth_;
        take(Token::Kind::close, 1);
    }
    void quoted() {
        std::size_t end = at_ + 1;
        while (text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
        take(Token::Kind::quoted, end + 1 - at_);
    }
    void word() {
        std::size_t end = at_;
        for (; end < text_.size(); ++end) {
            const bool before_space = end + 1 == text_.size() || text_[end + 1] == ' ';
            if (text_[end] == ':' && before_space) break;
            if (depth_ > 0 && std::string(",]}").find(text_[end]) != std::string::npos) break;
            if (text_[end] == '#' && text_[end - 1] == ' ') break;
        }
        if (end < text_.size() && text_[end] == ':') {
            key_ = text_.substr(at_, end - at_);
            take(Token::Kind::key, end - at_);
            take(Token::Kind::colon, 1);
            return;
        }
        std::size_t last = end;
        while (text_[last - 1] == ' ') --last;
        take(Token::Kind::plain, last - at_);
        at_ = end;
    }

    Page& page_;
    const std::string& text_;
    std::size_t line_, at_ = 0;
    int& depth_;
    std::string& key_;
};

}  // namespace

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::size_t indentation(const std::string& line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

std::string spelled(const Page& page, const Token& token) {
    return page.lines[token.line].substr(token.begin, token.end - token.begin);
}

Page page_of(const std::string& text) {
    Page page{lines_of(text), {}, {}};
    int depth = 0;
    std::string key;
    std::size_t block = std::string::npos;  // the indentation of the line above a block of text
    for (std::size_t line = 0; line < page.lines.size(); ++line) {
        const std::string& words = page.lines[line];
        const std::size_t at = indentation(words);
        const bool empty = at == words.size();
        if (block != std::string::npos && !empty && at <= block) block = std::string::npos;
        const bool text_line = empty || block != std::string::npos || words[at] == '#';
        page.text.push_back(text_line);
        if (!text_line && Line(page, line, depth, key).read()) block = at;
    }
    return page;
}

}  // namespace casustafel::scenario::slips
