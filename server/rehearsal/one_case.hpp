#pragma once
// A catalogue of one case that is already read: for sessions that run inside one process and end
// with it.
#include "server/hosting/surroundings/catalogue.hpp"

namespace casustafel::rehearsal {

class OneCase : public hosting::Catalogue {
public:
    explicit OneCase(hosting::CaseTexts texts) : texts_(std::move(texts)) {}

    std::vector<hosting::CatalogueEntry> list() override;
    std::optional<hosting::CaseTexts> open(const std::string& id) override;
    std::shared_ptr<const core::Scenario> read(const hosting::CaseTexts& texts) override;

private:
    hosting::CaseTexts texts_;
};

// A case that was built and not read; its texts only stand for it.
hosting::CaseTexts unwritten_case(core::Scenario);

}  // namespace casustafel::rehearsal
