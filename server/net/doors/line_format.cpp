#include "server/net/doors/line_format.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace casustafel::net {
namespace {

std::size_t length_at(std::string_view body) {
    std::size_t length = 0;
    for (const char byte : body.substr(0, message_head_bytes))
        length = length << 8 | static_cast<unsigned char>(byte);
    return length;
}

void append_length(std::string& to, std::size_t length) {
    for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>(length >> shift & 255);
}

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                     reinterpret_cast<const unsigned char*>(bytes.data()),
                                     static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

}  // namespace

std::optional<contract::CloseReason> flaw_of_messages(std::string_view body,
                                                      std::size_t max_message_bytes) {
    while (!body.empty()) {
        if (body.size() < message_head_bytes) return contract::CloseReason::malformed;
        const auto length = length_at(body);
        if (length > max_message_bytes) return contract::CloseReason::too_large;
        body.remove_prefix(message_head_bytes);
        if (length > body.size()) return contract::CloseReason::malformed;
        body.remove_prefix(length);
    }
    return std::nullopt;
}

std::string_view first_message(std::string_view body) {
    return body.substr(message_head_bytes, length_at(body));
}

Answer batch_answer(std::span<const Message> messages) {
    std::string body;
    for (const Message& message : messages) {
        append_length(body, message->size());
        body += *message;
    }
    return text_answer(200, std::move(body), "application/octet-stream");
}

Answer ending_answer(contract::CloseReason reason) {
    Answer answer = text_answer(410, words_of(reason));
    answer.ends = true;
    return answer;
}

Answer no_line_answer() { return text_answer(404, "There is no such line.\n"); }

std::string event_of(std::span<const Message> messages) {
    std::string event;
    for (const Message& message : messages)
        event.append("data: ").append(base64(*message)).append("\n");
    return event + "\n";
}

std::string words_of(contract::CloseReason reason) {
    return std::to_string(contract::close_code(reason)) + " " + std::string(contract::name(reason));
}

std::string closing_event(contract::CloseReason reason) {
    return "event: close\ndata: " + words_of(reason) + "\n\n";
}

Answer stream_answer() {
    Answer answer{200, "text/event-stream", nullptr, {}};
    // Nobody between may keep it until there is more.
    answer.fields = {{"Cache-Control", "no-store, no-transform"}, {"X-Accel-Buffering", "no"}};
    answer.ends = answer.streams = true;
    return answer;
}

std::string base64url(std::string_view bytes) {
    std::string text = base64(bytes);
    std::ranges::replace(text, '+', '-');
    std::ranges::replace(text, '/', '_');
    return text.substr(0, text.find('='));
}

}  // namespace casustafel::net
