#pragma once
// The layer between Beast's WebSocket and the socket. Reads go straight through. What is written
// leaves in order and one write at a time: messages of ours as one frame, whose payload is shared
// and never copied, and what Beast writes by itself (its part of the handshake, pongs, closes).
// Beast's own write makes a composed operation and a completion of every message; here the bytes
// that the socket takes at once cost one system call. Everything runs on the loop's thread.
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "server/net/wire/asio.hpp"
#include "server/net/wire/frame_header.hpp"
#include "server/net/wire/outgoing_queue.hpp"

namespace casustafel::net {

// What an OrderedWrites is part of.
class FrameSender {
public:
    virtual ~FrameSender() = default;
    // The frame left, or the socket failed; also called inside `send`.
    virtual void frame_written(const ErrorCode&) = 0;
    // Keeps it alive while a write is under way.
    virtual std::shared_ptr<void> alive() = 0;
};

template <class Next>
class OrderedWrites {
public:
    using next_layer_type = Next;
    using executor_type = Executor;

    template <class... Arguments>
    explicit OrderedWrites(FrameSender& sender, Arguments&&... arguments)
        : sender_(sender), next_(std::forward<Arguments>(arguments)...) {
        if constexpr (plain) {
            ErrorCode ignored;  // then the first write says so
            next_.non_blocking(true, ignored);
        }
    }

    Next& next_layer() { return next_; }
    const Next& next_layer() const { return next_; }
    executor_type get_executor() { return next_.get_executor(); }

    template <class Buffers, class Handler>
    auto async_read_some(const Buffers& buffers, Handler&& handler) {
        return next_.async_read_some(buffers, std::forward<Handler>(handler));
    }

    // Beast's; it has one of these under way at most.
    template <class Buffers, class Handler>
    auto async_write_some(const Buffers& buffers, Handler&& handler) {
        return asio::async_initiate<Handler, void(ErrorCode, std::size_t)>(
            [this](auto completion, const Buffers& from) {
                of_beast_.resize(asio::buffer_size(from));
                asio::buffer_copy(asio::buffer(of_beast_), from);
                const auto kept = std::make_shared<decltype(completion)>(std::move(completion));
                beast_written_ = [kept, size = of_beast_.size()](const ErrorCode& error) {
                    (*kept)(error, error ? 0 : size);
                };
                go_on();
            },
            handler, buffers);
    }

    // One frame of these, which must stay until `frame_written`. Call only when none is under way.
    void send(std::span<const Message> messages) {
        messages_ = messages;
        go_on();
    }

    // Calls this when nothing is left to write, once.
    void when_idle(std::function<void()> then) {
        idle_ = std::move(then);
        go_on();
    }

private:
    static constexpr bool plain = std::is_same_v<Next, Socket>;
    static constexpr std::size_t kept_buffers = 64;  // who wrote more gives it back

    // Beast copies a buffer sequence several times, so this one is two pointers.
    struct Left {
        using value_type = asio::const_buffer;
        using const_iterator = const asio::const_buffer*;
        const_iterator first;
        const_iterator last;
        const_iterator begin() const { return first; }
        const_iterator end() const { return last; }
    };

    void go_on() {
        if (writing_) return;
        writes_beast_ = beast_written_ != nullptr;
        writes_frame_ = !messages_.empty();
        if (!writes_beast_ && !writes_frame_) {
            if (idle_) std::exchange(idle_, nullptr)();
            return;
        }
        writing_ = true;
        gather();
        // Beast must not hear that its write is done inside the call that began it.
        if (plain && !writes_beast_ && write_at_once()) return;
        asio::async_write(
            next_, Left{out_.data() + done_, out_.data() + out_.size()},
            [this, alive = sender_.alive()](ErrorCode error, std::size_t) { written(error); });
    }

    void gather() {
        out_.clear();
        done_ = 0;
        if (writes_beast_) out_.push_back(asio::buffer(of_beast_));
        if (!writes_frame_) return;
        std::size_t payload_bytes = 0;
        for (const Message& message : messages_) payload_bytes += message->size();
        header_ = frame_header(payload_bytes);
        out_.push_back(asio::buffer(header_.bytes.data(), header_.size));
        for (const Message& message : messages_) out_.push_back(asio::buffer(*message));
    }

    // True: all of it left, or the socket failed. Otherwise `done_` buffers did, and part of the
    // next.
    bool write_at_once() {
        if constexpr (plain) {
            while (done_ < out_.size()) {
                ErrorCode error;
                std::size_t taken =
                    next_.write_some(Left{out_.data() + done_, out_.data() + out_.size()}, error);
                if (error == asio::error::would_block) return false;
                if (error) return written(error), true;
                for (; done_ < out_.size() && taken >= out_[done_].size(); ++done_)
                    taken -= out_[done_].size();
                if (taken > 0) out_[done_] += taken;
            }
            return written({}), true;
        }
        return false;
    }

    void written(const ErrorCode& error) {
        writing_ = false;
        if (out_.capacity() > kept_buffers) std::vector<asio::const_buffer>().swap(out_);
        const auto beast = writes_beast_ ? std::exchange(beast_written_, nullptr) : nullptr;
        if (writes_frame_) {
            messages_ = {};
            sender_.frame_written(error);
        }
        if (beast) beast(error);
        go_on();
    }

    FrameSender& sender_;
    Next next_;
    std::string of_beast_;
    std::function<void(const ErrorCode&)> beast_written_;
    std::span<const Message> messages_;
    FrameHeader header_{};
    std::function<void()> idle_;
    std::vector<asio::const_buffer> out_;
    std::size_t done_ = 0;
    bool writing_ = false;
    bool writes_beast_ = false;
    bool writes_frame_ = false;
};

// Beast's way of hanging up, once all that is ours has left. Found by argument-dependent lookup.
template <class Next, class Handler>
void async_teardown(boost::beast::role_type role, OrderedWrites<Next>& writes, Handler&& handler) {
    const auto kept = std::make_shared<std::decay_t<Handler>>(std::forward<Handler>(handler));
    writes.when_idle([role, &writes, kept] {
        using boost::beast::websocket::async_teardown;
        async_teardown(role, writes.next_layer(), std::move(*kept));
    });
}

}  // namespace casustafel::net
