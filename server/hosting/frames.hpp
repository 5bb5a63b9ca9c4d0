#pragma once
// A ServerFrame as it leaves: an encoded ServerBatch of one, so that batches join by putting bytes
// behind one another.
#include "casustafel/v1/envelope.pb.h"
#include "server/hosting/gate.hpp"

namespace casustafel::hosting {

inline Frame shared(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

inline Frame encoded(const v1::ServerFrame& frame) {
    v1::ServerBatch batch;
    *batch.add_frames() = frame;
    return shared(batch.SerializeAsString());
}

}  // namespace casustafel::hosting
