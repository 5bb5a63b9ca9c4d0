#include "server/net/wire/proxy_header.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

#include "server/net/wire/peers.hpp"

namespace casustafel::net {
namespace {

constexpr std::string_view line_begins = "PROXY ";
constexpr std::string_view binary_begins("\r\n\r\n\0\r\nQUIT\n", 12);
constexpr std::size_t longest_line = 107;  // both as the protocol says
constexpr std::size_t binary_head = 16, most_of_binary = 2'048;

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        words.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool is_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size();
}

asio::ip::address address_in(std::string_view text, bool v6, bool& right) {
    ErrorCode error;
    const auto address = asio::ip::make_address(std::string(text), error);
    right = right && !error && address.is_v6() == v6;
    return address;
}

}  // namespace

bool begins_proxy_header(std::string_view bytes) {
    return bytes.starts_with(line_begins) || bytes.starts_with(binary_begins);
}

void ProxyHeader::take(std::string_view bytes) {
    taken_ += bytes;
    if (taken_.size() == wanted_) judge();
}

void ProxyHeader::judge() {
    if (taken_.starts_with(line_begins)) return judge_line();
    if (taken_.starts_with(binary_begins)) return judge_binary();
    refused_ = true;
}

// "PROXY TCP4 203.0.113.7 192.0.2.1 50001 443\r\n". Where it ends shows a byte at a time only.
void ProxyHeader::judge_line() {
    if (!taken_.ends_with("\r\n")) {
        refused_ = taken_.size() >= longest_line || taken_.back() == '\n';
        ++wanted_;
        return;
    }
    const std::string_view line = std::string_view(taken_).substr(0, taken_.size() - 2);
    const auto words = words_of(line);
    whole_ = true;
    if (words.size() >= 2 && words[1] == "UNKNOWN") return;
    bool right = words.size() == 6 && (words[1] == "TCP4" || words[1] == "TCP6") &&
                 is_port(words[4]) && is_port(words[5]);
    if (right) {
        const bool v6 = words[1] == "TCP6";
        const auto source = address_in(words[2], v6, right);
        address_in(words[3], v6, right);
        if (right) source_ = peer_address(source);
    }
    refused_ = !right;
}

void ProxyHeader::judge_binary() {
    if (taken_.size() < binary_head) {
        wanted_ = binary_head;
        return;
    }
    const auto byte = [this](std::size_t at) { return static_cast<unsigned char>(taken_[at]); };
    const std::size_t rest = byte(14) * std::size_t{256} + byte(15);
    const int version = byte(12) >> 4, command = byte(12) & 15, family = byte(13) >> 4;
    if (version != 2 || command > 1 || rest > most_of_binary) {
        refused_ = true;
        return;
    }
    if (taken_.size() < binary_head + rest) {
        wanted_ = binary_head + rest;
        return;
    }
    whole_ = true;
    if (command == 0) return;  // the proxy's own look whether somebody is here
    if (family == 1 && rest >= 12) {
        asio::ip::address_v4::bytes_type bytes;
        std::copy_n(taken_.begin() + binary_head, bytes.size(), bytes.begin());
        source_ = peer_address(asio::ip::address_v4(bytes));
    } else if (family == 2 && rest >= 36) {
        asio::ip::address_v6::bytes_type bytes;
        std::copy_n(taken_.begin() + binary_head, bytes.size(), bytes.begin());
        source_ = peer_address(asio::ip::address_v6(bytes));
    } else {
        refused_ = family == 1 || family == 2;  // its addresses do not fit in what it announced
    }
}

}  // namespace casustafel::net
