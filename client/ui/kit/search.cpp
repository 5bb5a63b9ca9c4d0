#include "client/ui/kit/search.hpp"

#include <algorithm>

namespace casustafel::ui {

bool found_in(std::string_view text, std::string_view typed) {
    const std::string all = folded(text), wanted = folded(typed);
    for (std::size_t at = 0; at < wanted.size();) {
        const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
        if (all.find(wanted.substr(at, end - at)) == std::string::npos) return false;
        at = end + 1;
    }
    return true;
}

}  // namespace casustafel::ui
