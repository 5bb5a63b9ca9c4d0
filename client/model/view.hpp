#pragma once
// What one viewer of this client knows: entities by key, merged from patches. It knows no rules:
// what the server sent is what there is. Lists come back in a fixed order, so a screen never jumps.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "casustafel/v1/view.pb.h"

namespace casustafel::model {

// What a patch changed: an entity came, changed or went.
struct Change {
    enum class Kind : std::uint8_t { added, changed, gone };
    std::string view;
    std::string key;
    Kind kind{};
};

class View {
public:
    // Takes a patch of this view; a snapshot first drops everything. Tells what differs from
    // before: a snapshot that brings back an entity as it was is no change.
    // `now_ms`: the caller's clock, from which what the patch says about time left counts.
    std::vector<Change> merge(const v1::ViewPatch& patch, std::int64_t now_ms = 0);

    const std::map<std::string, v1::Entity>& entities() const { return entities_; }
    const v1::Entity* find(const std::string& key) const;
    // The caller's clock when this entity last came; 0: it never did.
    std::int64_t came_ms(const std::string& key) const;

    // nullptr before the first snapshot, or when this viewer may not see it.
    const v1::Session* session() const;
    const v1::Triage* triage() const;
    const v1::Role* role(std::string_view id) const;
    const v1::RoleCard* role_card(std::string_view id) const;
    const v1::Item* item(std::string_view id) const;
    const v1::Person* person(std::string_view id) const;
    const v1::Basis* basis(std::string_view id) const;
    const v1::Meeting* meeting(std::string_view id) const;
    const v1::Request* request(std::uint64_t id) const;
    const v1::Share* share(std::uint64_t id) const;
    const v1::Decision* decision(std::string_view id) const;
    const v1::Intervention* intervention(std::string_view id) const;
    const v1::Power* power(std::string_view id) const;
    const v1::Action* action(std::uint64_t id) const;
    const v1::Spoken* spoken(std::uint64_t id) const;
    const v1::AuthorityQuestion* authority_question(std::uint64_t id) const;
    const v1::HandoverNote* handover_note(std::string_view role) const;
    const v1::Consent* consent(std::string_view person, std::string_view scope) const;
    const v1::Weighing* weighing(std::string_view item) const;
    const v1::Plan* plan() const;
    const v1::SwapUnderWay* swap() const;
    const v1::PrivacyOfficer* privacy_officer() const;
    const v1::Probe* probe(std::string_view id) const;
    // The questions that everybody has to answer now; nullptr when there are none.
    const v1::Probe* open_probe() const;
    const v1::Heard* heard(std::uint64_t id) const;
    // The ending the session had; nullptr while it goes on or when the case has none.
    const v1::Ending* ending() const;

    // In scenario order.
    std::vector<const v1::Table*> tables() const;
    std::vector<const v1::Role*> roles() const;
    std::vector<const v1::Person*> people() const;
    std::vector<const v1::Basis*> bases() const;
    std::vector<const v1::Item*> items() const;
    std::vector<const v1::Meeting*> meetings() const;
    std::vector<const v1::Decision*> decisions() const;
    std::vector<const v1::Power*> powers() const;
    std::vector<const v1::Intervention*> interventions() const;
    std::vector<const v1::ConsentScope*> consent_scopes() const;
    // Oldest first; equal times by id.
    std::vector<const v1::Share*> shares() const;
    std::vector<const v1::Request*> requests() const;
    std::vector<const v1::Message*> messages() const;
    std::vector<const v1::Notice*> notices() const;
    std::vector<const v1::Proposal*> proposals() const;
    std::vector<const v1::Action*> actions() const;
    std::vector<const v1::Spoken*> spoken() const;
    std::vector<const v1::GutFeeling*> gut_feelings() const;
    std::vector<const v1::AuthorityQuestion*> authority_questions() const;
    std::vector<const v1::WhisperHeard*> whispers() const;
    std::vector<const v1::HelpCall*> help_calls() const;
    std::vector<const v1::Moment*> moments() const;
    std::vector<const v1::Heard*> heard() const;
    std::vector<const v1::Correction*> corrections() const;
    std::vector<const v1::Probe*> probes() const;
    // In the order of their keys.
    std::vector<const v1::HandoverNote*> handover_notes() const;
    std::vector<const v1::Consent*> consents() const;
    std::vector<const v1::Informed*> informed() const;
    std::vector<const v1::PrivacyAdvice*> privacy_advice() const;
    std::vector<const v1::TrackGauge*> track_gauges() const;
    std::vector<const v1::InjectControl*> injects() const;
    std::vector<const v1::Participant*> participants() const;
    std::vector<const v1::Holding*> holdings() const;

private:
    std::map<std::string, v1::Entity> entities_;
    std::map<std::string, std::int64_t> came_ms_;
};

// "share:00000000000000ff": the key of a thing made during play.
std::string entity_key(std::string_view kind, std::uint64_t id);

std::string hexadecimal(std::uint64_t id);

// The word in this language; English falls back to Dutch when it was left out.
const std::string& in(const v1::Text& text, bool english);

// What a request or an action says: what somebody typed, else the words of the case.
const std::string& words_of(const v1::Request&, bool english);
const std::string& words_of(const v1::Action&, bool english);

}  // namespace casustafel::model
