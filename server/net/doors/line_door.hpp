#pragma once
// Which request is for a line, and for what of it (README.md §lines).
#include <memory>
#include <variant>

#include "server/net/doors/answer.hpp"
#include "server/net/doors/line.hpp"
#include "server/net/doors/request.hpp"
#include "server/net/wire/connection.hpp"

namespace casustafel::net {

// The peer of a line listens in the answer to this request.
struct Listening {
    std::shared_ptr<Line> line;
    Line::Way way;
};

// The body of this request holds messages for a line, which has been told so.
struct Sending {
    std::shared_ptr<Line> line;
};

using LineRequest = std::variant<Answer, Listening, Sending>;

// Whether a path is about lines.
bool is_about_lines(std::string_view path);

// What such a request gets.
LineRequest line_request(const Request& request, Hub& hub);

}  // namespace casustafel::net
