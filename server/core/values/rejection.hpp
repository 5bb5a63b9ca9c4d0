#pragma once
// Why a command was not accepted; the reasons are written in the contract.
#include <optional>

#include "proto/contract/reasons.hpp"

namespace casustafel::core {

using contract::name;
using contract::Rejection;

}  // namespace casustafel::core
