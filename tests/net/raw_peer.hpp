#pragma once
// A peer made of a bare socket, so that it can do what no library lets a client do: half a header,
// a wrong mask, silence. Every wait gives up after ten seconds and then behaves as if the peer had
// left.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::net_test {

struct Frame {
    std::uint8_t opcode = 0;  // 1 text, 2 binary, 8 close, 9 ping, 10 pong
    bool final = true;
    std::string payload;

    // Of a close frame; 0 when there is none.
    std::uint16_t close_code() const;
};

class RawPeer {
public:
    // Connects to 127.0.0.1; with `receive_buffer_bytes` the kernel holds no more than about that.
    explicit RawPeer(std::uint16_t port, int receive_buffer_bytes = 0);
    ~RawPeer();
    RawPeer(const RawPeer&) = delete;
    RawPeer& operator=(const RawPeer&) = delete;

    // False when the other side does not take it.
    bool send(std::string_view bytes);
    // The next bytes, at most `most`; empty when the other side has closed.
    std::string receive(std::size_t most = 65536);
    // The next HTTP answer, and no byte behind it; what came of it when the other side closed.
    // The answer to a HEAD has no body.
    std::string receive_answer(bool has_body = true);
    // Everything until the other side closes.
    std::string receive_all();
    // Whether the other side has closed the socket, reading away what still comes.
    bool is_closed();
    // Takes no part any more, without telling the other side.
    void hang_up();

    // Sends the upgrade request and reads the answer; false when it is no 101.
    bool upgrade();
    bool send_frame(std::string_view payload, std::uint8_t opcode = 2, bool final = true,
                    bool masked = true);
    // The next frame; none when the other side has closed.
    std::optional<Frame> receive_frame();
    // Reads frames up to the close frame and gives its code; 0 when the socket closed without one.
    std::uint16_t receive_close_code();

private:
    bool fill(std::size_t bytes);

    int socket_ = -1;
    std::string read_;  // received, not yet taken
};

// A masked frame as a client sends it.
std::string frame_bytes(std::string_view payload, std::uint8_t opcode = 2, bool final = true,
                        bool masked = true);

// One HTTP request, and its answer.
std::string http(std::uint16_t port, std::string_view request);

}  // namespace casustafel::net_test
