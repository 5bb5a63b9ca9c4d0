#pragma once
// How messages look in the bodies of a line's requests and answers (README.md §lines).
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "proto/contract/reasons.hpp"
#include "server/net/doors/answer.hpp"
#include "server/net/wire/outgoing_queue.hpp"

namespace casustafel::net {

// In the body of a send or a poll each message stands behind its length, highest byte first.
inline constexpr std::size_t message_head_bytes = 4;

// What is wrong with such a body; nothing: it can be taken apart.
std::optional<contract::CloseReason> flaw_of_messages(std::string_view body,
                                                      std::size_t max_message_bytes);
// The first message of a body that has one and no flaw.
std::string_view first_message(std::string_view body);

// The answer to a poll with these messages.
Answer batch_answer(std::span<const Message> messages);
// What somebody is answered who asks for a line that is ending.
Answer ending_answer(contract::CloseReason reason);
// And who asks for one that is not there, whether it ever was or not.
Answer no_line_answer();
// One server-sent event with these messages, each a line of base64.
std::string event_of(std::span<const Message> messages);
// "4005 superseded", by itself and as the last event of a stream.
std::string words_of(contract::CloseReason reason);
std::string closing_event(contract::CloseReason reason);
// Of which a browser tells its page nothing.
inline constexpr std::string_view empty_event = ":\n\n";

// The answer that begins a stream.
Answer stream_answer();

// 32 bytes as a word that may stand in an address.
std::string base64url(std::string_view bytes);

}  // namespace casustafel::net
