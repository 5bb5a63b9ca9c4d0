#include "server/core/values/form.hpp"

#include <algorithm>

namespace casustafel::core {

const std::string& filled_in(const std::vector<FilledIn>& answers, const FieldId& id) {
    static const std::string nothing;
    const auto found = std::ranges::find(answers, id, &FilledIn::field);
    return found == answers.end() ? nothing : found->value;
}

}  // namespace casustafel::core
