#pragma once
// What an HTTP request is answered. `head_of` writes the header: what belongs to this answer, and
// what every answer of this server says to keep a browser safe.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/net/wire/outgoing_queue.hpp"

namespace casustafel::net {

struct Answer {
    unsigned status = 200;
    std::string type;  // of the body; empty: there is none
    Message body;
    std::vector<std::pair<std::string_view, std::string>> fields;  // beside those of all answers
    bool ends = false;                                             // the line is closed behind it
    // Its length is not known: the body comes piece by piece until the line is closed.
    bool streams = false;
};

// An answer with a text.
Answer text_answer(unsigned status, std::string text,
                   std::string type = "text/plain; charset=utf-8");

// The header, to its empty line. `secure`: the browser came over TLS, and is to do so next time.
std::string head_of(const Answer& answer, bool keeps_line, bool secure);

}  // namespace casustafel::net
