#pragma once
// Markup that cannot be broken out of. Everything a person or an author typed enters as text and is
// escaped; tags, attribute names and style sheets must be literals in the source, which the
// compiler checks. There is no way to turn a string of play into markup.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::report {

// A word fixed at compile time: the name of a tag or an attribute, or a style sheet.
class Literal {
public:
    consteval Literal(const char* word) : word_(word) {}
    std::string_view view() const { return word_; }

private:
    std::string_view word_;
};

struct Attribute {
    Literal name;
    std::string value;  // escaped when written
};

// A piece of a page: text or elements, already safe.
class Html {
public:
    Html() = default;

    // Raw text, escaped. Characters that no page may hold become U+FFFD.
    static Html text(std::string_view raw);

    // One element around these pieces.
    static Html element(Literal tag, const std::vector<Attribute>& attributes,
                        const std::vector<Html>& children = {});
    static Html element(Literal tag, const std::vector<Html>& children = {});

    // Pieces one after another.
    static Html sequence(const std::vector<Html>& pieces);

    // A whole document in this language ("nl"), with one style sheet and nothing from outside.
    static std::string document(std::string_view language, std::string_view title, Literal style,
                                const Html& body);

    Html& operator+=(const Html& more);
    bool empty() const { return markup_.empty(); }
    const std::string& markup() const { return markup_; }

private:
    explicit Html(std::string markup) : markup_(std::move(markup)) {}

    std::string markup_;
};

}  // namespace casustafel::report
