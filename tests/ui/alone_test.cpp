// What the screens and what they know may not need, so that they can move into a browser: proved on
// the compiled rooms, whose wishes to the outside a linker would have to fulfil.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace {

// The names that these libraries leave open, one a line, as `nm` tells them.
std::string open_names(const std::string& libraries) {
    FILE* const told = ::popen(("nm -u -C " + libraries + " 2>/dev/null").c_str(), "r");
    if (told == nullptr) return {};
    std::string names;
    std::array<char, 4096> part{};
    while (std::fgets(part.data(), part.size(), told) != nullptr) names += part.data();
    ::pclose(told);
    return names;
}

// Lines of `names` that hold one of the words.
std::string with(const std::vector<std::string>& words, const std::string& names) {
    std::string found;
    for (std::size_t from = 0; from < names.size();) {
        const std::size_t end = std::min(names.find('\n', from), names.size());
        const std::string line = names.substr(from, end - from);
        for (const std::string& word : words) {
            if (line.find(word) != std::string::npos) found += line + "\n";
        }
        from = end + 1;
    }
    return found;
}

const std::vector<std::string> outside = {
    "SDL_",         "boost::",         "SSL_",          "pthread_create", "std::thread",
    "std::mutex",   "_filebuf",        "basic_fstream", "basic_ifstream", "basic_ofstream",
    "fopen",        "std::filesystem", "random_device", "_clock::now",    "clock_gettime",
    "gettimeofday", "getenv",          " socket",       " poll",          "usleep"};

TEST(Alone, model_and_screens_need_no_window_network_thread_file_clock_or_chance) {
    for (const char* libraries : {CASUSTAFEL_MODEL_LIBRARY, CASUSTAFEL_UI_LIBRARIES}) {
        const std::string names = open_names(libraries);
        ASSERT_NE(names.find("casustafel::"), std::string::npos)
            << "nm tells nothing: " << libraries;
        EXPECT_EQ(with(outside, names), "") << libraries;
    }
}

TEST(Alone, is_told_apart_from_the_room_that_has_a_window) {
    EXPECT_NE(with(outside, open_names(CASUSTAFEL_PLATFORM_LIBRARY)).find("SDL_"),
              std::string::npos);
}

}  // namespace
