// The pages beside the code hold what comments cite. A citation is a page and a mark, "README.md
// §S2"; a page without a folder is the nearest one above the file. A mark is a heading of that
// page.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = CASUSTAFEL_SOURCE_DIR;

std::string text_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

// Every file with such an ending in these folders, from the root, in order.
std::vector<std::string> files_in(const std::vector<std::string>& folders,
                                  const std::set<std::string>& endings) {
    std::set<std::string> files;
    for (const std::string& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (endings.contains(entry.path().extension().string()))
                files.insert(fs::relative(entry.path(), root).generic_string());
    return {files.begin(), files.end()};
}

const std::set<std::string>& marks_of(const std::string& page) {
    static std::map<std::string, std::set<std::string>> known;
    const auto [found, fresh] = known.try_emplace(page);
    if (!fresh) return found->second;
    static const std::regex heading(R"(^#+ §(\w+))");
    std::istringstream lines(text_of(root / page));
    std::smatch match;
    for (std::string line; std::getline(lines, line);)
        if (std::regex_search(line, match, heading)) found->second.insert(match[1].str());
    return found->second;
}

// The page that is meant by "README.md" in this file: the nearest one above it.
std::string nearest_page(const std::string& file) {
    for (fs::path folder = fs::path(file).parent_path();; folder = folder.parent_path()) {
        const fs::path page = folder / "README.md";
        if (fs::exists(root / page) || folder.empty()) return page.generic_string();
    }
}

// The comments of a source as text in which a citation is not broken by the end of a line.
std::string comments_of(const std::string& file) {
    static const std::regex continued(R"(\n\s*// )");
    return std::regex_replace(text_of(root / file), continued, " ");
}

// What is wrong with the citations in this text. A mark belongs to the page named last before it in
// its paragraph; without one, to `own`, and without that to none.
std::string wrong_citations(const std::string& file, const std::string& text,
                            const std::string& own) {
    static const std::regex word(R"(\n|([\w/]*README\.md)|§(\w*))");
    std::string wrong, page = own;
    for (std::sregex_iterator found(text.begin(), text.end(), word), end; found != end; ++found) {
        if (found->str() == "\n") {
            page = own;
        } else if ((*found)[1].matched) {
            const std::string named = (*found)[1].str();
            page = named == "README.md" ? nearest_page(file) : named;
            if (!fs::exists(root / page)) wrong += file + ": there is no " + page + "\n";
        } else if (page.empty()) {
            wrong += file + ": §" + (*found)[2].str() + " is of no page\n";
        } else if (!marks_of(page).contains((*found)[2].str())) {
            wrong += file + ": there is no §" + (*found)[2].str() + " in " + page + "\n";
        }
    }
    return wrong;
}

TEST(Pages, every_paragraph_that_a_comment_cites_exists) {
    std::string wrong;
    std::size_t citing = 0;
    for (const std::string& file :
         files_in({"proto", "server", "client", "tests"}, {".hpp", ".cpp", ".proto"})) {
        if (file.starts_with("tests/house/")) continue;
        const std::string comments = comments_of(file);
        citing += comments.find("§") != std::string::npos ? 1 : 0;
        wrong += wrong_citations(file, comments, "");
    }
    EXPECT_EQ("", wrong);
    EXPECT_GT(citing, 20U);
}

TEST(Pages, every_paragraph_that_a_page_cites_exists) {
    std::string wrong;
    for (const std::string& file : files_in({"server", "client", "scenarios", "tests"}, {".md"}))
        wrong += wrong_citations(file, text_of(root / file), file);
    wrong += wrong_citations("README.md", text_of(root / "README.md"), "README.md");
    EXPECT_EQ("", wrong);
}

TEST(Pages, every_link_between_pages_leads_somewhere) {
    static const std::regex link(R"(\]\(([^)#:]+)\))");
    std::string lost;
    auto pages = files_in({"assets", "server", "client", "scenarios", "tests"}, {".md"});
    pages.push_back("README.md");
    for (const std::string& page : pages) {
        const std::string text = text_of(root / page);
        for (std::sregex_iterator found(text.begin(), text.end(), link), end; found != end; ++found)
            if (!fs::exists((root / page).parent_path() / (*found)[1].str()))
                lost += page + ": " + (*found)[1].str() + "\n";
    }
    EXPECT_EQ("", lost);
}

// What is not in the tree cannot be looked up by who has only the tree.
TEST(Pages, nothing_is_cited_that_is_not_in_the_tree) {
    std::string cited;
    for (const std::string& file : files_in({"proto", "server", "client", "tests", "scenarios"},
                                            {".hpp", ".cpp", ".proto", ".md", ".yaml"})) {
        if (file.starts_with("tests/house/")) continue;
        const std::string text = text_of(root / file);
        for (const char* elsewhere : {"domain.md", "design.md", "the look says"})
            if (text.find(elsewhere) != std::string::npos) cited += file + ": " + elsewhere + "\n";
    }
    EXPECT_EQ("", cited);
}

}  // namespace
