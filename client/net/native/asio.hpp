#pragma once
// The one header of this room that includes Asio. Beast is included by native.cpp alone.
#include <utility>  // first: Boost 1.74's asio/awaitable.hpp forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace casustafel::client_net {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

}  // namespace casustafel::client_net
