#pragma once
// Whether this computer can take part at a server, as lines that somebody reads to a help desk:
// what was looked at, how it is, and what to do about what is not good. It joins nothing and
// changes nothing but one file that it writes and takes away.
#include <string>
#include <string_view>
#include <vector>

#include "assets/text/text.hpp"

namespace casustafel::program {

struct CheckLine {
    enum class Verdict : std::uint8_t {
        good,
        notice,  // one can take part, with a loss
        wrong,   // one cannot
    };
    Verdict verdict = Verdict::good;
    std::string said;    // a sentence
    std::string advice;  // what to do; empty when it is good
};

// Takes ten seconds for each way to the server on which nothing answers. `url` is as a person typed
// it.
std::vector<CheckLine> check(std::string_view url, text::Language language);

// The lines numbered, with how it stands in all.
std::string page_of(const std::vector<CheckLine>& lines, std::string_view url,
                    text::Language language);
bool can_take_part(const std::vector<CheckLine>& lines);

}  // namespace casustafel::program
