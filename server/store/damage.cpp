#include "server/store/damage.hpp"

#include <cstdlib>

namespace casustafel::store {

std::string_view name(DamageKind kind) {
    switch (kind) {
        case DamageKind::header: return "header";
        case DamageKind::record: return "record";
        case DamageKind::ending: return "ending";
        case DamageKind::value: return "value";
        case DamageKind::values: return "values";
        case DamageKind::head: return "head";
        case DamageKind::seal: return "seal";
        case DamageKind::disk: return "disk";
        case DamageKind::sessions: return "sessions";
        case DamageKind::lost: return "lost";
        case DamageKind::text: return "text";
        case DamageKind::format: return "format";
        case DamageKind::unreadable: return "unreadable";
    }
    std::abort();
}

}  // namespace casustafel::store
