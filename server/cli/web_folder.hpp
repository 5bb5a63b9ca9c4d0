#pragma once
// Where the browser's client is: the folder that the administrator names, else `web` beside the
// program, else where a package puts it. A server without one is a server all the same, but a
// folder that was named has to be good.
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "server/journal/notice.hpp"
#include "server/net/files/web_files.hpp"

namespace casustafel::cli {

// Nothing inside: there is no client for browsers. A notice: what is wrong with the folder.
std::variant<std::shared_ptr<const net::WebFiles>, journal::Notice> web_files_of(
    const std::string& named);

}  // namespace casustafel::cli
