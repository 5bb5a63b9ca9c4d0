#include "server/net/doors/line_door.hpp"

#include <algorithm>

#include "server/net/doors/door.hpp"
#include "server/net/doors/line_format.hpp"
#include "server/net/wire/peers.hpp"

namespace casustafel::net {
namespace {

constexpr std::string_view door = "/line";
using Method = Request::Method;

Answer no_line(const Request& request, Hub& hub) {
    Answer answer = no_line_answer();
    answer.ends = !hub.may_miss_a_line(request.from);
    return answer;
}

LineRequest listen(const std::shared_ptr<Line>& line, Line::Way way, const Request& request,
                   Hub& hub) {
    if (line->may_listen()) return Listening{line, way};
    line->drop();
    return no_line(request, hub);
}

LineRequest send(const std::shared_ptr<Line>& line) {
    if (line->closing_reason() || !line->begin_sending())
        return ending_answer(*line->closing_reason());
    return Sending{line};
}

LineRequest close(const std::shared_ptr<Line>& line) {
    line->drop();
    return Answer{.status = 204};
}

}  // namespace

bool is_about_lines(std::string_view path) {
    return path == door || (path.starts_with(door) && path[door.size()] == '/');
}

LineRequest line_request(const Request& request, Hub& hub) {
    if (!may_speak_from(request.origin, request.host, request.proven, hub.allowed_origins()))
        return other_page_answer(request, hub);
    const bool posts = request.method == Method::post, gets = request.method == Method::get;
    if (request.path == door)
        return posts ? text_answer(200, hub.open_line(request.from)->key()) : no_line(request, hub);
    const std::string_view rest = request.path.substr(door.size() + 1);
    const std::string_view key = rest.substr(0, rest.find('/'));
    const std::string_view what = rest.substr(std::min(rest.size(), key.size() + 1));
    const auto line = hub.line(key);
    if (!line) return no_line(request, hub);
    if (gets && what == "events") return listen(line, Line::Way::stream, request, hub);
    if (gets && what == "poll") return listen(line, Line::Way::poll, request, hub);
    if (posts && what == "send") return send(line);
    if (posts && what == "close") return close(line);
    return no_line(request, hub);
}

}  // namespace casustafel::net
