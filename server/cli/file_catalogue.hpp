#pragma once
// The host's cases, read from a folder of scenario files. A file is read again when it or a rules
// pack changed, so an author's edit is there at the next session without every question paying for
// reading; sessions that run keep the texts they started with. What it passes over (a file with
// errors, an id that another file has, a name that does not end in .yaml) it tells the operator,
// once until it changes.
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

#include "assets/text/text.hpp"
#include "server/hosting/surroundings/catalogue.hpp"
#include "server/journal/notice.hpp"

namespace casustafel::cli {

class FileCatalogue : public hosting::Catalogue {
public:
    explicit FileCatalogue(
        std::filesystem::path folder, text::Language language = text::Language::nl,
        journal::Tell tell_operator = [](const journal::Notice&) {})
        : folder_(std::move(folder)),
          language_(language),
          tell_operator_(std::move(tell_operator)) {}

    std::vector<hosting::CatalogueEntry> list() override;
    std::optional<hosting::CaseTexts> open(const std::string& id) override;
    std::shared_ptr<const core::Scenario> read(const hosting::CaseTexts& texts) override;

private:
    std::mutex mutex_;  // over all below
    // The case of these texts, when it stands in the folder; nullptr otherwise.
    std::shared_ptr<const core::Scenario> known_by_text(const hosting::CaseTexts&);
    // Reads what is new or changed and forgets what is gone.
    void refresh();
    // Takes out the cases whose id an earlier one has, and tells what is new among all passed over.
    void pass_over_twins();
    void tell_news(std::vector<journal::Notice> found);

    struct ReadCase {
        std::filesystem::file_time_type changed;
        std::optional<hosting::CaseTexts> texts;     // nothing: the file has errors
        std::optional<journal::Notice> passed_over;  // why nobody is offered it
    };

    std::filesystem::path folder_;
    text::Language language_;
    journal::Tell tell_operator_;
    std::set<std::vector<std::string>> told_;
    std::filesystem::file_time_type rules_changed_;
    std::map<std::filesystem::path, ReadCase> known_;
};

}  // namespace casustafel::cli
