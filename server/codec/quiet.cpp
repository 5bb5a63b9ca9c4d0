#include "server/codec/quiet.hpp"

#include <google/protobuf/stubs/logging.h>

namespace casustafel::codec {

void keep_the_library_quiet() { google::protobuf::SetLogHandler(nullptr); }

}  // namespace casustafel::codec
