#include "raw_peer.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace casustafel::net_test {
namespace {

constexpr int patience_ms = 10'000;

bool wait_for(int socket, short what) {
    pollfd entry{socket, what, 0};
    return ::poll(&entry, 1, patience_ms) == 1;
}

}  // namespace

std::uint16_t Frame::close_code() const {
    if (opcode != 8 || payload.size() < 2) return 0;
    return static_cast<std::uint16_t>(static_cast<std::uint8_t>(payload[0]) << 8 |
                                      static_cast<std::uint8_t>(payload[1]));
}

RawPeer::RawPeer(std::uint16_t port, int receive_buffer_bytes)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer_bytes > 0)
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof(int));
    const int now = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) hang_up();
}

RawPeer::~RawPeer() { hang_up(); }

bool RawPeer::send(std::string_view bytes) {
    while (!bytes.empty()) {
        if (!wait_for(socket_, POLLOUT)) return false;
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawPeer::fill(std::size_t bytes) {
    std::array<char, 65536> chunk;
    while (read_.size() < bytes) {
        if (!wait_for(socket_, POLLIN)) return false;
        const auto count = ::recv(socket_, chunk.data(), chunk.size(), 0);
        if (count <= 0) return false;
        read_.append(chunk.data(), static_cast<std::size_t>(count));
    }
    return true;
}

std::string RawPeer::receive(std::size_t most) {
    if (read_.empty()) fill(1);
    auto bytes = read_.substr(0, most);
    read_.erase(0, bytes.size());
    return bytes;
}

std::string RawPeer::receive_answer(bool has_body) {
    std::string::size_type end = std::string::npos;
    while ((end = read_.find("\r\n\r\n")) == std::string::npos)
        if (!fill(read_.size() + 1)) return std::exchange(read_, {});
    end += 4;
    const std::string_view length_field = "Content-Length: ";
    const auto at = read_.substr(0, end).find(length_field);
    if (at == std::string::npos && has_body &&
        read_.substr(0, end).find("close") != std::string::npos)
        return receive_all();
    const auto length = at == std::string::npos || !has_body
                            ? 0
                            : std::stoul(read_.substr(at + length_field.size()));
    fill(end + length);
    std::string answer = read_.substr(0, end + length);
    read_.erase(0, answer.size());
    return answer;
}

std::string RawPeer::receive_all() {
    std::string all;
    for (auto bytes = receive(); !bytes.empty(); bytes = receive()) all += bytes;
    return all;
}

bool RawPeer::is_closed() {
    read_.clear();
    while (wait_for(socket_, POLLIN)) {
        std::array<char, 65536> chunk;
        if (::recv(socket_, chunk.data(), chunk.size(), 0) <= 0) return true;
    }
    return false;
}

void RawPeer::hang_up() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

bool RawPeer::upgrade() {
    send(
        "GET /ws HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    std::string::size_type end = std::string::npos;
    while ((end = read_.find("\r\n\r\n")) == std::string::npos)
        if (!fill(read_.size() + 1)) return false;
    const bool switched = read_.starts_with("HTTP/1.1 101 ");
    read_.erase(0, end + 4);
    return switched;
}

bool RawPeer::send_frame(std::string_view payload, std::uint8_t opcode, bool final, bool masked) {
    return send(frame_bytes(payload, opcode, final, masked));
}

std::optional<Frame> RawPeer::receive_frame() {
    if (!fill(2)) return std::nullopt;
    const auto byte = [this](std::size_t i) { return static_cast<std::uint8_t>(read_[i]); };
    Frame frame{static_cast<std::uint8_t>(byte(0) & 15), (byte(0) & 128) != 0, {}};
    std::size_t header = 2;
    std::uint64_t size = byte(1) & 127;
    if (size >= 126) {
        header = size == 126 ? 4 : 10;
        if (!fill(header)) return std::nullopt;
        size = 0;
        for (std::size_t i = 2; i < header; ++i) size = size << 8 | byte(i);
    }
    if (!fill(header + size)) return std::nullopt;
    frame.payload = read_.substr(header, size);
    read_.erase(0, header + size);
    return frame;
}

std::uint16_t RawPeer::receive_close_code() {
    while (const auto frame = receive_frame())
        if (frame->opcode == 8) return frame->close_code();
    return 0;
}

std::string frame_bytes(std::string_view payload, std::uint8_t opcode, bool final, bool masked) {
    std::string bytes;
    bytes += static_cast<char>((final ? 128 : 0) | opcode);
    const int mask_bit = masked ? 128 : 0;
    const std::uint64_t size = payload.size();
    int size_bytes = 0;
    if (size > 65535)
        size_bytes = 8;
    else if (size > 125)
        size_bytes = 2;
    bytes += static_cast<char>(mask_bit | (size_bytes == 8   ? 127
                                           : size_bytes == 2 ? 126
                                                             : static_cast<int>(size)));
    for (int shift = size_bytes * 8 - 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(size >> shift & 255);
    if (!masked) return bytes.append(payload);
    constexpr std::string_view key = "\x11\x22\x33\x44";
    bytes += key;
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(payload[i] ^ key[i % 4]);
    return bytes;
}

std::string http(std::uint16_t port, std::string_view request) {
    RawPeer peer(port);
    peer.send(request);
    return peer.receive_answer(!request.starts_with("HEAD"));
}

}  // namespace casustafel::net_test
