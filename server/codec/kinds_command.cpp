#include "casustafel/v1/command.pb.h"
#include "server/codec/kinds.hpp"

namespace casustafel::codec {

const KindTable<core::CommandKinds>& command_kinds() {
    static const KindTable<core::CommandKinds> table(*v1::Command::descriptor());
    return table;
}

}  // namespace casustafel::codec
