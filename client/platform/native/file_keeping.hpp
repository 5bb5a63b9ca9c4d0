#pragma once
// What this program remembers on this machine, as small named files in a folder of its own that
// only its user can read. A claim is a lock on a file, which the system gives back when the program
// falls over.
#include <string>
#include <utility>

#include "client/platform/keeping.hpp"

namespace casustafel::platform {

class FileKeeping final : public Keeping {
public:
    explicit FileKeeping(std::string folder) : folder_(std::move(folder)) {}

    // Gives the folder where programs of this user keep such things, and nothing when there is no
    // such place.
    static std::string usual_folder();

    std::optional<std::string> read(std::string_view name) const override;
    bool write(std::string_view name, std::string_view content) override;
    void forget(std::string_view name) override;
    Claim claim(std::string_view name) const override;
    std::vector<std::string> names(std::string_view beginning) const override;
    void forget_older(std::string_view beginning, int days) override;
    std::string place() const override { return folder_; }

private:
    std::string path_of(std::string_view name) const;

    std::string folder_;  // empty: nothing is kept
};

// Gives the folder in which this person keeps documents, and nothing when there is none to write
// in.
std::string documents_folder();

}  // namespace casustafel::platform
