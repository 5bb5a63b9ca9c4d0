#include "server/report/html.hpp"

namespace casustafel::report {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Control characters other than tab and line end have no place in a page.
bool is_forbidden(unsigned char byte) {
    return byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
}

void append_escaped(std::string& out, std::string_view raw) {
    for (const char letter : raw) {
        switch (letter) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (is_forbidden(static_cast<unsigned char>(letter))) {
                    out += replacement;
                } else {
                    out += letter;
                }
        }
    }
}

}  // namespace

Html Html::text(std::string_view raw) {
    std::string markup;
    append_escaped(markup, raw);
    return Html(std::move(markup));
}

Html Html::element(Literal tag, const std::vector<Attribute>& attributes,
                   const std::vector<Html>& children) {
    std::string markup = "<";
    markup += tag.view();
    for (const Attribute& attribute : attributes) {
        markup += ' ';
        markup += attribute.name.view();
        markup += "=\"";
        append_escaped(markup, attribute.value);
        markup += '"';
    }
    markup += '>';
    for (const Html& child : children) markup += child.markup_;
    markup += "</";
    markup += tag.view();
    markup += '>';
    return Html(std::move(markup));
}

Html Html::element(Literal tag, const std::vector<Html>& children) {
    return element(tag, std::vector<Attribute>{}, children);
}

Html Html::sequence(const std::vector<Html>& pieces) {
    Html all;
    for (const Html& piece : pieces) all += piece;
    return all;
}

Html& Html::operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
}

std::string Html::document(std::string_view language, std::string_view title, Literal style,
                           const Html& body) {
    std::string page = "<!DOCTYPE html>\n<html lang=\"";
    append_escaped(page, language);
    page +=
        "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
    append_escaped(page, title);
    page += "</title>\n<style>\n";
    page += style.view();
    page += "</style>\n</head>\n<body>\n";
    page += body.markup_;
    page += "\n</body>\n</html>\n";
    return page;
}

}  // namespace casustafel::report
