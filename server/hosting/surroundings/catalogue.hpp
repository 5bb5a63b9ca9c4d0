#pragma once
// Where the host gets cases from. The program that puts the server together implements it over the
// scenario room, so that hosting need not know files or YAML.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/core/values/scenario.hpp"

namespace casustafel::hosting {

struct CatalogueEntry {
    std::string id;
    core::Text title;
    int roles = 0;
    int minutes = 0;
};

// The exact texts a session plays, stored with its log, and what they say.
struct CaseTexts {
    std::string scenario_file, rules_file;  // for messages only
    std::string scenario_text, rules_text;
    std::shared_ptr<const core::Scenario> scenario;
};

// All may be called on any thread.
class Catalogue {
public:
    virtual ~Catalogue() = default;
    virtual std::vector<CatalogueEntry> list() = 0;
    // The case with this id as it is on disk now; nothing when there is none or it has errors.
    virtual std::optional<CaseTexts> open(const std::string& id) = 0;
    // The case that these texts describe; nothing when they no longer read (an engine that
    // changed).
    virtual std::shared_ptr<const core::Scenario> read(const CaseTexts& texts) = 0;
};

}  // namespace casustafel::hosting
