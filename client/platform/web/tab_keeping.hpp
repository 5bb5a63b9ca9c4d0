#pragma once
// What this tab remembers, in the browser's sessionStorage: it goes when the tab is closed. A tab
// that was duplicated takes its copy along, and the server says which of the two has the seat.
#include <string>

#include "client/platform/keeping.hpp"

namespace casustafel::platform {

class TabKeeping final : public Keeping {
public:
    std::optional<std::string> read(std::string_view name) const override;
    bool write(std::string_view name, std::string_view content) override;
    void forget(std::string_view name) override;
    Claim claim(std::string_view name) const override;
    std::vector<std::string> names(std::string_view beginning) const override;
    void forget_older(std::string_view, int) override {}  // a tab does not grow that old
    std::string place() const override { return "browser"; }
};

}  // namespace casustafel::platform
