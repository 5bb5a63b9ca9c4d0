#pragma once
// The host's cases, read from a folder of scenario files. Every question reads the folder anew, so an
// author's edit is there at the next session; sessions that run keep the texts they started with.
#include <filesystem>

#include "server/hosting/catalogue.hpp"

namespace casustafel::cli {

class FileCatalogue : public hosting::Catalogue {
public:
    explicit FileCatalogue(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::vector<hosting::CatalogueEntry> list() override;
    std::optional<hosting::CaseTexts> open(const std::string& id) override;
    std::shared_ptr<const core::Scenario> read(const hosting::CaseTexts& texts) override;

private:
    std::filesystem::path folder_;
};

}  // namespace casustafel::cli
