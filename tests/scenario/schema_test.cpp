// What is written from the descriptions: the JSON Schema holds together, and the authors' reference
// in the tree is the one the descriptions give.
#include "server/scenario/loading/schema.hpp"
#include "server/scenario/loading/reference.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace casustafel::scenario {
namespace {

using nlohmann::json;

json case_schema() { return json::parse(schema(FileKind::scenario, text::Language::en)); }

void for_each_object(const json& node, const auto& visit) {
    if (node.is_object()) visit(node);
    if (node.is_structured())
        for (const auto& each : node) for_each_object(each, visit);
}

TEST(Schema, names_every_key_of_a_case_and_allows_no_other) {
    const json schema = case_schema();
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(schema["additionalProperties"], false);
    EXPECT_TRUE(schema["properties"].contains("content_notice"));
    const auto required = schema["required"].get<std::set<std::string>>();
    EXPECT_TRUE(required.contains("items"));
    EXPECT_FALSE(required.contains("meetings"));
}

TEST(Schema, closes_every_object_and_explains_every_property) {
    for (const auto kind : {FileKind::scenario, FileKind::rules})
        for_each_object(json::parse(schema(kind, text::Language::nl)), [](const json& node) {
            if (node.value("type", json()) != "object") return;
            EXPECT_EQ(node["additionalProperties"], false) << node.dump();
            for (const auto& [key, property] : node["properties"].items())
                EXPECT_TRUE(key == "nl" || key == "en" ||
                            !property.value("description", "").empty())
                    << key;
        });
}

TEST(Schema, refers_only_to_what_it_defines) {
    for (const auto kind : {FileKind::scenario, FileKind::rules}) {
        const json whole = json::parse(schema(kind, text::Language::nl));
        int found = 0;
        for_each_object(whole, [&](const json& node) {
            if (!node.contains("$ref") || !node["$ref"].is_string()) return;
            const std::string target = node["$ref"];
            EXPECT_TRUE(whole.contains(json::json_pointer(target.substr(1)))) << target;
            ++found;
        });
        EXPECT_GT(found, 5);
    }
}

TEST(Schema, carries_the_ranges_and_words_that_reading_uses) {
    const json schema = case_schema();
    EXPECT_EQ(schema["$defs"]["item"]["properties"]["sensitivity"]["maximum"], 3);
    EXPECT_EQ(schema["properties"]["roles"]["maxItems"], 24);
    const auto forms =
        schema["$defs"]["grant"]["properties"]["max_form"]["enum"].get<std::set<std::string>>();
    EXPECT_EQ(forms,
              (std::set<std::string>{"pointer", "conclusion", "summary", "facts", "source"}));
    EXPECT_EQ(schema["$defs"]["truth"]["properties"]["presented_as"]["enum"],
              (json{"assumption", "fact"}));
}

TEST(Reference, in_the_tree_is_what_the_descriptions_give) {
    const auto file = std::filesystem::path(CASUSTAFEL_SOURCE_DIR) / "scenarios" / "README.md";
    if (std::getenv("CASUSTAFEL_REGENERATE") != nullptr) std::ofstream(file) << reference();
    std::ifstream stream(file);
    const std::string written{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_EQ(written, reference()) << "write it anew: CASUSTAFEL_REGENERATE=1 test_scenario "
                                       "--gtest_filter=Reference.*";
}

}  // namespace
}  // namespace casustafel::scenario
