#pragma once
// Where a program gets a trainer's key: a file, or else the environment. Never from the words of the
// call, which everybody on the computer can list.
#include <string>

namespace casustafel::command_line {

// Empty: neither has one.
std::string trainer_key(const std::string& file);

}  // namespace casustafel::command_line
