#pragma once
// One sentence of the text files for the operator, by key.
#include <string>
#include <vector>

#include "assets/text/text.hpp"

namespace casustafel::cli {

// The sentence, or the key itself when no such sentence exists.
inline std::string sentence(const std::string& key, text::Language language,
                            const std::vector<std::string>& arguments = {}) {
    const auto found = text::find(key);
    return found ? text::say(*found, language, arguments) : key;
}

}  // namespace casustafel::cli
