#include "server/net/doors/answer.hpp"

#include <algorithm>
#include <array>

namespace casustafel::net {
namespace {

constexpr std::array<std::pair<unsigned, std::string_view>, 11> reasons{{
    {200, "OK"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {409, "Conflict"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {431, "Request Header Fields Too Large"},
    {503, "Service Unavailable"},
}};

// A year; a name once proven is to stay so.
constexpr std::string_view only_over_tls = "max-age=31536000";

void add(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

bool has(const Answer& answer, std::string_view name) {
    return std::ranges::any_of(answer.fields,
                               [&](const auto& field) { return field.first == name; });
}

}  // namespace

Answer text_answer(unsigned status, std::string text, std::string type) {
    return {status, std::move(type), std::make_shared<const std::string>(std::move(text)), {}};
}

std::string head_of(const Answer& answer, bool keeps_line, bool secure) {
    const auto* const reason =
        std::ranges::find(reasons, answer.status, [](const auto& row) { return row.first; });
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " ";
    head.append(reason == reasons.end() ? "" : reason->second).append("\r\n");
    if (!answer.type.empty()) add(head, "Content-Type", answer.type);
    if (answer.body)
        add(head, "Content-Length", std::to_string(answer.body->size()));
    else if (!answer.streams && answer.status != 204 && answer.status != 304)
        add(head, "Content-Length", "0");
    for (const auto& [name, value] : answer.fields) add(head, name, value);
    if (!has(answer, "Cache-Control")) add(head, "Cache-Control", "no-store");
    if (!has(answer, "Content-Security-Policy"))
        add(head, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    add(head, "X-Content-Type-Options", "nosniff");
    add(head, "Referrer-Policy", "no-referrer");
    add(head, "Cross-Origin-Opener-Policy", "same-origin");
    add(head, "Cross-Origin-Resource-Policy", "same-origin");
    if (secure) add(head, "Strict-Transport-Security", only_over_tls);
    add(head, "Connection", keeps_line ? "keep-alive" : "close");
    return head + "\r\n";
}

}  // namespace casustafel::net
