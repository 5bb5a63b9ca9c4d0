#pragma once
// What the console says: sentences in the user's language, or with --json one object a line. Either
// way a line is out as soon as it is said.
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "assets/text/text.hpp"
#include "casustafel/v1/view.pb.h"

namespace casustafel::console {

class Printer {
public:
    Printer(text::Language language, bool json) : language_(language), json_(json) {}

    bool json() const { return json_; }
    text::Language language() const { return language_; }
    bool english() const { return language_ == text::Language::en; }

    // Around each thing that is said: what makes room for it, and what comes below it again.
    void surround(std::function<void()> before, std::function<void()> after) {
        before_ = std::move(before);
        after_ = std::move(after);
    }

    // The sentence with this key; the key itself when there is none.
    std::string words(const std::string& key, const std::vector<std::string>& arguments = {}) const;

    // A sentence on stdout; nothing with --json.
    void say(const std::string& key, const std::vector<std::string>& arguments = {}) const;
    void say_plain(const std::string& line) const;
    // An object on stdout, only with --json; each value is already JSON.
    void object(const std::vector<std::pair<std::string, std::string>>& fields) const;
    // A refusal or failure: a sentence on stderr, or {"error": key, "message": sentence}.
    void complain(const std::string& key, const std::vector<std::string>& arguments = {}) const;
    void complain_in_words(const std::string& key, const std::string& sentence) const;

private:
    text::Language language_;
    bool json_;
    std::function<void()> before_ = [] {}, after_ = [] {};
};

// A text as a JSON string, quotes included.
std::string json_string(const std::string& text);
// Any message of the contract as JSON.
std::string json_of(const google::protobuf::Message& message);

// "D0 10:15": a case time as scenario files write it.
std::string case_time(std::int64_t sim_ms);

}  // namespace casustafel::console
