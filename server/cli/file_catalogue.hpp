#pragma once
// The host's cases, read from a folder of scenario files. A file is read again when it or a rules
// pack changed, so an author's edit is there at the next session without every question paying for
// reading; sessions that run keep the texts they started with.
#include <filesystem>
#include <map>

#include "server/hosting/catalogue.hpp"

namespace casustafel::cli {

class FileCatalogue : public hosting::Catalogue {
public:
    explicit FileCatalogue(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::vector<hosting::CatalogueEntry> list() override;
    std::optional<hosting::CaseTexts> open(const std::string& id) override;
    std::shared_ptr<const core::Scenario> read(const hosting::CaseTexts& texts) override;

private:
    // Reads what is new or changed and forgets what is gone.
    void refresh();

    struct ReadCase {
        std::filesystem::file_time_type changed;
        std::optional<hosting::CaseTexts> texts;  // nothing: the file has errors
    };

    std::filesystem::path folder_;
    std::filesystem::file_time_type rules_changed_;
    std::map<std::filesystem::path, ReadCase> known_;
};

}  // namespace casustafel::cli
