#pragma once
// The price of a change: how many production files name one sample of it. A sample is named by
// words
// ("gut_feeling"), and a file names it when one of its identifiers or keys holds these words in
// this order, however it is spelled (NoteGutFeeling, gut_feelings, kGutFeeling,
// "feed.gut_feeling"). Production files are those of proto/, server/, client/ and assets/text;
// pages (.md) are not.
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::house {

struct Sample {
    std::string_view what;               // the change that it stands for
    std::vector<std::string> how;        // what "How to add" in the top README tells of it
    std::vector<std::string> spellings;  // any of these
    std::size_t files;                   // the price: it may only fall
};

// The samples with their prices of today.
const std::vector<Sample>& samples();

// The production files that name the sample, from the root, in order.
std::vector<std::string> files_naming(const Sample&);

}  // namespace casustafel::house
