#pragma once
// What an author's editor gets from the descriptions of the file formats: a JSON Schema with which
// it completes and checks.
#include <string>

#include "assets/text/text.hpp"

namespace casustafel::scenario {

enum class FileKind { scenario, rules };

// The JSON Schema (draft 2020-12) of a case or a rules pack, with help in this language, as text.
std::string schema(FileKind, text::Language);

}  // namespace casustafel::scenario
