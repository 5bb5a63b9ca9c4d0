#pragma once
// A ServerFrame as it leaves: an encoded ServerBatch of one, so that batches join by putting bytes
// behind one another.
#include "casustafel/v1/envelope.pb.h"
#include "server/hosting/session/gate.hpp"

namespace casustafel::hosting {

inline Frame shared(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

inline Frame encoded(const v1::ServerFrame& frame) {
    v1::ServerBatch batch;
    *batch.add_frames() = frame;
    return shared(batch.SerializeAsString());
}

// The answer that a request was refused.
inline v1::ServerFrame refused(std::string_view about, std::string_view reason) {
    v1::ServerFrame frame;
    frame.mutable_refused()->set_about(std::string(about));
    frame.mutable_refused()->set_reason(std::string(reason));
    return frame;
}

// The message that a frame carries, as the contract declares it; the frame is not empty.
inline const google::protobuf::FieldDescriptor& carried(const v1::ClientFrame& frame) {
    return *frame.GetDescriptor()->FindFieldByNumber(frame.what_case());
}

}  // namespace casustafel::hosting
