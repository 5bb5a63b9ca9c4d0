#pragma once
// The list of trainers as a file in the data directory, for its owner only. It is replaced whole,
// so who reads it beside a writer reads the old or the new one.
#include <functional>
#include <string>
#include <vector>

#include "server/hosting/surroundings/trainers.hpp"

namespace casustafel::cli {

std::string trainer_file(const std::string& data);

// What stands there now; nobody when there is no file.
std::vector<hosting::Trainer> trainers_in(const std::string& data);

// Lets `change` work on what stands there, alone, and writes it when it says so; false: the disk
// said no, or `change` did.
bool change_trainers(const std::string& data,
                     const std::function<bool(std::vector<hosting::Trainer>&)>& change);

// For a server: reads again whenever the file is another.
class FileTrainers final : public hosting::TrainerBook {
public:
    explicit FileTrainers(const std::string& data) : data_(data) {}
    const std::vector<hosting::Trainer>& all() override;

private:
    std::string data_, seen_;
    std::vector<hosting::Trainer> trainers_;
};

}  // namespace casustafel::cli
