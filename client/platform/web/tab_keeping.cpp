#include "client/platform/web/tab_keeping.hpp"

#include <algorithm>
#include <cstdlib>

// Written in page.js. A text that comes from there is freed here.
extern "C" {
char* kept_read(const char* name);  // null: there is none
int kept_write(const char* name, const char* text);
void kept_forget(const char* name);
char* kept_names();  // with a line end after each
}

namespace casustafel::platform {

std::optional<std::string> TabKeeping::read(std::string_view name) const {
    char* const text = kept_read(std::string(name).c_str());
    if (text == nullptr) return std::nullopt;
    std::string copy = text;
    std::free(text);
    return copy;
}

bool TabKeeping::write(std::string_view name, std::string_view content) {
    return kept_write(std::string(name).c_str(), std::string(content).c_str()) != 0;
}

void TabKeeping::forget(std::string_view name) { kept_forget(std::string(name).c_str()); }

Claim TabKeeping::claim(std::string_view name) const {
    return std::make_shared<const std::string>(name);
}

std::vector<std::string> TabKeeping::names(std::string_view beginning) const {
    std::vector<std::string> found;
    char* const text = kept_names();
    std::string_view rest = text == nullptr ? "" : text;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (rest.substr(0, end).starts_with(beginning)) found.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    std::free(text);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace casustafel::platform
