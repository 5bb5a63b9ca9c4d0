#pragma once
// What the browser is given: the files of one folder, read once at the start. A request is looked
// up in a table of names; nothing of it ever becomes a path. Each file has a hash of its content;
// where the page (index.html) names a file between quotes, the hash is written behind it
// ("client.js?v=…"), so that the browser may keep it for ever and never has an old one. Whoever
// asks without the hash, or with another, gets the same file and has to ask again next time.
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "server/net/files/limits.hpp"

namespace casustafel::net {

using Bytes = std::shared_ptr<const std::string>;

struct WebFile {
    std::string type;  // for Content-Type
    std::string hash;  // sixteen hex digits of SHA-256
    Bytes plain;
    Bytes gzip, brotli;  // the same, compressed; nothing: not there
};

// Why a folder is not served; its text key is `web.<name>`.
enum class FolderTrouble : std::uint8_t {
    no_folder,   // it is not there, or may not be read
    no_page,     // it holds no index.html
    too_many,    // more files than the limit
    too_large,   // more bytes than the limit
    unreadable,  // one of the files
};
std::string_view name(FolderTrouble);

class WebFiles {
public:
    static std::variant<WebFiles, FolderTrouble> read(const std::filesystem::path& folder,
                                                      const FolderLimits& limits = {});

    // The file of this name; nothing when there is none.
    const WebFile* find(std::string_view name) const;
    // index.html, in which the others have their hash.
    const WebFile& page() const { return files_.at(std::string(page_name)); }

    static constexpr std::string_view page_name = "index.html";

private:
    std::map<std::string, WebFile, std::less<>> files_;
};

// The form of a file that a browser with this Accept-Encoding gets: brotli before gzip.
struct Form {
    std::string_view coding;  // for Content-Encoding; empty: as it is
    Bytes bytes;
};
Form form_for(const WebFile& file, std::string_view accept_encoding);

}  // namespace casustafel::net
