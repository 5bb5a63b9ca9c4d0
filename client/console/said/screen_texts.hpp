#pragma once
// The screens that can be asked for: the texts `console.screen.<name>`. Each is what one types for
// it, and the kinds of entities that it lists: "berichten {message}". An object of another name is
// {name=kind}, and {=kind} makes none.
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::console {

// A list on a screen: the kind, and how its objects are called with --json; empty: none are made.
struct Listed {
    std::string kind;
    std::string object;
};

struct ScreenText {
    std::string name;
    std::vector<std::string> words;    // what one types, in both languages
    std::array<std::string, 2> shown;  // Dutch and English, for help
};

const std::vector<ScreenText>& screen_texts();
// What a screen lists, or a text `console.list.<name>`, which nobody types.
std::vector<Listed> lists_named(const std::string& name);
// By what one types for it.
const ScreenText* screen_typed(std::string_view word);

}  // namespace casustafel::console
