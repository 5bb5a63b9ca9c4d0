#pragma once
// Inside codec only: whether a parsed message says anything that this build does not know.
#include <google/protobuf/message.h>

namespace casustafel::codec {

// True when neither the message nor any message inside it carries a field unknown to this build.
bool is_fully_known(const google::protobuf::Message&);

}  // namespace casustafel::codec
