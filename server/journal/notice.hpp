#pragma once
// Something that whoever runs the server should hear, as a value. The rooms that notice it know
// neither the operator's language nor where lines go. Its arguments hold no code, key, token or
// name of a person; what a stranger typed may be among them.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace casustafel::journal {

enum class Weight : std::uint8_t {
    plain,    // it went as it should
    warning,  // somebody should look at it some day
    error,    // somebody should look at it now
};

struct Notice {
    std::string sentence;  // a text key, "log.wrong_key"
    std::vector<std::string> arguments;
    Weight weight = Weight::plain;
};

// May be called on any thread.
using Tell = std::function<void(const Notice&)>;

}  // namespace casustafel::journal
