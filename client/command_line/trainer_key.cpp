#include "client/command_line/trainer_key.hpp"

#include <cstdlib>
#include <fstream>

namespace casustafel::command_line {

std::string trainer_key(const std::string& file) {
    std::string key;
    if (!file.empty()) {
        std::ifstream in(file);
        std::getline(in, key);
        return key;
    }
    const char* in_environment = std::getenv("CASUSTAFEL_TRAINER_KEY");
    return in_environment == nullptr ? std::string() : std::string(in_environment);
}

}  // namespace casustafel::command_line
