#include "client/net/native/probe.hpp"

#include "client/net/native/asio.hpp"

#include <openssl/x509v3.h>

#include <array>
#include <charconv>
#include <chrono>
#include <memory>

#include "client/net/native/certificate.hpp"
#include "client/net/native/proxy.hpp"
#include "client/net/native/road.hpp"

namespace casustafel::client_net {
namespace {

using Milliseconds = std::chrono::milliseconds;
using Reached = Probe::Reached;

std::int64_t wall_ms() {
    return std::chrono::duration_cast<Milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string first_name_of(X509* certificate) {
    std::string found;
    auto* names = static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int at = 0; at < sk_GENERAL_NAME_num(names) && found.empty(); ++at) {
        int type = 0;
        const void* value = GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, at), &type);
        if (type != GEN_DNS) continue;
        const auto* text = static_cast<const ASN1_STRING*>(value);
        found.assign(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                     static_cast<std::size_t>(ASN1_STRING_length(text)));
    }
    GENERAL_NAMES_free(names);
    if (!found.empty()) return found;
    std::array<char, 256> common{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, common.data(),
                              static_cast<int>(common.size()));
    return common.data();
}

std::string last_day_of(const X509* certificate) {
    std::tm moment{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &moment) != 1) return {};
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &moment);
    return text.data();
}

void look_at_certificate(SSL* connection, const ConnectOptions& options, Probe& found) {
    const auto verdict = judge_certificate(connection, options);
    found.certificate_good = verdict.accepted;
    found.certificate_flaw = verdict.flaw;
    found.detail = verdict.accepted ? std::string() : verdict.detail;
    const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(connection),
                                                            &X509_free);
    if (!shown) return;
    found.certificate_of = first_name_of(shown.get());
    found.certificate_until = last_day_of(shown.get());
}

class Prober {
public:
    explicit Prober(const ConnectOptions& options) : options_(options), road_(context_, options) {}

    Probe run() {
        asio::co_spawn(context_, look(), asio::detached);
        context_.run();
        return found_;
    }

private:
    asio::awaitable<void> look() {
        found_.first = (options_.proxy ? *options_.proxy : options_.address).host;
        if (options_.proxy) found_.proxy = options_.proxy->text();
        const bool open = co_await road_.open();
        found_.reached = static_cast<Reached>(road_.reached);
        found_.addresses = road_.addresses;
        found_.detail = road_.detail;
        if (!open) co_return;
        if (options_.address.encrypted) look_at_certificate(road_.encryption(), options_, found_);
        co_await ask_clock();
    }

    asio::awaitable<void> ask_clock() {
        const auto asked_ms = wall_ms();
        road_.request = "GET /tijd HTTP/1.1\r\n" + road_.host_line() + "Connection: close\r\n\r\n";
        co_await road_.ask();
        if (!road_.answer.starts_with("HTTP/1.")) {
            if (road_.answer.empty() && found_.detail.empty()) found_.detail = road_.detail;
            co_return;
        }
        found_.reached = Reached::answer;
        take_clock((asked_ms + wall_ms()) / 2);
    }

    void take_clock(std::int64_t here_ms) {
        const std::string& answer = road_.answer;
        const auto body = answer.find("\r\n\r\n");
        if (body == std::string::npos || answer.substr(8, 4) != " 200") return;
        std::int64_t server_ms = 0;
        const char* const end = answer.data() + answer.size();
        if (std::from_chars(answer.data() + body + 4, end, server_ms).ec == std::errc{})
            found_.clock_ahead_ms = here_ms - server_ms;
    }

    const ConnectOptions& options_;
    Probe found_;
    asio::io_context context_{1};
    Road road_;
};

}  // namespace

Probe probe(const ConnectOptions& options) {
    ConnectOptions asked = options;
    if (!asked.proxy) asked.proxy = proxy_for(asked.address);
    return Prober(asked).run();
}

}  // namespace casustafel::client_net
