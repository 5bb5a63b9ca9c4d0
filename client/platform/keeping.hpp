#pragma once
// What this program remembers on this machine, as small named files in a folder of its own that
// only its user can read: settings, drafts, the place in an exercise. A write replaces the whole
// file or leaves the old one. On a shared workstation nothing is written and what was there goes.
#include <optional>
#include <string>
#include <string_view>

namespace casustafel::platform {

class Keeping {
public:
    // With an empty folder it remembers nothing.
    explicit Keeping(std::string folder) : folder_(std::move(folder)) {}

    // Gives the folder where programs of this user keep such things, and nothing when there is no
    // such place.
    static std::string usual_folder();

    // Reads a file, and gives nothing when it is not there or is larger than anything written here.
    std::optional<std::string> read(std::string_view name) const;
    bool write(std::string_view name, std::string_view content);
    void forget(std::string_view name);

    const std::string& folder() const { return folder_; }

private:
    std::string path_of(std::string_view name) const;

    std::string folder_;
};

// Gives the folder in which this person keeps documents, and nothing when there is none to write
// in.
std::string documents_folder();

}  // namespace casustafel::platform
