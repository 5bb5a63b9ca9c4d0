// "How to add" in the top README names every file that a sample of the change stands in. Whoever
// has only the README finds all of them, and a list that grows stale fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "prices.hpp"

namespace {

using casustafel::house::files_naming;
using casustafel::house::Sample;
using casustafel::house::samples;

std::string readme() {
    std::ostringstream text;
    text << std::ifstream(std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "README.md").rdbuf();
    return text.str();
}

// What the README says about adding such a thing: from "- **an act**" to the next one.
std::string told(const std::string& page, std::string_view thing) {
    const std::string head = "- **" + std::string(thing) + "**";
    const auto from = page.find(head);
    if (from == std::string::npos) return {};
    const auto to = std::min(page.find("\n- **", from), page.find("\n## ", from));
    return page.substr(from, to - from);
}

// "view/*.cpp" and "assets/text/{nl,en}.json" as an expression that the end of a path fits.
std::regex expression_of(const std::string& pattern) {
    std::string out = "(^|/)";
    for (const char letter : pattern) {
        if (letter == '*')
            out += "[^/]*";
        else if (letter == '{')
            out += "(";
        else if (letter == '}')
            out += ")";
        else if (letter == ',')
            out += "|";
        else if (letter == '.')
            out += "\\.";
        else
            out += letter;
    }
    return std::regex(out + "$");
}

// Every `file` that the text names: what stands in backquotes and has an ending.
std::vector<std::regex> files_told(const std::string& text) {
    static const std::regex quoted("`([\\w/*{},]+\\.[\\w*{},.]+)`");
    std::vector<std::regex> files;
    for (std::sregex_iterator found(text.begin(), text.end(), quoted), end; found != end; ++found)
        files.push_back(expression_of((*found)[1].str()));
    return files;
}

TEST(HowToAdd, every_file_of_a_sample_is_named_in_the_readme) {
    const std::string page = readme();
    for (const Sample& sample : samples()) {
        std::string how;
        for (const std::string& thing : sample.how) how += told(page, thing);
        const auto patterns = files_told(how);
        std::string untold;
        for (const std::string& file : files_naming(sample)) {
            const bool named = std::any_of(
                patterns.begin(), patterns.end(),
                [&](const std::regex& pattern) { return std::regex_search(file, pattern); });
            if (!named) untold += "  " + file + "\n";
        }
        EXPECT_EQ("", untold) << sample.what << ", by the sample " << sample.spellings.front();
    }
}

// A list that names what is not there sends its reader the wrong way.
TEST(HowToAdd, every_file_that_the_readme_names_is_there) {
    const std::string page = readme();
    const auto root = std::filesystem::path(CASUSTAFEL_SOURCE_DIR);
    std::vector<std::string> there;
    for (const char* folder : {"proto", "server", "client", "assets", "scenarios", "tests"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder))
            there.push_back(std::filesystem::relative(entry.path(), root).generic_string());
    for (const char* name : {"CMakeLists.txt", "README.md"}) there.emplace_back(name);
    const std::string text = page.substr(page.find("## How to add"));
    static const std::regex quoted(
        "`([\\w/*{},]+\\.(hpp|cpp|proto|json|md|yaml|txt)|[\\w/*{},]+\\.\\{[\\w,]+\\})`");
    std::string lost;
    for (std::sregex_iterator found(text.begin(), text.end(), quoted), end; found != end; ++found) {
        const std::regex pattern = expression_of((*found)[1].str());
        const bool any = std::any_of(there.begin(), there.end(), [&](const std::string& file) {
            return std::regex_search(file, pattern);
        });
        if (!any) lost += (*found)[1].str() + "\n";
    }
    EXPECT_EQ("", lost);
}

}  // namespace
