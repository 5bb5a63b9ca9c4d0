#pragma once
// What each address of this server is. Everything that HTTP asks and that is answered at once is
// answered here; the WebSocket is not HTTP any more. It must not know sockets.
#include "server/net/doors/answer.hpp"
#include "server/net/doors/request.hpp"
#include "server/net/wire/connection.hpp"

namespace casustafel::net {

Answer answer_to(const Request& request, Hub& hub);

// The answer to a web page that may not speak to this server, which the operator hears of.
Answer other_page_answer(const Request& request, Hub& hub);

}  // namespace casustafel::net
