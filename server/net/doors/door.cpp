#include "server/net/doors/door.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>

#include "proto/contract/codes.hpp"
#include "server/hosting/surroundings/codes.hpp"
#include "server/net/doors/pages.hpp"
#include "server/net/doors/security_page.hpp"

namespace casustafel::net {
namespace {

constexpr const char* page_type = "text/html; charset=utf-8";
constexpr const char* for_ever = "public, max-age=31536000, immutable";
constexpr const char* ask_each_time = "no-cache";
constexpr const char* nothing_of_the_machine =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
    "microphone=(), midi=(), payment=(), serial=(), usb=()";

// A code as people type it, also with spaces, which a browser writes as %20.
bool is_code(std::string_view typed) {
    std::string plain(typed);
    for (std::size_t at = 0; (at = plain.find("%20", at)) != std::string::npos;)
        plain.replace(at, 3, " ");
    const std::string code = hosting::normalised_code(plain);
    return code.size() == contract::code_letters && std::ranges::all_of(code, [](char letter) {
               return std::isalnum(static_cast<unsigned char>(letter)) != 0;
           });
}

Answer own_page(unsigned status, std::string page) {
    Answer answer = text_answer(status, std::move(page), page_type);
    answer.fields = {{"Content-Security-Policy", page_policy()}};
    return answer;
}

Answer how_to_join(const Request& request, const Hub& hub) {
    const std::string address = address_asked_for(request.host, request.secure);
    return own_page(200, begin_page(address.empty() ? hub.url() : address));
}

// The browser has it already, whatever a proxy made of the quotes around its name.
bool is_known(const Request& request, std::string_view tag) {
    return request.if_none_match.find(tag) != std::string_view::npos;
}

Answer file_answer(const Request& request, const WebFile& file) {
    const Form form = form_for(file, request.accept_encoding);
    const std::string tag = file.hash + (form.coding.empty() ? "" : ".") + std::string(form.coding);
    const bool by_hash = request.query == "v=" + file.hash;
    Answer answer{200, file.type, form.bytes, {}};
    answer.fields = {{"Cache-Control", by_hash ? for_ever : ask_each_time},
                     {"ETag", "\"" + tag + "\""},
                     {"Vary", "Accept-Encoding"}};
    if (!form.coding.empty()) answer.fields.emplace_back("Content-Encoding", form.coding);
    if (!is_known(request, "\"" + tag + "\"")) return answer;
    answer.status = 304;
    answer.type.clear();
    answer.body.reset();
    return answer;
}

Answer client_page(const Request& request, const WebFile& page) {
    Answer answer = file_answer(request, page);
    answer.fields.emplace_back("Content-Security-Policy",
                               client_policy(request.host, request.secure));
    answer.fields.emplace_back("Permissions-Policy", nothing_of_the_machine);
    return answer;
}

// Who asks here learns no more: the figures have a door of their own.
Answer whether(bool fine) { return text_answer(fine ? 200 : 503, fine ? "ok\n" : "not ok\n"); }

std::string clock_ms() {
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count());
}

}  // namespace

Answer answer_to(const Request& request, Hub& hub) {
    const std::string_view path = request.path;
    if (!request.reads() || !path.starts_with('/')) return own_page(404, missing_page(path));
    if (path == "/healthz") return whether(is_well(hub.figures()));
    if (path == "/readyz") return whether(is_ready(hub.figures()));
    if (path == security_page_path && !hub.security_contact().empty())
        return text_answer(200, security_page(hub.security_contact()));
    if (path == "/tijd") return text_answer(200, clock_ms());
    const std::string_view name = path.substr(1);
    const bool begins = name.empty() || name == WebFiles::page_name || is_code(name);
    const WebFiles* const web = hub.web();
    if (web != nullptr) {
        // A page by its name alone; that name may look like a code.
        const WebFile* const page = web->find(std::string(name) + ".html");
        if (page != nullptr) return client_page(request, *page);
        if (begins) return client_page(request, web->page());
        if (const WebFile* const file = web->find(name)) return file_answer(request, *file);
    } else if (begins) {
        return how_to_join(request, hub);
    }
    return own_page(404, missing_page(path));
}

Answer other_page_answer(const Request& request, Hub& hub) {
    hub.tell_operator(
        {"log.other_page", {request.from, std::string(request.origin)}, journal::Weight::warning});
    Answer refusal = text_answer(403, "This page may not speak to this server.\n");
    refusal.ends = true;
    return refusal;
}

}  // namespace casustafel::net
