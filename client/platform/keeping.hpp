#pragma once
// A place that holds small named texts from one run to the next: settings, drafts, the way back to
// an exercise. Several windows of one user may share it; a claim says that what goes by a name is
// one's own. The native one is a folder; a browser has one for each tab.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casustafel::platform {

// A name that this window has for itself while this lives; empty: another has it.
using Claim = std::shared_ptr<const void>;

class Keeping {
public:
    virtual ~Keeping() = default;

    // Nothing: there is no such text, or it is larger than anything written here.
    virtual std::optional<std::string> read(std::string_view name) const = 0;
    // Replaces the whole text or leaves the old one and gives false.
    virtual bool write(std::string_view name, std::string_view content) = 0;
    virtual void forget(std::string_view name) = 0;
    virtual Claim claim(std::string_view name) const = 0;
    // The names that begin so, the newest first.
    virtual std::vector<std::string> names(std::string_view beginning) const = 0;
    // Forgets what has a name that begins so and was not written for this many days.
    virtual void forget_older(std::string_view beginning, int days) = 0;
    // How a person would call the place; empty: it keeps nothing, and is not expected to.
    virtual std::string place() const = 0;
};

// Remembers nothing.
class NoKeeping final : public Keeping {
public:
    std::optional<std::string> read(std::string_view) const override { return std::nullopt; }
    bool write(std::string_view, std::string_view) override { return false; }
    void forget(std::string_view) override {}
    Claim claim(std::string_view) const override { return {}; }
    std::vector<std::string> names(std::string_view) const override { return {}; }
    void forget_older(std::string_view, int) override {}
    std::string place() const override { return {}; }
};

}  // namespace casustafel::platform
