#pragma once
// Upkeep is mostly done by root on a folder that belongs to the user of the service. What root
// makes there would shut that user out; so it is given to the owner of the folder it stands in. For
// anybody else this does nothing.
#include <string>

#include <sys/types.h>

namespace casustafel::cli {

class OwnedLikeItsFolder {
public:
    // Of this directory, or of the folder that it is going to be made in.
    explicit OwnedLikeItsFolder(std::string directory);
    // Gives the directory and what is in it to that owner.
    ~OwnedLikeItsFolder();
    OwnedLikeItsFolder(const OwnedLikeItsFolder&) = delete;
    OwnedLikeItsFolder& operator=(const OwnedLikeItsFolder&) = delete;

private:
    std::string directory_;
    uid_t owner_ = 0;
    gid_t group_ = 0;
};

}  // namespace casustafel::cli
