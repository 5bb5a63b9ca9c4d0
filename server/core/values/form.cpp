#include "server/core/values/form.hpp"

#include <algorithm>
#include <charconv>

namespace casustafel::core {

const std::string& filled_in(const std::vector<FilledIn>& answers, const FieldId& id) {
    static const std::string nothing;
    const auto found = std::ranges::find(answers, id, &FilledIn::field);
    return found == answers.end() ? nothing : found->value;
}

std::optional<std::int64_t> moment_of(const std::string& value) {
    constexpr std::int64_t ten_years_ms = 315'360'000'000;
    std::int64_t moment = 0;
    const char* end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, moment);
    if (read.ec != std::errc() || read.ptr != end || moment < 0 || moment > ten_years_ms)
        return std::nullopt;
    return moment;
}

}  // namespace casustafel::core
