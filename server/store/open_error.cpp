#include "server/store/open_error.hpp"

#include <cstdlib>

namespace casustafel::store {

std::string_view name(OpenProblem problem) {
    switch (problem) {
        case OpenProblem::in_use: return "in_use";
        case OpenProblem::newer_format: return "newer_format";
        case OpenProblem::not_ours: return "not_ours";
        case OpenProblem::damaged: return "damaged";
        case OpenProblem::no_access: return "no_access";
        case OpenProblem::missing: return "missing";
        case OpenProblem::no_heads: return "no_heads";
        case OpenProblem::exists: return "exists";
        case OpenProblem::network: return "network";
        case OpenProblem::database_in_use: return "database_in_use";
        case OpenProblem::not_migrated: return "not_migrated";
    }
    std::abort();
}

}  // namespace casustafel::store
