#pragma once
// Reads a file as its author sees it, line by line, before a reader of YAML does: what springs in
// how far, which quotes and brackets open and close, where a dash, colon or comma is lost. YAML
// takes many a slip for something else and complains pages below, or never; this knows the line.
// It does not decide whether a file is good: what it says counts as an error only when the file
// cannot be read, since YAML allows more than it does (load.cpp).
#include <string_view>
#include <vector>

#include "server/scenario/reading/diagnostic.hpp"

namespace casustafel::scenario {

struct Slip {
    Position at;
    Sentence message;
    Sentence hint;
    // Whether other complaints about the file may follow from it.
    bool brings_others = true;
};

// The slips of the pen in this text, at most a few dozen, in order; none in a file of good layout.
std::vector<Slip> slips_in(std::string_view text);

}  // namespace casustafel::scenario
