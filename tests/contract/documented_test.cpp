// What another client has to know stands in the .proto files: each closed list word for word, and
// the close codes in their order.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "proto/contract/reasons.hpp"
#include "proto/contract/words.hpp"

namespace casustafel::contract {
namespace {

// The file with its comment signs and line breaks taken out, so that a list may go on.
std::string read(const std::string& name) {
    std::ifstream file(std::string(CASUSTAFEL_SOURCE_DIR) + "/proto/casustafel/v1/" + name);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return std::regex_replace(text, std::regex("\\s+(//\\s*)?"), " ");
}

// The first `count` words of a list, as one writes them down.
template <ClosedList E>
std::string written(std::size_t count = words<E>.size()) {
    std::string all;
    for (std::size_t at = 0; at < count; ++at)
        all += (at == 0 ? "" : ", ") + std::string(words<E>[at]);
    return all;
}

TEST(ProtoFiles, name_the_words_of_each_closed_list_that_a_client_sends) {
    const std::string file = read("command.proto");
    for (const std::string& list :
         {"purpose: " + written<Purpose>() + " ", "category: " + written<Category>() + " ",
          "request: " + written<RefusalReason>() + " ", "cited: " + written<Mark>() + " ",
          "meeting: " + written<MeetingPhase>() + " ",
          "correction: " + written<CorrectionKind>() + " ", "language: " + written<Language>() + " "})
        EXPECT_NE(file.find(list), std::string::npos) << list;
}

TEST(ProtoFiles, name_every_reason_that_a_client_hears) {
    EXPECT_NE(read("command.proto").find(": " + written<Rejection>() + " "), std::string::npos)
        << written<Rejection>();
    const std::string file = read("envelope.proto");
    EXPECT_NE(file.find("): " + written<Refusal>() + ". "), std::string::npos)
        << written<Refusal>();
    EXPECT_NE(file.find("Why a Held: " + written<HoldReason>() + "."), std::string::npos);
}

TEST(ProtoFiles, name_the_close_codes_in_their_order) {
    const auto told = static_cast<std::size_t>(CloseReason::sent_away) + 1;
    EXPECT_EQ(first_close_code, 4000);
    EXPECT_NE(read("envelope.proto").find("in this order: " + written<CloseReason>(told) + "."),
              std::string::npos);
}

}  // namespace
}  // namespace casustafel::contract
