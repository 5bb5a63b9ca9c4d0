#pragma once
// The certificate that is served now: read from two files at the start, and again when they
// changed, so that a renewed one needs no restart. A pair that does not serve is told and not
// taken. What is wrong with the one that is served, or soon will be, is told at the start and once
// a day. Connections keep the context with which they began.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/journal/notice.hpp"
#include "server/net/wire/options.hpp"
#include "server/net/wire/tls.hpp"

namespace casustafel::net {

// What a certificate says of itself.
struct CertificateFacts {
    std::int64_t not_before_ms = 0, not_after_ms = 0;  // since 1970
    std::string fingerprint;                           // SHA-256, "AB:CD:…"
    std::vector<std::string> names;                    // of hosts, without wildcards
};

CertificateFacts facts_of(asio::ssl::context&);

// What whoever runs the server should hear of a certificate at this moment; nothing while it is
// good for at least two weeks.
std::optional<journal::Notice> trouble_of(const CertificateFacts&, const std::string& file,
                                          std::int64_t wall_ms);

class ServedCertificate {
public:
    ServedCertificate(TlsFiles files, journal::Tell tell)
        : files_(std::move(files)), tell_(std::move(tell)) {}

    // Reads it for the first time.
    std::optional<StartError> open(std::int64_t wall_ms);
    // Takes over what changed on disk, and tells what has to be told by now.
    void look(std::int64_t wall_ms);

    asio::ssl::context* context() const { return context_.get(); }
    const CertificateFacts& facts() const { return facts_; }

private:
    using Changed = std::vector<std::filesystem::file_time_type>;
    Changed when_changed() const;
    void renew(std::int64_t wall_ms);
    void keep(journal::Notice why);
    void tell_trouble(std::int64_t wall_ms);

    TlsFiles files_;
    journal::Tell tell_;
    TlsContext context_;
    CertificateFacts facts_;
    Changed changed_;
    std::vector<std::string> kept_because_;  // the last reason told why a new one was not taken
    std::int64_t told_trouble_ms_ = 0;
};

}  // namespace casustafel::net
