#include "client/net/native/certificate.hpp"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

#include "proto/contract/hex.hpp"

namespace casustafel::client_net {
namespace {

std::string sha256_hex(const X509* certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1) return {};
    return contract::to_hex({reinterpret_cast<const char*>(digest.data()), size});
}

// Its time is looked at by itself: of one that nobody vouches for OpenSSL says only that.
std::string flaw_of(const X509* certificate, long result) {
    if (X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0) return "expired";
    if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0) return "not_yet";
    if (result == X509_V_ERR_HOSTNAME_MISMATCH || result == X509_V_ERR_IP_ADDRESS_MISMATCH)
        return "other_name";
    return {};
}

std::string plain_hex(const std::string& typed) {
    std::string hex;
    for (const char c : typed) {
        if (c == ':' || c == ' ') continue;
        hex += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return hex;
}

}  // namespace

asio::ssl::context trusting_context() {
    asio::ssl::context context(asio::ssl::context::tls_client);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    ErrorCode ignored;  // no store at all: every certificate is refused, with OpenSSL's reason
    context.set_default_verify_paths(ignored);
    // The handshake goes on whatever the verdict; judge_certificate decides and knows the
    // fingerprint.
    context.set_verify_mode(asio::ssl::verify_none, ignored);
    return context;
}

bool expect_host(SSL* connection, const std::string& host) {
    ErrorCode no_address;
    asio::ip::make_address(host, no_address);
    if (!no_address)
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(connection), host.c_str()) == 1;
    SSL_set_hostflags(connection, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return SSL_set1_host(connection, host.c_str()) == 1 &&
           SSL_set_tlsext_host_name(connection, host.c_str()) == 1;
}

CertificateVerdict judge_certificate(SSL* connection, const ConnectOptions& options) {
    const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(connection),
                                                            &X509_free);
    if (!shown) return {false, "no certificate", {}, {}};
    const auto result = SSL_get_verify_result(connection);
    CertificateVerdict verdict{false, X509_verify_cert_error_string(result),
                               flaw_of(shown.get(), result), sha256_hex(shown.get())};
    const auto chosen = plain_hex(options.accept_certificate_fingerprint);
    verdict.accepted = result == X509_V_OK || !options.verify_certificate ||
                       (!chosen.empty() && chosen == verdict.fingerprint);
    return verdict;
}

}  // namespace casustafel::client_net
