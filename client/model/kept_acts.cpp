#include "client/model/kept_acts.hpp"

#include <algorithm>

#include "client/model/limits.hpp"
#include "proto/contract/hex.hpp"
#include "proto/contract/limits.hpp"

namespace casustafel::model {

std::string write_acts(const std::vector<v1::Command>& acts) {
    std::string text;
    for (const v1::Command& act : acts) {
        text += contract::to_hex(act.SerializeAsString()) + '\n';
    }
    return text;
}

std::vector<v1::Command> read_acts(std::string_view text) {
    std::vector<v1::Command> acts;
    while (!text.empty() && acts.size() < limits::waiting_acts) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto bytes = contract::from_hex(line);
        v1::Command act;
        if (bytes && !bytes->empty() && act.ParseFromString(*bytes) &&
            act.command_id().size() == contract::limits::command_command_id_bytes)
            acts.push_back(std::move(act));
    }
    return acts;
}

}  // namespace casustafel::model
