#pragma once
// The part of a connection that carries a line (line.hpp) for the length of one HTTP request: the
// answer in which its peer listens, or a body with messages of that peer.
#include <netinet/tcp.h>

#include <boost/beast/http/string_body.hpp>

#include "server/net/doors/line_format.hpp"
#include "server/net/http_connection.hpp"

namespace casustafel::net {

template <class Stream>
class LineCarrier : public HttpConnection<Stream>, private Listener {
    using Http = HttpConnection<Stream>;

public:
    using Http::Http;

    Connection::Standing standing() const override {
        return line_ ? Connection::Standing::stands : Http::standing();
    }

protected:
    using Http::http_;
    using Http::hub;
    using Http::socket;

    void close_socket() override {
        Http::close_socket();
        const auto doing = std::exchange(doing_, Doing::nothing);
        const auto line = std::exchange(line_, nullptr);
        if (!line) return;
        if (doing == Doing::streams || doing == Doing::waits) line->stopped_listening(*this);
        if (doing == Doing::answers) line->said(true);
        if (doing == Doing::reads) line->give_up_sending();
    }

    void take_line_request(const Request& request) override {
        auto found = line_request(request, hub());
        if (auto* answer = std::get_if<Answer>(&found)) return this->answer(std::move(*answer));
        if (auto* listening = std::get_if<Listening>(&found)) return listen(*listening);
        read_messages(std::get<Sending>(found).line);
    }

    void answered() override {
        if (doing_ != Doing::answers) return;
        doing_ = Doing::nothing;
        std::exchange(line_, nullptr)->said(false);
    }

private:
    // For `line_`.
    enum class Doing : std::uint8_t {
        nothing,
        streams,  // one answer that does not end
        waits,    // for what a poll is answered
        answers,  // a poll
        reads,    // messages
        hands,    // them to the host
    };

    std::shared_ptr<LineCarrier> self() {
        return std::static_pointer_cast<LineCarrier>(this->shared_from_this());
    }

    void listen(const Listening& listening) {
        this->expect_no_end();
        line_ = listening.line;
        doing_ = Doing::waits;
        if (listening.way == Line::Way::stream) begin_stream();
        this->watch();
        listening.line->listen({self(), static_cast<Listener*>(this)}, listening.way);
    }

    void begin_stream() {
        doing_ = Doing::streams;
        // Who takes nothing for so long is gone, also when nothing says so.
        using Patience = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_USER_TIMEOUT>;
        ErrorCode ignored;
        beast::get_lowest_layer(socket()).set_option(
            Patience(static_cast<int>(hub().limits().silent_after_ms)), ignored);
        pending_ = head_of(stream_answer(), false, http_->secure);
        pending_ += empty_event;
        write_pending();
    }

    void say(std::string bytes, bool last) override {
        reports_ = true;
        last_ = last;
        pending_ += bytes;
        if (writing_.empty()) write_pending();
    }

    void write_pending() {
        writing_ = std::exchange(pending_, {});
        asio::async_write(socket(), asio::buffer(writing_),
                          [self = self(), reports = std::exchange(reports_, false)](ErrorCode error,
                                                                                    std::size_t) {
                              if (error) return self->on_lost();
                              self->writing_.clear();
                              if (reports) return self->report();
                              if (!self->pending_.empty()) self->write_pending();
                          });
    }

    void report() {
        if (!line_) return;
        if (!last_) return line_->said(false);
        const auto line = std::exchange(line_, nullptr);
        doing_ = Doing::nothing;
        this->leave();
        line->said(false);
    }

    void answer_poll(Answer answer) override {
        doing_ = Doing::answers;
        this->answer(std::move(answer));
    }

    void line_ended() override {
        if (doing_ != Doing::waits) return this->on_lost();
        doing_ = Doing::nothing;
        line_.reset();
        this->answer(no_line_answer());
    }

    void read_messages(const std::shared_ptr<Line>& line) {
        line_ = line;
        doing_ = Doing::reads;
        if (http_->parser->content_length().value_or(0) > hub().limits().max_send_bytes)
            return take_messages(http::error::body_limit);
        messages_.emplace(std::move(*http_->parser));
        messages_->body_limit(hub().limits().max_send_bytes);
        http::async_read(
            socket(), http_->buffer, *messages_,
            [self = self()](ErrorCode error, std::size_t) { self->take_messages(error); });
    }

    void take_messages(ErrorCode error) {
        if (error == http::error::body_limit) {
            line_->refuse_messages();
            return end_sending(text_answer(413, "Too much at once.\n"));
        }
        if (error) return this->on_lost();
        this->expect_no_end();
        http_->body_taken = true;
        doing_ = Doing::hands;
        this->watch();
        std::string body = std::move(messages_->get().body());
        messages_.reset();
        line_->take(std::move(body), [self = self()] { self->messages_are_taken(); });
    }

    void messages_are_taken() {
        if (doing_ != Doing::hands) return;
        if (!line_->is_open()) return end_sending(no_line_answer());
        const auto& reason = line_->closing_reason();
        end_sending(reason ? ending_answer(*reason) : Answer{.status = 204});
    }

    void end_sending(Answer answer) {
        doing_ = Doing::nothing;
        line_.reset();
        this->answer(std::move(answer));
    }

    std::shared_ptr<Line> line_;
    Doing doing_ = Doing::nothing;
    // Of a stream: what is written, what comes behind it, whether the line waits to hear of it.
    std::string writing_, pending_;
    bool reports_ = false, last_ = false;
    std::optional<http::request_parser<http::string_body>> messages_;
};

}  // namespace casustafel::net
