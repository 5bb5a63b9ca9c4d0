#pragma once
// What stands behind a key or a dash, as far as its line or, between brackets and quotes, the next
// lines go on: a text with or without quotes, or a list or map between brackets.
#include <string>
#include <string_view>
#include <vector>

#include "server/scenario/reading/layout.hpp"

namespace casustafel::scenario {

class ValueReader {
public:
    explicit ValueReader(std::vector<Slip>& slips) : slips_(slips) {}

    // Reads from `byte` of this line on. After a slip the rest of the value is not looked at.
    void begin(std::string_view line, std::size_t number, std::size_t byte);
    // The next line, when the value is still open.
    void go_on(std::string_view line, std::size_t number);
    // The line after it belongs to something else, or there is none: what is open stays so.
    void stop();

    bool open() const { return !slipped_ && (quote_ != 0 || !open_.empty()); }
    // Whether the last value had a slip.
    bool slipped() const { return slipped_; }
    // Whether it is a text without quotes, which deeper lines may go on with.
    bool plain() const { return plain_; }

private:
    // A place, counted in characters only when it is told: a file may be one line of a megabyte.
    struct Spot {
        std::string_view line;
        std::size_t number = 0, byte = 0;
    };
    // A bracket or brace that is open, and what has been read of its current entry.
    struct Open {
        char sign;
        Spot at;
        bool colon = false, token = false, value = false;
        std::string words;  // of the entry, when a text without quotes begins it
        Spot words_at;
    };

    void slip(const Spot& at, Sentence message, text::Key hint, std::vector<std::string> = {});
    Spot here() const { return {line_, number_, byte_}; }
    Spot at_byte(std::size_t byte) const { return {line_, number_, byte}; }
    char sign() const { return byte_ < line_.size() ? line_[byte_] : '\0'; }
    void skip_spaces();

    void read_plain();
    bool starts_badly(std::string_view words);
    bool quotes_are_odd(std::string_view words, std::size_t begin);
    void read_on();
    void read_token();
    void open_bracket();
    void close_bracket();
    void comma();
    void colon_after_token();
    void read_quote();
    void close_quote();
    void read_flow_words();
    bool finish_entry();
    bool begin_token();
    void after_value();
    bool is_remark() const;
    void remark();

    std::vector<Slip>& slips_;
    std::string_view line_;
    std::size_t number_ = 0, byte_ = 0;
    std::vector<Open> open_;
    char quote_ = 0;
    Spot quote_at_, last_;  // where the quotation opens; the end of the last word or sign
    bool slipped_ = false, plain_ = false, done_ = false;
};

}  // namespace casustafel::scenario
