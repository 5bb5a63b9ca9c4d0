#include "server/telling/keyed_text.hpp"

#include <cstdio>
#include <cstdlib>

namespace casustafel::telling {

text::Key key_of(std::string_view prefix, std::string_view name, std::string_view suffix) {
    std::string whole(prefix);
    whole.append(name).append(suffix);
    const auto key = text::find(whole);
    if (!key) {
        std::fprintf(stderr, "no sentence has the key %s\n", whole.c_str());
        std::abort();
    }
    return *key;
}

Word word(core::Form form) { return {key_of("report.form.", core::name(form))}; }

Word word(core::Mark mark) { return {key_of("report.mark.", core::name(mark))}; }

Argument shown(const std::optional<double>& value) {
    if (!value) return Word{text::Key::report_too_little};
    return std::int64_t{score::shown(*value)};
}

std::int64_t count(std::size_t amount) { return static_cast<std::int64_t>(amount); }

}  // namespace casustafel::telling
