#include "server/net/files/web_files.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace casustafel::net {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_bytes = 8;

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".otf", "font/otf"},
    {".ttf", "font/ttf"},
    {".bin", "application/octet-stream"},
}};

std::string type_of(const fs::path& file) {
    const std::string ending = file.extension().string();
    const auto* const found =
        std::ranges::find(types, ending, [](const auto& row) { return row.first; });
    return std::string(found == types.end() ? "application/octet-stream" : found->second);
}

std::string hash_of(const std::string& content) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(content.data(), content.size(), digest.data(), &size, EVP_sha256(), nullptr);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (std::size_t at = 0; at < hash_bytes; ++at) {
        hex += digits[digest[at] >> 4];
        hex += digits[digest[at] & 15];
    }
    return hex;
}

std::optional<std::string> content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), {});
    if (!in) return std::nullopt;
    return content;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

// Each name between quotes gets its hash, so that a new file has a new address.
std::string with_hashes(std::string page,
                        const std::map<std::string, WebFile, std::less<>>& files) {
    for (const auto& [name, file] : files)
        for (const char quote : {'"', '\''}) {
            const std::string mark(1, quote);
            replace_all(page, mark + name + mark, mark + name + "?v=" + file.hash + mark);
        }
    return page;
}

using Contents = std::map<std::string, Bytes, std::less<>>;

std::variant<Contents, FolderTrouble> contents_of(const fs::path& folder,
                                                  const FolderLimits& limits) {
    std::error_code error;
    Contents all;
    std::size_t bytes = 0;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (!at->is_regular_file(error) || name.starts_with('.')) continue;
        if (all.size() == limits.max_files) return FolderTrouble::too_many;
        const auto size = at->file_size(error);
        if (error || size > limits.max_bytes - bytes) return FolderTrouble::too_large;
        auto content = content_of(at->path());
        if (!content) return FolderTrouble::unreadable;
        bytes += content->size();
        all.emplace(name, std::make_shared<const std::string>(std::move(*content)));
    }
    if (error) return FolderTrouble::no_folder;
    return all;
}

Bytes beside(const Contents& contents, const std::string& name, std::string_view ending) {
    const auto found = contents.find(name + std::string(ending));
    return found == contents.end() ? nullptr : found->second;
}

// Whether the list has this coding and does not weigh it with nothing.
bool accepts(std::string_view list, std::string_view coding) {
    while (!list.empty()) {
        const std::string_view entry = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), entry.size() + 1));
        const auto first = entry.find_first_not_of(" \t");
        if (first == std::string_view::npos) continue;
        const std::string_view rest = entry.substr(first);
        if (rest.substr(0, rest.find_first_of(" \t;")) != coding) continue;
        const auto weight = rest.find("q=0");
        return weight == std::string_view::npos ||
               rest.find_first_of("123456789", weight) != std::string_view::npos;
    }
    return false;
}

}  // namespace

std::string_view name(FolderTrouble trouble) {
    switch (trouble) {
        case FolderTrouble::no_folder: return "no_folder";
        case FolderTrouble::no_page: return "no_page";
        case FolderTrouble::too_many: return "too_many";
        case FolderTrouble::too_large: return "too_large";
        case FolderTrouble::unreadable: break;
    }
    return "unreadable";
}

std::variant<WebFiles, FolderTrouble> WebFiles::read(const fs::path& folder,
                                                     const FolderLimits& limits) {
    const auto read = contents_of(folder, limits);
    if (const auto* trouble = std::get_if<FolderTrouble>(&read)) return *trouble;
    const auto& contents = std::get<Contents>(read);
    const auto page = contents.find(page_name);
    if (page == contents.end()) return FolderTrouble::no_page;
    WebFiles all;
    for (const auto& [name, content] : contents) {
        const bool form_of_another =
            (name.ends_with(".gz") && contents.contains(name.substr(0, name.size() - 3))) ||
            (name.ends_with(".br") && contents.contains(name.substr(0, name.size() - 3)));
        if (form_of_another || name == page_name) continue;
        all.files_.emplace(
            name, WebFile{type_of(name), hash_of(*content), content, beside(contents, name, ".gz"),
                          beside(contents, name, ".br")});
    }
    const std::string written = with_hashes(*page->second, all.files_);
    const bool as_it_was = written == *page->second;  // and so are its forms
    const std::string its_name(page_name);
    all.files_.emplace(its_name, WebFile{type_of(its_name), hash_of(written),
                                         std::make_shared<const std::string>(written),
                                         as_it_was ? beside(contents, its_name, ".gz") : nullptr,
                                         as_it_was ? beside(contents, its_name, ".br") : nullptr});
    return all;
}

const WebFile* WebFiles::find(std::string_view name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : &found->second;
}

Form form_for(const WebFile& file, std::string_view accept_encoding) {
    if (file.brotli && accepts(accept_encoding, "br")) return {"br", file.brotli};
    if (file.gzip && accepts(accept_encoding, "gzip")) return {"gzip", file.gzip};
    return {"", file.plain};
}

}  // namespace casustafel::net
