#include "casustafel/v1/log.pb.h"
#include "server/codec/kinds.hpp"

namespace casustafel::codec {

const KindTable<core::EventKinds>& event_kinds() {
    static const KindTable<core::EventKinds> table(*v1::Event::descriptor());
    return table;
}

}  // namespace casustafel::codec
