#include "server/net/doors/pages.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "assets/text/text.hpp"

namespace casustafel::net {
namespace {

using text::Key;
using text::Language;

constexpr std::string_view style =
    "body{font:1.1rem/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}code{font-size:1.2rem;overflow-wrap:anywhere}";
constexpr std::size_t longest_host = 255;

std::string said(Key key, Language language) { return std::string(text::say(key, language)); }

std::string paragraph(Key key, Language language) { return "<p>" + said(key, language) + "</p>\n"; }

std::string page(std::string_view dutch, std::string_view english) {
    std::string all =
        "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    all.append(said(Key::page_title, Language::nl)).append("</title>\n<style>").append(style);
    all.append("</style>\n</head>\n<body>\n<main>\n<h1>");
    all.append(said(Key::page_title, Language::nl)).append("</h1>\n").append(dutch);
    all.append("</main>\n<hr>\n<section lang=\"en\">\n").append(english);
    all.append("</section>\n</body>\n</html>\n");
    return all;
}

std::string how_to_join(std::string_view address, Language language) {
    std::string all = paragraph(Key::page_what, language);
    all += "<h2>" + said(Key::page_join, language) + "</h2>\n<ol>\n<li>";
    all += said(Key::page_open, language) + "</li>\n<li>" + said(Key::page_address, language);
    all.append("<br><code>").append(address).append("</code></li>\n<li>");
    return all + said(Key::page_code, language) + "</li>\n</ol>\n" +
           paragraph(Key::page_help, language);
}

std::string nothing_here(const std::string& begin, Language language) {
    return "<h2>" + said(Key::page_missing, language) + "</h2>\n" +
           paragraph(Key::page_missing_body, language) + "<p><a href=\"" + begin + "\">" +
           said(Key::page_begin, language) + "</a></p>\n";
}

bool may_stand_in_a_host(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') ||
           std::string_view(".-:[]").find(letter) != std::string_view::npos;
}

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= longest_host &&
           std::ranges::all_of(host, may_stand_in_a_host);
}

}  // namespace

std::string begin_page(std::string_view address) {
    return page(how_to_join(address, Language::nl), how_to_join(address, Language::en));
}

std::string missing_page(std::string_view path) {
    // Behind a proxy the first page may stand under another path than "/".
    std::string begin = "./";
    for (auto deeper = std::ranges::count(path, '/'); deeper > 1; --deeper) begin += "../";
    return page(nothing_here(begin, Language::nl), nothing_here(begin, Language::en));
}

std::string page_policy() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> base64{};
    EVP_Digest(style.data(), style.size(), digest.data(), &size, EVP_sha256(), nullptr);
    EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(size));
    return "default-src 'none'; style-src 'sha256-" +
           std::string(reinterpret_cast<const char*>(base64.data())) +
           "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

std::string client_policy(std::string_view host, bool secure) {
    std::string own = "'self'";
    if (is_host(host)) own.append(secure ? " wss://" : " ws://").append(host);
    return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src " + own +
           "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; "
           "form-action 'none'; frame-ancestors 'none'";
}

std::string address_asked_for(std::string_view host, bool secure) {
    if (!is_host(host)) return {};
    // A window wants the port, also the usual one.
    const bool has_port = host.rfind(':') != std::string_view::npos && host.back() != ']';
    return (secure ? "https://" : "http://") + std::string(host) +
           (has_port ? ""
            : secure ? ":443"
                     : ":80");
}

}  // namespace casustafel::net
