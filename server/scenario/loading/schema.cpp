#include "server/scenario/loading/schema.hpp"

#include <nlohmann/json.hpp>

#include "server/scenario/loading/outline.hpp"
#include "server/scenario/reading/findings.hpp"

namespace casustafel::scenario {
namespace {

using Json = nlohmann::ordered_json;

Json one_text(Meaning meaning) {
    return {{"type", "string"}, {"minLength", 1}, {"maxLength", most_characters(meaning)}};
}

Json text_in_two_languages(Meaning meaning) {
    return {{"type", "object"},
            {"properties", {{"nl", one_text(meaning)}, {"en", one_text(meaning)}}},
            {"required", {"nl"}},
            {"additionalProperties", false}};
}

Json pattern(const char* expression) { return {{"type", "string"}, {"pattern", expression}}; }

Json reference_to(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

Json yes_or_no(const OutlineField& field) {
    if (field.words == std::vector<std::string>{"false", "true"}) return {{"type", "boolean"}};
    return {{"enum", field.words}};
}

// "true" and "no" are words of this format, and a truth value to an editor that reads YAML its own
// way.
Json word(const OutlineField& field) {
    if (field.words.empty()) return one_text(field.traits.meaning);
    Json allowed = field.words;
    for (const auto& each : field.words) {
        if (each == "true") allowed.push_back(true);
        if (each == "no") allowed.push_back(false);
    }
    return {{"enum", allowed}};
}

Json value(const OutlineField& field) {
    switch (field.holds) {
        case Holds::word: return word(field);
        case Holds::id: return reference_to("id");
        case Holds::text: return text_in_two_languages(field.traits.meaning);
        case Holds::yes_or_no: return yes_or_no(field);
        case Holds::number:
            return {{"type", "integer"},
                    {"minimum", field.traits.least},
                    {"maximum", field.traits.most}};
        case Holds::time: return pattern("^D(0|[1-9][0-9]{0,2}) ([01][0-9]|2[0-3]):[0-5][0-9]$");
        case Holds::duration: return pattern("^[1-9][0-9]{0,8}[mhd]$");
        case Holds::date: return {{"type", "string"}, {"format", "date"}};
        case Holds::record: return reference_to(field.record);
    }
    return {};
}

Json property(const OutlineField& field, text::Language language) {
    Json property = value(field);
    if (field.list)
        property = {{"type", "array"},
                    {"items", property},
                    {"minItems", field.traits.least},
                    {"maxItems", field.traits.most}};
    property["description"] =
        language == text::Language::nl ? field.traits.help.nl : field.traits.help.en;
    return property;
}

Json object(const Outline& outline, text::Language language) {
    Json object{
        {"type", "object"},
        {"description", language == text::Language::nl ? outline.help.nl : outline.help.en}};
    Json required = Json::array();
    for (const auto& field : outline.fields) {
        object["properties"][std::string(field.traits.key)] = property(field, language);
        if (field.traits.required) required.push_back(field.traits.key);
    }
    if (!required.empty()) object["required"] = required;
    object["additionalProperties"] = false;
    if (!outline.word_will_do) return object;
    return {{"anyOf", {{{"enum", outline.fields.front().words}}, object}}};
}

}  // namespace

std::string schema(FileKind kind, text::Language language) {
    const auto outlines = kind == FileKind::scenario ? outline_of_case() : outline_of_rules();
    Json schema{
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", kind == FileKind::scenario ? "Casustafel case" : "Casustafel rules pack"}};
    schema.update(object(outlines.front(), language));
    Json& definitions = schema["$defs"];
    definitions["id"] = pattern(
        ("^[A-Za-z][A-Za-z0-9_-]{0," + std::to_string(limits::id_characters - 1) + "}$").c_str());
    for (std::size_t index = 1; index < outlines.size(); ++index)
        definitions[outlines[index].name] = object(outlines[index], language);
    return schema.dump(2) + "\n";
}

}  // namespace casustafel::scenario
