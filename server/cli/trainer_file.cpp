#include "server/cli/trainer_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "server/cli/ownership.hpp"
#include "server/store/data_directory.hpp"

namespace casustafel::cli {
namespace {

// Tells one state of the file from another: it is only ever replaced.
std::string state_of(const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) return "none";
    return std::to_string(about.st_ino) + " " + std::to_string(about.st_size) + " " +
           std::to_string(about.st_mtim.tv_sec) + "." + std::to_string(about.st_mtim.tv_nsec);
}

bool replace(const std::string& data, const std::string& path, const std::string& bytes) {
    const std::string fresh = path + ".new";
    ::unlink(fresh.c_str());
    if (!store::write_private_file(fresh, bytes)) return false;
    if (std::rename(fresh.c_str(), path.c_str()) != 0) return false;
    store::sync_directory(data);
    return true;
}

}  // namespace

std::string trainer_file(const std::string& data) { return data + "/casustafel.trainers"; }

std::vector<hosting::Trainer> trainers_in(const std::string& data) {
    std::ifstream in(trainer_file(data), std::ios::binary);
    return hosting::read_trainers(std::string{std::istreambuf_iterator<char>(in), {}});
}

bool change_trainers(const std::string& data,
                     const std::function<bool(std::vector<hosting::Trainer>&)>& change) {
    const OwnedLikeItsFolder owned(data);
    const std::string path = trainer_file(data);
    const store::OpenFile alone(
        ::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (alone.descriptor() < 0 || ::flock(alone.descriptor(), LOCK_EX) != 0) return false;
    std::vector<hosting::Trainer> trainers = trainers_in(data);
    return change(trainers) && replace(data, path, hosting::write_trainers(trainers));
}

const std::vector<hosting::Trainer>& FileTrainers::all() {
    std::string now = state_of(trainer_file(data_));
    if (now != seen_) {
        trainers_ = trainers_in(data_);
        seen_ = std::move(now);
    }
    return trainers_;
}

}  // namespace casustafel::cli
