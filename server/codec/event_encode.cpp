#include "server/codec/event.hpp"
#include "server/codec/event_encode_play.hpp"
#include "server/codec/event_encode_session.hpp"

namespace casustafel::codec {
namespace {

// One overload for each event.
struct Encode : EncodeSession, EncodePlay {
    using EncodePlay::operator();
    using EncodeSession::operator();
};

}  // namespace

void encode_event(const core::Event& event, v1::Event& out) {
    std::visit(Encode{{out}, {out}}, event);
}

}  // namespace casustafel::codec
