#pragma once
// Whole copies of a data directory. A copy is one file that holds everything that was durable when
// it was made, also beside a running server, with the seals that say how far each log came; the
// heads beside a database are made from them where the copy is put back. It must not know what the
// logs say.
#include <optional>
#include <string>

#include "server/store/open_error.hpp"

namespace casustafel::store {

// Copies the database of a directory into a new file, closed to others and on the disk when it
// returns. `exists` when there is something already.
std::optional<OpenError> back_up(const std::string& directory, const std::string& file);

// Puts a copy into a directory, made when it is not there, in which there may be nothing. Heads
// that lie beside the copy come along, since they may know more than it does.
std::optional<OpenError> put_back(const std::string& file, const std::string& directory);

}  // namespace casustafel::store
