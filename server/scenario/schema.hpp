#pragma once
// What authors get from the descriptions of the file formats: a JSON Schema for completion and
// checking in their editor, and the reference that stands as scenarios/README.md.
#include <string>

#include "assets/text/text.hpp"

namespace casustafel::scenario {

enum class FileKind { scenario, rules };

// The JSON Schema (draft 2020-12) of a case or a rules pack, with help in this language, as text.
std::string schema(FileKind, text::Language);

// The whole of scenarios/README.md: how to begin, and every key explained in both languages.
std::string reference();

}  // namespace casustafel::scenario
