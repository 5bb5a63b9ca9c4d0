#include "client/console/said/lines.hpp"

#include <algorithm>
#include <cctype>

#include "client/console/said/choices.hpp"
#include "client/console/said/kinds.hpp"
#include "client/model/queries.hpp"
#include "proto/contract/hex.hpp"

namespace casustafel::console {
namespace {

using google::protobuf::Reflection;

constexpr std::int64_t second_ms = 1'000;

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        const bool apart = !out.empty() && !part.empty() && part.front() != '\n';
        out += (apart ? ", " : "") + part;
    }
    return out;
}

// Where the brace that is open before `from` closes; the end when it does not.
std::size_t closing(std::string_view text, std::size_t from) {
    int depth = 1;
    for (std::size_t at = from; at < text.size(); ++at) {
        depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        if (depth == 0) return at;
    }
    return text.size();
}

// One message while its text is being filled in.
class Filler {
public:
    Filler(const Reader& reader, const Message& message)
        : reader_(reader), message_(message), reflection_(*message.GetReflection()) {}

    std::string fill(std::string_view text) const {
        std::string out;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] != '{') {
                out += text[at];
                continue;
            }
            const std::size_t end = closing(text, at + 1);
            out += mark(text.substr(at + 1, end - at - 1));
            at = end;
        }
        return out;
    }

private:
    // What stands between two braces: @text, name?text, name!text, name[:how][|otherwise].
    std::string mark(std::string_view inner) const {
        if (inner.starts_with('@'))
            return line(reader_, "line." + std::string(inner.substr(1)), message_);
        const std::size_t end = std::min(inner.find_first_of("?!:|"), inner.size());
        const std::string name(inner.substr(0, end));
        const char sign = end < inner.size() ? inner[end] : ' ';
        const std::string_view rest = inner.substr(std::min(end + 1, inner.size()));
        if (sign == '?') return holds(name) ? fill(rest) : std::string();
        if (sign == '!') return holds(name) ? std::string() : fill(rest);
        const auto bar = inner.find('|');
        const std::string how = sign == ':' ? std::string(rest.substr(0, rest.find('|'))) : "";
        const std::string said = value(name, how);
        return said.empty() && bar != inner.npos ? std::string(inner.substr(bar + 1)) : said;
    }

    const FieldDescriptor* field(const std::string& name) const {
        return message_.GetDescriptor()->FindFieldByName(name);
    }

    // Whether a field says anything, or "status=pending".
    bool holds(const std::string& name) const {
        if (name == "added") return reader_.added;
        if (name == "own") return is_own();
        if (const auto equals = name.find('='); equals != name.npos)
            return text_in(message_, name.substr(0, equals)) == name.substr(equals + 1);
        const FieldDescriptor* found = field(name);
        if (found == nullptr) return false;
        if (found->is_repeated()) return reflection_.FieldSize(message_, found) > 0;
        if (found->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) return !value(name, "").empty();
        return reflection_.HasField(message_, found);
    }

    // Whether the reader's own role did it.
    bool is_own() const {
        for (const char* author : {"giver", "sender", "asker", "by"})
            if (const std::string& who = text_in(message_, author); !who.empty())
                return who == reader_.own_role;
        return false;
    }

    std::string value(const std::string& name, const std::string& how) const {
        if (name == "number") return std::to_string(place());
        if (name == "count") return std::to_string(all_of(reader_.view, how).size());
        if (name == "of") return naming_this(how);
        const FieldDescriptor* found = field(name);
        if (found == nullptr) return {};
        if (how == "count") return std::to_string(reflection_.FieldSize(message_, found));
        if (found->is_repeated()) return all_values(*found, how);
        if (found->has_presence() && !reflection_.HasField(message_, found)) return scripted(name);
        const std::string said = one_value(*found, how);
        return said.empty() ? scripted(name) : said;
    }

    // What somebody typed is in `text`; what the case says instead is in `scripted`.
    std::string scripted(const std::string& name) const {
        const bool other = name == "text" && field("scripted") != nullptr;
        return other ? value("scripted", "") : std::string();
    }

    // Its place in the list of its kind, from 1.
    std::size_t place() const {
        for (const auto& [key, known] : reader_.view.entities()) {
            if (inside(*known.entity) != &message_) continue;
            const Entities all = all_of(reader_.view, kind_of(*known.entity));
            return static_cast<std::size_t>(std::ranges::find(all, &message_) - all.begin()) + 1;
        }
        return 0;
    }

    // The lines of those of another kind that name this one: of the proposals, a decision's.
    std::string naming_this(const std::string& kind) const {
        const std::string this_kind = snake(message_.GetDescriptor()->name());
        std::vector<std::string> lines;
        for (const Message* each : all_of(reader_.view, kind))
            if (text_in(*each, this_kind) == text_in(message_, "id"))
                lines.push_back(line(reader_, "line." + kind + "_of", *each));
        return joined(lines);
    }

    std::string all_values(const FieldDescriptor& list, const std::string& how) const {
        const int size = reflection_.FieldSize(message_, &list);
        std::vector<std::string> parts;
        for (int at = how.starts_with("last_") ? size - 1 : 0; at < size; ++at)
            parts.push_back(element(list, at, how));
        // Of times the first that this viewer is told.
        const auto told = std::ranges::find_if(parts, [](auto& each) { return !each.empty(); });
        if (list.cpp_type() == FieldDescriptor::CPPTYPE_INT64)
            return told == parts.end() ? case_time(0) : *told;
        return joined(parts);
    }

    std::string element(const FieldDescriptor& list, int at, const std::string& how) const {
        const auto type = list.cpp_type();
        if (type == FieldDescriptor::CPPTYPE_STRING)
            return word(reflection_.GetRepeatedString(message_, &list, at), how);
        if (type == FieldDescriptor::CPPTYPE_MESSAGE)
            return part(reflection_.GetRepeatedMessage(message_, &list, at), how);
        if (type == FieldDescriptor::CPPTYPE_UINT64)
            return made(reflection_.GetRepeatedUInt64(message_, &list, at), how);
        if (type != FieldDescriptor::CPPTYPE_INT64) return {};
        const std::int64_t ms = reflection_.GetRepeatedInt64(message_, &list, at);
        return ms == 0 ? std::string() : case_time(ms);
    }

    std::string one_value(const FieldDescriptor& one, const std::string& how) const {
        const auto type = one.cpp_type();
        if (type == FieldDescriptor::CPPTYPE_STRING)
            return word(text_in(message_, one.name()), how);
        if (type == FieldDescriptor::CPPTYPE_MESSAGE)
            return part(reflection_.GetMessage(message_, &one), how);
        if (type == FieldDescriptor::CPPTYPE_UINT64)
            return made(reflection_.GetUInt64(message_, &one), how);
        if (type == FieldDescriptor::CPPTYPE_INT64)
            return time(reflection_.GetInt64(message_, &one), one.name());
        if (type == FieldDescriptor::CPPTYPE_INT32)
            return std::to_string(reflection_.GetInt32(message_, &one));
        if (type == FieldDescriptor::CPPTYPE_UINT32)
            return number(reflection_.GetUInt32(message_, &one), how);
        return {};
    }

    // An id by the name of what it is, a word of a closed list by its sentence.
    std::string word(const std::string& said, const std::string& how) const {
        if (how.empty()) return said;
        if (how == "option") return option(said);
        if (is_kind(how)) return name_of(how, said);
        return sentence(how, said.empty() ? "none" : said);
    }
    std::string sentence(const std::string& list, const std::string& word) const {
        const std::string key =
            list.ends_with('_') || list.ends_with('.') ? list + word : list + "." + word;
        return text::find(key) ? reader_.printer.words(key) : word == "none" ? "" : word;
    }
    std::string name_of(const std::string& kind, const std::string& id) const {
        for (const Message* each : all_of(reader_.view, kind))
            if (text_in(*each, "id") == id) return Filler(reader_, *each).value("name", "");
        return id;
    }
    std::string option(const std::string& id) const {
        const std::string& other = text_in(message_, "decision");
        const auto* decision =
            reader_.view.find<v1::Decision>(other.empty() ? text_in(message_, "id") : other);
        const auto* named = decision == nullptr ? nullptr : model::option_of(*decision, id);
        return named == nullptr ? id : id + " " + in(named->title());
    }

    const std::string& in(const v1::Text& text) const {
        return model::in(text, reader_.printer.english());
    }
    std::string part(const Message& inner, const std::string& how) const {
        if (inner.GetDescriptor() == v1::Text::descriptor())
            return in(static_cast<const v1::Text&>(inner));
        const std::string kind = how.empty() ? snake(inner.GetDescriptor()->name()) : how;
        return line(reader_, "line." + kind, inner);
    }

    // A thing made in play: how its kind is named, else its id.
    std::string made(std::uint64_t id, const std::string& how) const {
        if (how.empty()) return contract::to_hex(id);
        for (const Message* each : all_of(reader_.view, how))
            if (number_in(*each, "id") == id) return line(reader_, "line." + how + "_named", *each);
        return {};
    }
    static std::string time(std::int64_t ms, const std::string& name) {
        if (name.ends_with("_in_ms")) return std::to_string((ms + second_ms - 1) / second_ms);
        return name.ends_with("_ms") ? case_time(ms) : std::to_string(ms);
    }
    std::string number(std::uint32_t number, const std::string& how) const {
        if (how.empty()) return std::to_string(number);
        if (how == "name") return reader_.model == nullptr ? "" : reader_.model->name_of(number);
        if (how == "observer_name")
            return reader_.model == nullptr ? "" : reader_.model->observer_name_of(number);
        const WordList* list = word_list(how);
        if (list == nullptr) return sentence(how, std::to_string(number));
        return sentence(
            how, std::string(list->words[std::min<std::size_t>(number, list->words.size() - 1)]));
    }

    const Reader& reader_;
    const Message& message_;
    const Reflection& reflection_;
};

}  // namespace

std::string snake(const std::string& type_name) {
    std::string out;
    for (const char letter : type_name) {
        const bool capital = std::isupper(static_cast<unsigned char>(letter)) != 0;
        if (capital && !out.empty()) out += '_';
        out +=
            capital ? static_cast<char>(std::tolower(static_cast<unsigned char>(letter))) : letter;
    }
    return out;
}

std::string filled_in(const Reader& reader, std::string_view text, const Message& message) {
    return Filler(reader, message).fill(text);
}

std::string line(const Reader& reader, const std::string& key, const Message& message) {
    const auto found = text::find("console." + key);
    if (!found) return {};
    return filled_in(reader, say(*found, reader.printer.language()), message);
}

}  // namespace casustafel::console
