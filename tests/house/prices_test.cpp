// The price of a change is a number that may only fall. Whoever makes a fact cheaper to write
// lowers the number beside its sample in prices.cpp; whoever writes it in one more file sees this
// fail.
#include <gtest/gtest.h>

#include <iostream>

#include "prices.hpp"

namespace {

using casustafel::house::files_naming;
using casustafel::house::Sample;
using casustafel::house::samples;

std::string listed(const std::vector<std::string>& files) {
    std::string out;
    for (const std::string& file : files) out += "  " + file + "\n";
    return out;
}

std::string named(const Sample& sample) {
    return std::string(sample.what) + " (" + sample.spellings.front() + ")";
}

TEST(Prices, no_sample_is_named_in_more_files_than_its_number_says) {
    for (const Sample& sample : samples()) {
        const auto files = files_naming(sample);
        std::cout << files.size() << "\t" << named(sample) << "\n";
        EXPECT_LE(files.size(), sample.files) << named(sample) << " became dearer; it stands in\n"
                                              << listed(files);
    }
}

TEST(Prices, a_number_falls_with_its_price) {
    for (const Sample& sample : samples()) {
        const auto files = files_naming(sample);
        EXPECT_GE(files.size(), sample.files)
            << named(sample) << " became cheaper: lower the number in tests/house/prices.cpp to "
            << files.size() << "; it stands in\n"
            << listed(files);
    }
}

TEST(Prices, every_sample_is_named_somewhere) {
    for (const Sample& sample : samples())
        EXPECT_GT(files_naming(sample).size(), 1U) << named(sample) << " has another name now";
}

}  // namespace
