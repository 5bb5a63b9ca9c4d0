#include "client/console/said/screen_texts.hpp"

#include <algorithm>

#include "assets/text/text.hpp"
#include "client/console/said/typed_words.hpp"

namespace casustafel::console {
namespace {

constexpr std::string_view prefix = "console.screen.";

// "{share}", or "{note=handover_note}" when its objects have another name.
Listed listed(const std::string& token) {
    const std::string inner = token.substr(1, token.size() - 2);
    const auto equals = inner.find('=');
    if (equals == std::string::npos) return {inner, inner};
    return {inner.substr(equals + 1), inner.substr(0, equals)};
}

std::vector<Listed> lists_in(text::Key key) {
    std::vector<Listed> lists;
    for (const std::string& token : split(say(key, text::Language::nl)))
        if (token.front() == '{') lists.push_back(listed(token));
    return lists;
}

// The words before the lists, or one word and a remark in brackets.
void read_words(std::string_view text, std::string& shown, std::vector<std::string>& words) {
    const std::string_view head = text.substr(0, text.find(" {"));
    shown = head.substr(0, head.find(" ?"));
    for (const std::string& word : split(head.substr(0, head.find(" (")))) words.push_back(word);
}

ScreenText screen_of(text::Key key) {
    ScreenText screen{std::string(name(key).substr(prefix.size())), {}, {}};
    read_words(say(key, text::Language::nl), screen.shown[0], screen.words);
    read_words(say(key, text::Language::en), screen.shown[1], screen.words);
    return screen;
}

const ScreenText* first(auto fits) {
    const auto found = std::ranges::find_if(screen_texts(), fits);
    return found == screen_texts().end() ? nullptr : &*found;
}

}  // namespace

const std::vector<ScreenText>& screen_texts() {
    static const std::vector<ScreenText> all = [] {
        std::vector<ScreenText> found;
        for (std::size_t at = 0; at < text::count(); ++at)
            if (name(static_cast<text::Key>(at)).starts_with(prefix))
                found.push_back(screen_of(static_cast<text::Key>(at)));
        return found;
    }();
    return all;
}

std::vector<Listed> lists_named(const std::string& name) {
    for (const char* family : {"console.screen.", "console.list."})
        if (const auto key = text::find(family + name)) return lists_in(*key);
    return {};
}

const ScreenText* screen_typed(std::string_view word) {
    return first([&](const ScreenText& each) {
        return std::ranges::find(each.words, word) != each.words.end();
    });
}

}  // namespace casustafel::console
