#pragma once
// How many files this process may have open: each socket is one.
#include "server/journal/notice.hpp"
#include "server/net/wire/limits.hpp"

namespace casustafel::net {

// Takes as many as these connections need, as far as this process may; tells when that is fewer.
void make_room_for_sockets(const Limits&, const journal::Tell&);

}  // namespace casustafel::net
