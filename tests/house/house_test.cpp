// Reads our own sources. What the link lists cannot enforce - system headers, clocks in the core,
// texts that do not exist - is enforced here, each rule with its reason.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "assets/text/text.hpp"

namespace {

namespace fs = std::filesystem;

struct Source {
    std::string path;  // from the root, with slashes
    std::vector<std::string> lines;
};

std::vector<Source> sources_in(const std::vector<std::string>& folders) {
    std::vector<Source> sources;
    const fs::path root = CASUSTAFEL_SOURCE_DIR;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".hpp" && extension != ".cpp") continue;
            Source source{fs::relative(entry.path(), root).generic_string(), {}};
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) source.lines.push_back(line);
            sources.push_back(std::move(source));
        }
    }
    std::sort(sources.begin(), sources.end(),
              [](const Source& left, const Source& right) { return left.path < right.path; });
    return sources;
}

// "path:line: text" of every line that `wrong` finds wrong.
std::string offences(const std::vector<Source>& sources,
                     const std::function<bool(const Source&, const std::string&)>& wrong) {
    std::string out;
    for (const Source& source : sources) {
        for (std::size_t at = 0; at < source.lines.size(); ++at) {
            if (wrong(source, source.lines[at])) {
                out += source.path + ":" + std::to_string(at + 1) + ": " + source.lines[at] + "\n";
            }
        }
    }
    return out;
}

std::string included(const std::string& line) {
    static const std::regex pattern(R"(^\s*#include\s*[<"]([^>"]+)[>"])");
    std::smatch match;
    return std::regex_search(line, match, pattern) ? match[1].str() : std::string();
}

bool in_folder(const Source& source, std::initializer_list<std::string_view> folders) {
    return std::any_of(folders.begin(), folders.end(),
                       [&](std::string_view folder) { return source.path.starts_with(folder); });
}

const std::vector<std::string> everything = {"proto/contract", "server", "client"};

TEST(House, there_is_something_to_read) { EXPECT_GT(sources_in(everything).size(), 100U); }

TEST(House, client_rooms_never_include_server_rooms) {
    EXPECT_EQ("", offences(sources_in({"client"}), [](const Source&, const std::string& line) {
                  return included(line).starts_with("server/");
              }));
}

TEST(House, of_the_server_rooms_only_the_programs_include_client_rooms) {
    EXPECT_EQ("",
              offences(sources_in({"server"}), [](const Source& source, const std::string& line) {
                  return included(line).starts_with("client/") &&
                         !in_folder(source, {"server/rehearsal/", "server/cli/"});
              }));
}

TEST(House, the_core_includes_itself_and_the_standard_library_without_clock_chance_thread_or_file) {
    const std::vector<std::string> forbidden = {"chrono",
                                                "random",
                                                "thread",
                                                "mutex",
                                                "atomic",
                                                "future",
                                                "fstream",
                                                "iostream",
                                                "filesystem",
                                                "ctime",
                                                "unordered_map",
                                                "unordered_set",
                                                "condition_variable"};
    EXPECT_EQ(
        "", offences(sources_in({"server/core"}), [&](const Source&, const std::string& line) {
            const std::string header = included(line);
            if (header.empty() || header.starts_with("server/core/") ||
                header.starts_with("proto/contract/"))
                return false;
            return header.find('/') != std::string::npos || header.find('.') != std::string::npos ||
                   std::find(forbidden.begin(), forbidden.end(), header) != forbidden.end();
        }));
}

TEST(House, the_core_decides_without_floating_point) {
    static const std::regex floating(R"(\b(double|float)\b)");
    EXPECT_EQ("",
              offences(sources_in({"server/core"}), [&](const Source&, const std::string& line) {
                  const std::string code = line.substr(0, line.find("//"));
                  return std::regex_search(code, floating);
              }));
}

struct Fence {
    std::string_view header;  // how the include begins
    std::vector<std::string_view> rooms;
};

TEST(House, each_library_stays_in_its_rooms) {
    const std::vector<Fence> fences = {
        {"yaml-cpp", {"server/scenario/"}},
        {"boost/",
         {"server/net/", "client/net/native/", "server/view/encoded.hpp",
          "server/view/projector.hpp"}},
        {"openssl/", {"server/net/", "client/net/native/"}},
        {"sqlite3", {"server/store/"}},
        {"libpq", {"server/store/"}},
        {"SDL", {"client/platform/native/"}},
        {"emscripten", {"client/platform/web/", "client/net/web/", "client/program/web/"}},
        {"imgui", {"client/ui/", "client/platform/"}},
        {"google/protobuf", {"server/codec/", "server/view/", "client/console/", "client/model/"}},
        {"casustafel/v1/",
         {"server/codec/", "server/view/", "server/handout/", "server/results/", "server/replay/",
          "server/hosting/", "server/rehearsal/", "server/cli/", "client/"}},
        {"sodium", {"server/store/", "server/hosting/"}},
    };
    for (const Fence& fence : fences) {
        EXPECT_EQ("", offences(sources_in(everything),
                               [&](const Source& source, const std::string& line) {
                                   if (!included(line).starts_with(fence.header)) return false;
                                   return std::none_of(fence.rooms.begin(), fence.rooms.end(),
                                                       [&](std::string_view room) {
                                                           return source.path.starts_with(room);
                                                       });
                               }))
            << fence.header;
    }
}

TEST(House, model_bots_and_ui_know_no_thread_file_or_window) {
    const std::vector<std::string> forbidden = {"thread",     "mutex",  "fstream",
                                                "filesystem", "chrono", "condition_variable",
                                                "unistd.h",   "poll.h"};
    EXPECT_EQ("", offences(sources_in({"client/model", "client/bots", "client/ui"}),
                           [&](const Source&, const std::string& line) {
                               const std::string header = included(line);
                               return std::find(forbidden.begin(), forbidden.end(), header) !=
                                      forbidden.end();
                           }));
}

// A literal such as "console.welcome" that looks like a text key is one. (The screens name their
// sentences by constant, which the compiler checks; their literals are names of widgets.)
// A page is compiled with libc++ 14, which has no range algorithms.
TEST(House, what_runs_in_a_browser_uses_only_what_its_library_has) {
    const auto offends = [](const Source& source, const std::string& line) {
        const bool in_a_page = source.path.starts_with("client/") &&
                               !source.path.starts_with("client/console/") &&
                               !source.path.starts_with("client/bots/") &&
                               !source.path.starts_with("client/command_line/") &&
                               source.path.find("/native/") == std::string::npos;
        return in_a_page && (line.find("std::ranges::") != std::string::npos ||
                             line.find("std::views::") != std::string::npos);
    };
    EXPECT_EQ("", offences(sources_in(everything), offends));
}

TEST(House, every_text_key_in_the_sources_exists) {
    static const std::regex key(
        R"re("((?:console|rejection|refusal|hold|close|listen|address|store\.open|replay|report|serve|log)\.[a-z0-9_.]*[a-z0-9_])")re");
    std::string missing;
    for (const Source& source : sources_in(everything)) {
        if (source.path.starts_with("server/codec/")) continue;
        for (const std::string& line : source.lines) {
            if (!included(line).empty()) continue;
            for (std::sregex_iterator found(line.begin(), line.end(), key), end; found != end;
                 ++found) {
                // A key that is put together continues behind the literal.
                const std::string after = found->suffix().str();
                if (after.find('+') < 3 || (*found)[1].str().ends_with("_")) continue;
                if (!casustafel::text::find((*found)[1].str())) {
                    missing += source.path + ": " + (*found)[1].str() + "\n";
                }
            }
        }
    }
    EXPECT_EQ("", missing);
}

// What the sources name of texts: constants, whole keys, and how keys begin that are put together
// ("console.usage_" + verb, word("purpose", id)).
struct NamedTexts {
    std::set<std::string> constants, literals;

    explicit NamedTexts(const std::vector<Source>& sources) {
        static const std::regex constant(R"((?:Key|Say)::(\w+))"),
            literal(R"re("([a-z0-9_.]+)")re");
        for (const Source& source : sources) {
            for (const std::string& line : source.lines) {
                collect(line, constant, constants);
                collect(line, literal, literals);
            }
        }
        // A line of the console names a list of words: "{status:decision_status}".
        static const std::regex list(R"(\{\w+:([a-z_.]+)[|}])");
        for (std::size_t at = 0; at < casustafel::text::count(); ++at)
            collect(std::string(casustafel::text::say(static_cast<casustafel::text::Key>(at),
                                                      casustafel::text::Language::nl)),
                    list, literals);
    }
    bool hold(const std::string& key) const {
        std::string constant = key;
        std::replace(constant.begin(), constant.end(), '.', '_');
        if (constants.contains(constant) || literals.contains(key)) return true;
        for (std::size_t at = 1; at < key.size(); ++at) {
            const bool joint = key[at - 1] == '.' || key[at - 1] == '_';
            if (joint && literals.contains(key.substr(0, at))) return true;
            const std::string family = key.substr(0, at);
            if (key[at] == '.' && (families.contains(family) || literals.contains(family)))
                return true;
        }
        return false;
    }

private:
    static void collect(const std::string& line, const std::regex& pattern,
                        std::set<std::string>& into) {
        for (std::sregex_iterator found(line.begin(), line.end(), pattern), end; found != end;
             ++found)
            into.insert((*found)[1].str());
    }

    // Word lists, each word with a text of its own: of the core, and the glossary.
    const std::set<std::string> families = {"check", "condition", "term"};
};

TEST(House, every_text_is_used) {
    const NamedTexts named(sources_in(everything));
    std::string unused;
    for (std::size_t at = 0; at < casustafel::text::count(); ++at) {
        const std::string key(casustafel::text::name(static_cast<casustafel::text::Key>(at)));
        if (!named.hold(key)) unused += key + "\n";
    }
    EXPECT_EQ("", unused) << "remove it from assets/text/nl.json and en.json";
}

// "{0}" and "{by}", each once.
std::set<std::string> arguments_of(std::string_view sentence) {
    static const std::regex mark("\\{\\w+\\}");
    const std::string text(sentence);
    std::set<std::string> found;
    for (std::sregex_iterator each(text.begin(), text.end(), mark), end; each != end; ++each)
        found.insert(each->str());
    return found;
}

TEST(House, both_languages_use_the_same_arguments) {
    using casustafel::text::Language;
    std::string differing;
    for (std::size_t at = 0; at < casustafel::text::count(); ++at) {
        const auto key = static_cast<casustafel::text::Key>(at);
        if (arguments_of(say(key, Language::nl)) != arguments_of(say(key, Language::en)))
            differing += std::string(casustafel::text::name(key)) + "\n";
    }
    EXPECT_EQ("", differing);
}

TEST(House, headers_open_with_what_they_are_for) {
    std::string silent;
    for (const Source& source : sources_in(everything)) {
        if (!source.path.ends_with(".hpp")) continue;
        const bool speaks = source.lines.size() > 1 && source.lines[0] == "#pragma once" &&
                            source.lines[1].starts_with("//");
        if (!speaks) silent += source.path + "\n";
    }
    EXPECT_EQ("", silent);
}

// A switch over an enum or the cases of a oneof names each, or it is no switch: what is added later
// must not fall through in silence. `default:` stands only over numbers and characters.
TEST(House, no_switch_over_an_enum_or_a_oneof_has_a_default) {
    const std::map<std::string, std::string> over_numbers = {
        {"server/report/html.cpp", "characters"},
        {"server/store/schema.cpp", "codes of SQLite"},
        {"client/bots/persona_sharing.cpp", "the number of a mistake"},
        {"client/platform/native/translate.cpp", "codes of SDL"},
        {"client/platform/native/window.cpp", "codes of SDL"},
        {"client/ui/acts/drafts_file.cpp", "characters"},
        {"client/ui/frame/role_card_page.cpp", "characters"},
        {"client/ui/table/dock.cpp", "the place of a tab"},
        {"client/ui/table/table.cpp", "the place of a tab"},
    };
    static const std::regex label(R"(^\s*default:)");
    EXPECT_EQ("",
              offences(sources_in(everything), [&](const Source& source, const std::string& line) {
                  return std::regex_search(line, label) && !over_numbers.contains(source.path);
              }));
}

// What a message carries as a word of a closed list is compared with a value of that list.
TEST(House, no_word_of_a_closed_list_is_compared_as_a_literal) {
    static const std::regex literal(
        R"re(\b(status|phase|stage|kind|mark|light|as|use|end_reason|onward|reason|purpose|category)\(\) [=!]= "[a-z])re");
    EXPECT_EQ("", offences(sources_in(everything), [&](const Source&, const std::string& line) {
                  return std::regex_search(line, literal);
              }));
}

// The limit of a text that is sent stands beside its field in the contract and nowhere else; a
// small number bounds what one searches for and does not send.
TEST(House, no_limit_of_the_contract_is_repeated_as_a_number) {
    static const std::regex number(R"((\.limit = [0-9']{3,}|\b\w*characters = [0-9']{3,}))");
    EXPECT_EQ("",
              offences(sources_in(everything), [&](const Source& source, const std::string& line) {
                  const bool own = in_folder(
                      source, {"server/scenario/reading/limits.hpp", "client/ui/paint/fonts.cpp"});
                  return !own && std::regex_search(line, number);
              }));
}

TEST(House, tests_do_not_wait_by_sleeping) {
    static const std::regex sleeping(R"(sleep_for|sleep_until|usleep\(|SDL_Delay)");
    EXPECT_EQ("",
              offences(sources_in({"tests"}), [&](const Source& source, const std::string& line) {
                  return !in_folder(source, {"tests/house/"}) && std::regex_search(line, sleeping);
              }));
}

// What is held for all together is divided: a limit that play can reach is stated by the command
// that reaches it, so that the host can keep one participant to its part (families/dispatch.hpp).
TEST(House, a_limit_that_a_participant_can_reach_is_divided_by_its_command) {
    const std::set<std::string> of_trainers_or_entering = {
        "whispers",     "moments",           "improvised_injects", "swaps",
        "participants", "participants_ever", "observers",          "observers_ever"};
    const auto families = sources_in({"server/core/families"});
    static const std::regex reached(R"(>= *(?:static_cast<int>\()?limits::(\w+))");
    std::string undivided;
    for (const Source& source : sources_in({"server/core/rules"})) {
        for (const std::string& line : source.lines) {
            std::smatch match;
            if (!std::regex_search(line, match, reached)) continue;
            const std::string limit = match[1].str();
            const bool stated =
                !offences(families, [&](const Source&, const std::string& said) {
                     return said.find("holds{limits::" + limit + "}") != std::string::npos;
                 }).empty();
            const bool of_one = limit.ends_with("_of_one_participant");  // divided as it is
            if (!stated && !of_one && !of_trainers_or_entering.contains(limit))
                undivided += source.path + ": limits::" + limit + "\n";
        }
    }
    EXPECT_EQ(undivided, "");
}

}  // namespace
