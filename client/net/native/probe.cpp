#include "client/net/native/probe.hpp"

#include "client/net/native/asio.hpp"

#include <openssl/x509v3.h>

#include <array>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <charconv>
#include <chrono>
#include <memory>

#include "client/net/native/certificate.hpp"
#include "client/net/native/proxy.hpp"
#include "client/net/native/race.hpp"

namespace casustafel::client_net {
namespace {

namespace beast = boost::beast;
using Milliseconds = std::chrono::milliseconds;
using Reached = Probe::Reached;

constexpr std::size_t longest_answer = 8192;

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
    explicit Prober(const ConnectOptions& options) : options_(options) {}

    Probe run() {
        asio::co_spawn(context_, look(), asio::detached);
        context_.run();
        return found_;
    }

private:
    asio::awaitable<void> look() {
        const Address& first = options_.proxy ? *options_.proxy : options_.address;
        found_.first = first.host;
        if (options_.proxy) found_.proxy = options_.proxy->text();
        ErrorCode error;
        asio::ip::tcp::resolver resolver(context_);
        const auto entries =
            co_await resolver.async_resolve(first.host, std::to_string(first.port),
                                            asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return fail(error);
        found_.reached = Reached::name;
        std::vector<asio::ip::tcp::endpoint> endpoints;
        for (const auto& entry : entries) {
            endpoints.push_back(entry.endpoint());
            found_.addresses.push_back(entry.endpoint().address().to_string());
        }
        auto socket = co_await race_.run(by_turns(endpoints), error);
        if (!socket) co_return fail(error);
        auto trust = trusting_context();
        beast::ssl_stream<beast::tcp_stream> stream(context_, trust);
        stream.next_layer().socket() = std::move(*socket);
        stream.next_layer().expires_after(Milliseconds(options_.limits.attempt_timeout_ms));
        if (options_.proxy && !co_await pass_proxy(stream.next_layer())) co_return;
        found_.reached = Reached::server;
        if (!options_.address.encrypted) co_return co_await ask_clock(stream.next_layer());
        expect_host(stream.native_handle(), options_.address.host);
        co_await stream.async_handshake(asio::ssl::stream_base::client,
                                        asio::redirect_error(asio::use_awaitable, error));
        if (error) co_return fail(error);
        found_.reached = Reached::secured;
        look_at_certificate(stream.native_handle(), options_, found_);
        co_await ask_clock(stream);
    }

    asio::awaitable<bool> pass_proxy(beast::tcp_stream& stream) {
        request_ = proxy_request(options_.address);
        co_await ask(stream, true);
        if (proxy_agrees(answer_)) co_return true;
        found_.detail = answer_.substr(0, answer_.find('\r'));
        co_return false;
    }

    template <class Stream>
    asio::awaitable<void> ask_clock(Stream& stream) {
        const std::string host = options_.address.text();
        request_ = "GET /tijd HTTP/1.1\r\nHost: " + host.substr(host.find("://") + 3) +
                   "\r\nConnection: close\r\n\r\n";
        const auto asked_ms = wall_ms();
        co_await ask(stream, false);
        if (!answer_.starts_with("HTTP/1.")) co_return;
        found_.reached = Reached::answer;
        take_clock((asked_ms + wall_ms()) / 2);
    }

    void take_clock(std::int64_t here_ms) {
        const auto body = answer_.find("\r\n\r\n");
        if (body == std::string::npos || answer_.substr(8, 4) != " 200") return;
        std::int64_t server_ms = 0;
        const char* const end = answer_.data() + answer_.size();
        if (std::from_chars(answer_.data() + body + 4, end, server_ms).ec == std::errc{})
            found_.clock_ahead_ms = here_ms - server_ms;
    }

    // Sends `request_`; `answer_` is what comes, to its end or to the end of its header.
    template <class Stream>
    asio::awaitable<void> ask(Stream& stream, bool header_only) {
        ErrorCode error;
        answer_.clear();
        co_await asio::async_write(stream, asio::buffer(request_),
                                   asio::redirect_error(asio::use_awaitable, error));
        while (!error && answer_.size() < longest_answer &&
               !(header_only && answer_.find("\r\n\r\n") != std::string::npos)) {
            const std::size_t size = co_await stream.async_read_some(
                asio::buffer(piece_), asio::redirect_error(asio::use_awaitable, error));
            answer_.append(piece_.data(), size);
        }
        if (answer_.empty()) fail(error);
    }

    void fail(const ErrorCode& error) { found_.detail = error.message(); }

    const ConnectOptions& options_;
    Probe found_;
    std::string request_, answer_;
    std::array<char, 1024> piece_{};
    asio::io_context context_{1};
    Race race_{context_,
               {Milliseconds(options_.limits.head_start_ms),
                Milliseconds(options_.limits.attempt_timeout_ms)}};
};

}  // namespace

Probe probe(const ConnectOptions& options) {
    ConnectOptions asked = options;
    if (!asked.proxy) asked.proxy = proxy_for(asked.address);
    return Prober(asked).run();
}

}  // namespace casustafel::client_net
