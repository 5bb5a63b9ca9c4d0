#pragma once
// What this program remembers on this machine, as small named files in a folder of its own that
// only its user can read: settings, drafts, the place in an exercise. A write replaces the whole
// file or leaves the old one. On a shared workstation nothing is written and what was there goes.
// Several windows of one user share the folder; a claim says that what goes by a name is one's own.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::platform {

// A name that this window has for itself while this lives; the system gives it back when the
// program falls over.
class Claim {
public:
    Claim() = default;
    ~Claim() { release(); }
    Claim(Claim&& other) noexcept { *this = std::move(other); }
    Claim& operator=(Claim&& other) noexcept {
        std::swap(file_, other.file_);
        return *this;
    }
    void release();
    explicit operator bool() const { return file_ >= 0; }

private:
    friend class Keeping;
    int file_ = -1;
};

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

    // Takes the name for this window; nothing when another window has it.
    Claim claim(std::string_view name) const;
    // The files whose names begin so, the newest first.
    std::vector<std::string> names(std::string_view beginning) const;
    // Removes the files whose names begin so and that nobody wrote for this many days.
    void forget_older(std::string_view beginning, int days);

    const std::string& folder() const { return folder_; }

private:
    std::string path_of(std::string_view name) const;

    std::string folder_;
};

// Gives the folder in which this person keeps documents, and nothing when there is none to write
// in.
std::string documents_folder();

}  // namespace casustafel::platform
