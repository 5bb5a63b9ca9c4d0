// The lines of the screens are texts: that their marks name fields of the message they are of, in
// both languages alike, and that a kind is told by nothing but its text.
#include "client/console/said/lines.hpp"

#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <set>

#include "client/console/said/kinds.hpp"
#include "client/console/said/screen_texts.hpp"

namespace casustafel::console {
namespace {

using google::protobuf::Descriptor;

const Printer dutch{text::Language::nl, false};

const Descriptor* type_of_kind(const std::string& kind) {
    const auto* field = v1::Entity::descriptor()->FindFieldByName(kind);
    return field == nullptr ? nullptr : field->message_type();
}

// Follows the marks of a text into what they name.
class Marks {
public:
    std::string wrong;
    std::set<std::string> seen;  // the names after "console.line."

    void check_line(const std::string& name, const Descriptor& type) {
        seen.insert(name);
        const auto key = text::find("console.line." + name);
        if (!key) {
            wrong += "no console.line." + name + "\n";
            return;
        }
        check(say(*key, text::Language::nl), type);
        check(say(*key, text::Language::en), type);
    }
    void check(std::string_view text, const Descriptor& type) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] != '{') continue;
            int depth = 1;
            std::size_t end = at + 1;
            for (; end < text.size(); ++end) {
                depth += text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
                if (depth == 0) break;
            }
            if (depth != 0) wrong += "open: " + std::string(text) + "\n";
            mark(std::string(text.substr(at + 1, end - at - 1)), type);
            at = end;
        }
    }

private:
    void mark(const std::string& inner, const Descriptor& type) {
        if (inner.front() == '@') return check_line(inner.substr(1), type);
        const auto end = std::min(inner.find_first_of("?!:|"), inner.size());
        const std::string name = inner.substr(0, inner.find_first_of("?!:|="));
        const char sign = end < inner.size() ? inner[end] : ' ';
        const std::string rest = inner.substr(std::min(end + 1, inner.size()));
        if (sign == '?' || sign == '!') check(rest, type);
        const std::string how = sign == ':' ? rest.substr(0, rest.find('|')) : "";
        if (name == "of") return check_line(how + "_of", *type_of_kind(how));
        static const std::set<std::string> others = {"number", "count", "own", "added"};
        if (others.contains(name)) return;
        const auto* field = type.FindFieldByName(name);
        if (field == nullptr) {
            wrong += type.name() + " has no " + name + "\n";
        } else if (field->message_type() != nullptr && field->message_type()->name() != "Text" &&
                   sign != '?' && sign != '!') {
            check_line(how.empty() ? snake(field->message_type()->name()) : how,
                       *field->message_type());
        } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_UINT64 && !how.empty()) {
            check_line(how + "_named", *type_of_kind(how));
        }
    }
};

TEST(Lines, every_mark_names_a_field_and_every_line_is_of_something) {
    Marks marks;
    std::set<std::string> lines;
    for (std::size_t at = 0; at < text::count(); ++at) {
        const auto key = static_cast<text::Key>(at);
        for (const std::string prefix : {"console.line.", "console.told.", "console.act."}) {
            if (!name(key).starts_with(prefix)) continue;
            const std::string kind(name(key).substr(prefix.size()));
            if (prefix == "console.line.") lines.insert(kind);
            const Descriptor* type = type_of_kind(kind);
            if (type == nullptr) continue;
            if (prefix == "console.line.") marks.seen.insert(kind);
            marks.check(say(key, text::Language::nl), *type);
            marks.check(say(key, text::Language::en), *type);
        }
    }
    EXPECT_EQ(marks.wrong, "");
    EXPECT_EQ(lines, marks.seen) << "a line that nothing says";
}

TEST(Lines, a_screen_lists_kinds_that_are_there_in_both_languages_alike) {
    for (std::size_t at = 0; at < text::count(); ++at) {
        const auto key = static_cast<text::Key>(at);
        const bool screen = name(key).starts_with("console.screen.");
        if (!screen && !name(key).starts_with("console.list.")) continue;
        const auto lists = [&](text::Language language) {
            const std::string_view said = say(key, language);
            return said.substr(std::min(said.find('{'), said.size()));
        };
        EXPECT_EQ(lists(text::Language::nl), lists(text::Language::en)) << name(key);
        for (const Listed& list : lists_named(std::string(name(key).substr(screen ? 15 : 13))))
            EXPECT_TRUE(is_kind(list.kind)) << name(key) << ": " << list.kind;
    }
}

TEST(Lines, an_entity_is_told_by_the_fields_of_its_message) {
    model::View view;
    v1::ViewPatch patch;
    v1::Entity* person = patch.add_entities();
    person->set_key("person:mirjam");
    person->mutable_person()->set_id("mirjam");
    person->mutable_person()->mutable_name()->set_nl("Mirjam Dekker");
    view.merge(patch);
    const Reader reader{dutch, view, nullptr, "VT", true};
    v1::Heard heard;
    heard.set_by("VT");
    heard.set_person("mirjam");
    heard.set_at_sim_ms(3'600'000);
    EXPECT_EQ(
        filled_in(reader, "{at_sim_ms} {person:person} {text|-} {category:category|-}", heard),
        "D0 01:00 Mirjam Dekker - -");
    EXPECT_EQ(filled_in(reader, "{own?zelf}{own!ander}{added? {by=VT?nu}}", heard), "zelf nu");
    heard.set_category("police");
    EXPECT_EQ(filled_in(reader, "{category:category}", heard), "Politie");
    EXPECT_EQ(filled_in(reader, "{nothing}{", heard), "") << "a broken text breaks nothing";
}

}  // namespace
}  // namespace casustafel::console
