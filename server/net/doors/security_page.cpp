#include "server/net/doors/security_page.hpp"

#include <array>
#include <ctime>

namespace casustafel::net {
namespace {

constexpr std::time_t holds_for_s = 30LL * 24 * 3600;

}  // namespace

std::string security_page(const std::string& contact) {
    const std::time_t until = std::time(nullptr) + holds_for_s;
    std::tm date{};
    ::gmtime_r(&until, &date);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &date);
    return "Contact: " + contact + "\nExpires: " + text.data() + "\nPreferred-Languages: nl, en\n";
}

}  // namespace casustafel::net
