#include "server/scenario/loading/libraries.hpp"

#include <algorithm>
#include <system_error>

#include "server/scenario/reading/bytes.hpp"
#include "server/scenario/reading/limits.hpp"
#include "server/scenario/reading/values.hpp"

namespace casustafel::scenario {
namespace {

using text::Key;

constexpr std::string_view boundary = "--- # library ";

Member* member_of(Node& mapping, std::string_view key) {
    for (Member& each : mapping.members)
        if (each.key.scalar == key) return &each;
    return nullptr;
}

std::string id_of(const Node& thing) {
    const Member* id = thing.kind == Node::Kind::mapping ? member(thing, "id") : nullptr;
    return id != nullptr ? id->value.scalar : std::string();
}

std::vector<std::string> taken_by(const Node& of_case) {
    std::vector<std::string> ids;
    if (const Member* uses = member(of_case, "uses"))
        for (const Node& each : uses->value.elements) ids.push_back(each.scalar);
    return ids;
}

void place(Node& node, int library) {
    node.at.library = library;
    for (Node& each : node.elements) place(each, library);
    for (Member& each : node.members) {
        place(each.key, library);
        place(each.value, library);
    }
}

// Calls visit(list's key, thing) for everything in the lists of a library.
template <class Visit>
void for_each_thing(const Node& library, Visit visit) {
    for (const Member& list : library.members)
        for (const Node& thing : list.value.elements)
            if (!id_of(thing).empty()) visit(list.key, thing);
}

// What the case says goes before what the library says.
void put_beneath(Node& own, const Node& library) {
    for (const Member& each : library.members)
        if (member(own, each.key.scalar) == nullptr) own.members.push_back(each);
}

// The list of the case under this key, begun when there is none.
Node& list_in(Node& of_case, const Node& key) {
    if (Member* own = member_of(of_case, key.scalar)) return own->value;
    Node list;
    list.kind = Node::Kind::sequence;
    list.at = key.at;
    of_case.members.push_back({key, std::move(list)});
    return of_case.members.back().value;
}

void take(Node& of_case, const Node& key, const Node& thing) {
    Node& list = list_in(of_case, key);
    const std::string id = id_of(thing);
    const auto own = std::ranges::find_if(
        list.elements, [&](const Node& each) { return id_of(each) == id; });
    if (own == list.elements.end())
        list.elements.push_back(thing);
    else
        put_beneath(*own, thing);
}

bool holds_any(const Node& library, const std::vector<std::string>& ids) {
    bool any = false;
    for_each_thing(library, [&](const Node&, const Node& thing) {
        any = any || std::ranges::find(ids, id_of(thing)) != ids.end();
    });
    return any;
}

void add_yes(Node& thing, std::string_view key) {
    if (thing.kind != Node::Kind::mapping || member(thing, key) != nullptr) return;
    Member yes;
    yes.key.kind = yes.value.kind = Node::Kind::scalar;
    yes.key.at = yes.value.at = thing.at;
    yes.key.scalar = key;
    yes.value.scalar = "true";
    thing.members.push_back(std::move(yes));
}

}  // namespace

RulesAndLibraries apart(std::string_view text) {
    RulesAndLibraries parts;
    std::string* part = &parts.rules;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end == text.npos ? end : end + 1);
        text.remove_prefix(line.size());
        if (line.substr(0, boundary.size()) == boundary && parts.libraries.size() < limits::libraries) {
            std::string name(line.substr(boundary.size()));
            while (!name.empty() && (name.back() == '\n' || name.back() == '\r')) name.pop_back();
            part = &parts.libraries.emplace_back(LibraryText{std::move(name), {}}).text;
        } else {
            part->append(line);
        }
    }
    return parts;
}

std::string together(const RulesAndLibraries& parts) {
    std::string all = parts.rules;
    for (const LibraryText& library : parts.libraries) {
        if (!all.empty() && all.back() != '\n') all += '\n';
        all.append(boundary).append(library.name).append("\n").append(library.text);
    }
    return all;
}

std::vector<LibraryText> libraries_for(const std::string& scenario_text,
                                       const std::filesystem::path& scenarios_dir) {
    std::vector<Diagnostic> ignored;
    const auto tree = read_tree(scenario_text, "", ignored);
    const auto ids = tree ? taken_by(*tree) : std::vector<std::string>();
    if (ids.empty()) return {};
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator each(scenarios_dir / "libraries", error), end;
         !error && each != end; each.increment(error))
        if (each->path().extension() == ".yaml") files.push_back(each->path());
    std::sort(files.begin(), files.end());
    std::vector<LibraryText> libraries;
    for (const auto& file : files) {
        auto text = bytes_of(file);
        const auto library = text ? read_tree(*text, "", ignored) : std::nullopt;
        if (text && (!library || holds_any(*library, ids)) &&
            libraries.size() < limits::libraries)
            libraries.push_back({"libraries/" + file.filename().string(), std::move(*text)});
    }
    return libraries;
}

void merge_libraries(Node& of_case, const std::vector<LibraryText>& libraries, Findings& findings,
                     std::vector<Diagnostic>& found) {
    const auto ids = taken_by(of_case);
    std::vector<Node> trees;
    std::vector<std::string> names, known;
    for (const LibraryText& each : libraries) {
        names.push_back(each.name);
        auto tree = read_tree(each.text, each.name, found);
        if (!tree) continue;
        place(*tree, static_cast<int>(names.size()));
        for_each_thing(*tree, [&](const Node&, const Node& thing) {
            known.push_back(id_of(thing));
        });
        trees.push_back(std::move(*tree));
    }
    findings.name_libraries(std::move(names));
    const Member* uses = member(of_case, "uses");
    for (std::size_t index = 0; index < ids.size(); ++index) {
        bool taken = false;
        for (const Node& library : trees)
            for_each_thing(library, [&](const Node& key, const Node& thing) {
                if (taken || id_of(thing) != ids[index]) return;
                take(of_case, key, thing);
                taken = true;
            });
        if (taken || !is_id(ids[index])) continue;
        uses = member(of_case, "uses");
        const auto meant = nearest(ids[index], known);
        findings.fail(uses->value.elements[index].at, element("uses", index),
                      {Key::diagnostic_no_such_in_library, {ids[index]}},
                      meant ? std::optional(Sentence{Key::diagnostic_hint_did_you_mean, {*meant}})
                            : std::nullopt);
    }
}

void modernise(Node& of_case) {
    const auto old = std::ranges::find_if(
        of_case.members, [](const Member& each) { return each.key.scalar == "probes"; });
    if (old == of_case.members.end()) return;
    for (Node& probe : old->value.elements) {
        add_yes(probe, "holds");
        add_yes(probe, "scored");
    }
    old->key.scalar = "prompts";
    if (member(of_case, "prompts") == &*old &&
        std::ranges::count_if(of_case.members, [](const Member& each) {
            return each.key.scalar == "prompts";
        }) == 1)
        return;
    // Beside the new key its entries come first.
    Node list = std::move(old->value);
    of_case.members.erase(old);
    Node& own = member_of(of_case, "prompts")->value;
    own.elements.insert(own.elements.begin(), list.elements.begin(), list.elements.end());
}

}  // namespace casustafel::scenario
