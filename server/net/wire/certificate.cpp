#include "server/net/wire/certificate.hpp"

#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <utility>

namespace casustafel::net {
namespace {

constexpr std::int64_t day_ms = 24LL * 3600 * 1000, tell_again_ms = day_ms,
                       expires_soon_ms = 14 * day_ms;

std::int64_t ms_of(const ASN1_TIME* time) {
    std::tm moment{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &moment) != 1) return 0;
    return static_cast<std::int64_t>(timegm(&moment)) * 1000;
}

std::string date_of(std::int64_t ms) {
    const auto seconds = static_cast<std::time_t>(ms / 1000);
    std::tm moment{};
    gmtime_r(&seconds, &moment);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M UTC", &moment);
    return text.data();
}

std::string fingerprint_of(const X509* certificate) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1) return {};
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (unsigned int at = 0; at < size; ++at) {
        if (at > 0) text += ':';
        text += digits[digest[at] >> 4];
        text += digits[digest[at] & 15];
    }
    return text;
}

// The hosts it is for, as somebody may type them.
std::vector<std::string> names_in(const X509* certificate) {
    std::vector<std::string> names;
    auto* const all = static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int at = 0; at < sk_GENERAL_NAME_num(all); ++at) {
        const GENERAL_NAME* const each = sk_GENERAL_NAME_value(all, at);
        if (each->type != GEN_DNS) continue;
        std::string name(reinterpret_cast<const char*>(ASN1_STRING_get0_data(each->d.dNSName)),
                         static_cast<std::size_t>(ASN1_STRING_length(each->d.dNSName)));
        if (name.find_first_of("* \n\r\t") == std::string::npos) names.push_back(std::move(name));
    }
    GENERAL_NAMES_free(all);
    return names;
}

journal::Notice renewed(const char* sentence, const CertificateFacts& facts) {
    return {sentence, {date_of(facts.not_after_ms), facts.fingerprint}};
}

}  // namespace

CertificateFacts facts_of(asio::ssl::context& context) {
    const X509* const certificate = SSL_CTX_get0_certificate(context.native_handle());
    if (certificate == nullptr) return {};
    return {ms_of(X509_get0_notBefore(certificate)), ms_of(X509_get0_notAfter(certificate)),
            fingerprint_of(certificate), names_in(certificate)};
}

std::optional<journal::Notice> trouble_of(const CertificateFacts& facts, const std::string& file,
                                          std::int64_t wall_ms) {
    const std::string until = date_of(facts.not_after_ms);
    if (wall_ms < facts.not_before_ms)
        return journal::Notice{"log.certificate_not_yet",
                               {file, date_of(facts.not_before_ms)},
                               journal::Weight::error};
    const std::int64_t left_ms = facts.not_after_ms - wall_ms;
    if (left_ms <= 0)
        return journal::Notice{"log.certificate_expired", {file, until}, journal::Weight::error};
    if (left_ms > expires_soon_ms) return std::nullopt;
    return journal::Notice{"log.certificate_expires",
                           {file, std::to_string(left_ms / day_ms), until},
                           journal::Weight::warning};
}

std::optional<StartError> ServedCertificate::open(std::int64_t wall_ms) {
    changed_ = when_changed();
    auto loaded = load_tls(files_);
    if (auto* error = std::get_if<StartError>(&loaded)) return std::move(*error);
    context_ = std::get<TlsContext>(std::move(loaded));
    facts_ = facts_of(*context_);
    tell_(renewed("log.certificate", facts_));
    tell_trouble(wall_ms);
    return std::nullopt;
}

void ServedCertificate::look(std::int64_t wall_ms) {
    // What did not serve is tried again: its other half may have come meanwhile.
    if (const Changed now = when_changed(); now != changed_ || !kept_because_.empty()) {
        changed_ = now;
        renew(wall_ms);
    }
    if (wall_ms - told_trouble_ms_ >= tell_again_ms || wall_ms < told_trouble_ms_)
        tell_trouble(wall_ms);
}

void ServedCertificate::renew(std::int64_t wall_ms) {
    auto loaded = load_tls(files_);
    if (const auto* error = std::get_if<StartError>(&loaded))
        return keep({"listen." + std::string(name(error->failure)), {error->where, error->detail}});
    auto& fresh = std::get<TlsContext>(loaded);
    CertificateFacts facts = facts_of(*fresh);
    if (facts.not_after_ms <= wall_ms && facts_.not_after_ms > wall_ms)
        return keep({"log.certificate_older", {date_of(facts.not_after_ms)}});
    kept_because_.clear();
    if (facts.fingerprint == facts_.fingerprint) return;
    context_ = std::move(fresh);
    facts_ = std::move(facts);
    tell_(renewed("log.certificate_renewed", facts_));
    tell_trouble(wall_ms);
}

// Told once for each reason.
void ServedCertificate::keep(journal::Notice why) {
    std::vector<std::string> words = why.arguments;
    words.push_back(why.sentence);
    if (words == kept_because_) return;
    kept_because_ = std::move(words);
    tell_({"log.certificate_kept", {files_.certificate}, journal::Weight::error});
    why.weight = journal::Weight::error;
    tell_(why);
}

void ServedCertificate::tell_trouble(std::int64_t wall_ms) {
    told_trouble_ms_ = wall_ms;
    if (const auto trouble = trouble_of(facts_, files_.certificate, wall_ms)) tell_(*trouble);
}

ServedCertificate::Changed ServedCertificate::when_changed() const {
    Changed changed;
    for (const std::string& file : {files_.certificate, files_.key}) {
        std::error_code gone;
        changed.push_back(std::filesystem::last_write_time(file, gone));
    }
    return changed;
}

}  // namespace casustafel::net
