#include "server/replay/lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "proto/contract/words.hpp"

namespace casustafel::replay {
namespace {

constexpr std::string_view told_kinds[] = {
    "session",   "role:",    "share:",   "request:", "message:", "notice:",       "decision:",
    "proposal:", "action:",  "meeting:", "swap",     "triage",   "intervention:", "inquiry:",
    "card:",     "spoken:",  "consent:", "prompt:",  "ending",   "authority:",    "weighing:",
    "informed:", "whisper:", "moment:",  "item:",    "handover:"};

std::string form_word(std::uint32_t form) {
    constexpr std::array<std::string_view, 6> words{"silent",  "pointer", "conclusion",
                                                    "summary", "facts",   "source"};
    return "report.form." + std::string(words[std::min<std::size_t>(form, words.size() - 1)]);
}

// Puts one sentence together.
class Saying {
public:
    Saying(const Shown& shown, std::string kind, std::string role, const std::string& key)
        : shown_(shown) {
        line_.kind = std::move(kind);
        line_.role = std::move(role);
        line_.sentence.set_key(key);
    }

    Saying& role(const std::string& id) {
        line_.sentence.add_arguments()->set_role(id);
        return *this;
    }
    template <class Ids>
    Saying& roles(const Ids& ids) {
        v1::RoleIds& to = *line_.sentence.add_arguments()->mutable_roles();
        for (const auto& id : ids) to.add_ids(id);
        return *this;
    }
    Saying& word(const std::string& key) {
        line_.sentence.add_arguments()->set_word(key);
        return *this;
    }
    Saying& named(const v1::Text& title) {
        *line_.sentence.add_arguments()->mutable_named()->mutable_title() = title;
        return *this;
    }
    // By its title as it stands on this screen, else by its code.
    Saying& item(const std::string& id) {
        line_.item = id;
        v1::Named& name = *line_.sentence.add_arguments()->mutable_named();
        name.set_id(id);
        const v1::Entity* found = shown_("item:" + id);
        if (found != nullptr) *name.mutable_title() = found->item().title();
        return *this;
    }
    Saying& person(const std::string& id) {
        const v1::Entity* found = shown_("person:" + id);
        return found ? named(found->person().name()) : code(id);
    }
    Saying& meeting(const std::string& id) {
        line_.meeting = id;
        const v1::Entity* found = shown_("meeting:" + id);
        return found ? named(found->meeting().name()) : code(id);
    }
    Saying& code(const std::string& id) {
        line_.sentence.add_arguments()->mutable_named()->set_id(id);
        return *this;
    }
    Saying& typed(const std::string& words) {
        line_.typed = words;
        return *this;
    }
    Saying& by(std::uint32_t participant) {
        line_.participant = participant;
        return *this;
    }
    operator Line() { return std::move(line_); }

private:
    const Shown& shown_;
    Line line_;
};

// What one change says.
struct Change {
    const Shown& shown;
    std::vector<Line>& told;

    Saying say(std::string kind, std::string role, const std::string& key) const {
        return {shown, std::move(kind), std::move(role), key};
    }
    void add(Line line) const { told.push_back(std::move(line)); }

    void of(const v1::Session* was, const v1::Session& is) const {
        if (was == nullptr) return;
        if (was->phase() != is.phase()) {
            const std::string key = is.phase() == contract::SessionPhase::ended    ? "feed.ended"
                                    : is.phase() == contract::SessionPhase::paused ? "feed.paused"
                                    : was->phase() == contract::SessionPhase::lobby
                                        ? "replay.started"
                                        : "feed.resumed";
            add(say("session", {}, key));
        }
        if (was->round_number() != is.round_number() && is.phase() != contract::SessionPhase::lobby)
            add(say("session", {}, "replay.round").named(is.round()));
        if (!was->declassified() && is.declassified())
            add(say("session", {}, "report.story.case_declassified"));
    }
    void of(const v1::Role* was, const v1::Role& is) const {
        if (was == nullptr ||
            (was->occupant() == is.occupant() && was->autopilot() == is.autopilot() &&
             was->stand_in() == is.stand_in()))
            return;
        const std::string key = is.occupant() != 0 ? "replay.seat"
                                : is.stand_in()    ? "feed.seat_trainer"
                                : is.autopilot()   ? "feed.seat_computer"
                                                   : "feed.seat_nobody";
        add(say("swap", is.id(), key).role(is.id()).by(is.occupant()));
    }
    void of(const v1::Share* was, const v1::Share& is) const {
        if (was != nullptr) return;
        const bool in_meeting = !is.meeting().empty();
        Saying line = say("share", is.giver(),
                          in_meeting ? "report.story.shared_meeting" : "report.story.shared");
        line.role(is.giver()).roles(is.to()).word(form_word(is.form())).item(is.item());
        if (in_meeting) line.meeting(is.meeting());
        add(line.typed(is.text().nl()));
    }
    void of(const v1::Request* was, const v1::Request& is) const {
        if (was == nullptr) {
            const bool by_item = !is.item().empty();
            Saying line = say("question", is.asker(),
                              by_item ? "report.story.asked_item" : "report.story.asked");
            line.role(is.asker()).roles(is.to());
            if (by_item)
                line.item(is.item());
            else
                line.person(is.person()).word("category." + is.category());
            add(line.typed(is.text().empty() ? is.scripted().nl() : is.text()));
        }
        for (int at = was == nullptr ? 0 : was->answers_size(); at < is.answers_size(); ++at)
            answered(is, is.answers(at));
    }
    void answered(const v1::Request& request, const v1::Answer& answer) const {
        if (answer.kind() == contract::AnswerKind::shared) return;  // the share says it
        Saying line = say("question", answer.by(), "report.story." + answer.kind());
        line.role(answer.by()).role(request.asker());
        if (answer.kind() == contract::AnswerKind::refused)
            line.word("refusal_reason." + answer.reason());
        if (answer.kind() == contract::AnswerKind::referred) line.role(answer.referred_to());
        add(line.typed(answer.text()));
    }
    void of(const v1::Message* was, const v1::Message& is) const {
        if (was != nullptr) return;
        Saying line = say("talk", is.sender(),
                          is.meeting().empty() ? "report.story.message" : "replay.wrote");
        line.role(is.sender());
        if (is.meeting().empty())
            line.roles(is.to());
        else
            line.meeting(is.meeting());
        add(line.typed(is.text()));
    }
    void of(const v1::Notice* was, const v1::Notice& is) const {
        if (was != nullptr) return;
        Saying line = say("inject", {}, is.to().empty() ? "replay.inject" : "replay.inject_to");
        line.named(is.title());
        if (!is.to().empty()) line.roles(is.to());
        add(line);
    }
    void of(const v1::Decision* was, const v1::Decision& is) const {
        if (was == nullptr) return;
        const auto option = [&](Saying& line, const std::string& id) {
            for (const v1::DecisionOption& each : is.options())
                if (each.id() == id) return void(line.named(each.title()));
            line.code(id);
        };
        for (int at = was->agreements_size(); at < is.agreements_size(); ++at) {
            Saying line = say("decision", is.agreements(at).by(), "replay.agreed");
            line.role(is.agreements(at).by()).named(is.title());
            option(line, is.agreements(at).option());
            add(line.typed(is.agreements(at).text()));
        }
        const bool taken = !is.taken_by().empty() && was->taken_by() != is.taken_by();
        if (taken) {
            Saying line = say("decision", is.taken_by(),
                              is.option().empty() ? "replay.decided_only" : "replay.decided");
            line.role(is.taken_by()).named(is.title());
            if (!is.option().empty()) option(line, is.option());
            add(line.typed(is.text()));
        }
        if (was->status() != is.status() && is.status() == contract::DecisionStatus::missed)
            add(say("decision", {}, "feed.missed").named(is.title()));
    }
    void of(const v1::Proposal* was, const v1::Proposal& is) const {
        if (was != nullptr) return;
        const v1::Entity* decision = shown("decision:" + is.decision());
        Saying line = say("decision", is.by(), "replay.proposed");
        line.role(is.by());
        if (decision != nullptr)
            line.named(decision->decision().title());
        else
            line.code(is.decision());
        add(line.typed(is.text()));
    }
    void of(const v1::Action* was, const v1::Action& is) const {
        if (was == nullptr)
            add(say("decision", is.author(), "replay.planned")
                    .role(is.author())
                    .role(is.lead())
                    .typed(is.text().empty() ? is.scripted().nl() : is.text()));
        for (const std::string& role : is.confirmed())
            if (was != nullptr &&
                std::ranges::find(was->confirmed(), role) == was->confirmed().end())
                add(say("decision", role, "report.story.action_confirmed")
                        .role(role)
                        .role(is.lead()));
    }
    void of(const v1::Meeting* was, const v1::Meeting& is) const {
        if (was == nullptr) return;
        const auto moved = [&](const auto& from, const auto& to, const std::string& key) {
            for (const std::string& role : to)
                if (std::ranges::find(from, role) == from.end())
                    add(say("meeting", role, key).role(role).meeting(is.id()));
        };
        moved(was->present(), is.present(), "replay.entered");
        moved(is.present(), was->present(), "replay.left");
        if (was->phase() != is.phase() && !is.phase().empty())
            add(say("meeting", is.chair(), "replay.phase")
                    .meeting(is.id())
                    .word("meeting_phase." + is.phase()));
        if (was->convened_by() != is.convened_by() && !is.convened_by().empty())
            add(say("meeting", is.convened_by(), "replay.convened")
                    .role(is.convened_by())
                    .meeting(is.id())
                    .typed(is.convened_reason()));
        if (!was->over() && is.over()) add(say("meeting", {}, "replay.closed").meeting(is.id()));
    }
    void of(const v1::SwapUnderWay* was, const v1::SwapUnderWay& is) const {
        if (was != nullptr && was->stage() == is.stage()) return;
        add(say("swap", {}, "feed.swap_" + is.stage()));
    }
    void of(const v1::Triage* was, const v1::Triage& is) const {
        if (was == nullptr || was->status() == is.status()) return;
        add(say("decision", {},
                is.status() == contract::TriageStatus::accepted ? "feed.triage_accepted"
                                                                : "feed.triage_put_up")
                .typed(is.reason()));
    }
    void of(const v1::Intervention* was, const v1::Intervention& is) const {
        if (was == nullptr || is.used_by().empty() || was->used_at_sim_ms() == is.used_at_sim_ms())
            return;
        add(say("decision", is.used_by(), "replay.used").role(is.used_by()).named(is.title()));
    }
    void of(const v1::Inquiry* was, const v1::Inquiry& is) const {
        if (was == nullptr || was->status() == is.status() ||
            is.status() != contract::InquiryStatus::answered)
            return;
        add(say("question", is.by(), "replay.replied").role(is.by()).named(is.answer()));
    }
    void of(const v1::Card* was, const v1::Card& is) const {
        if (was != nullptr) return;
        const v1::Entity* board = shown("board:" + is.board());
        Saying line = say("decision", is.author(), "replay.card");
        if (board != nullptr)
            line.named(board->board().title());
        else
            line.code(is.board());
        add(line.typed(is.text()));
    }
    void of(const v1::Spoken* was, const v1::Spoken& is) const {
        if (was != nullptr) return;
        add(say("talk", is.giver(), "replay.spoken")
                .role(is.giver())
                .roles(is.to())
                .item(is.item()));
    }
    void of(const v1::Consent* was, const v1::Consent& is) const {
        if (is.status().empty() || (was != nullptr && was->status() == is.status())) return;
        add(say("decision", {}, "replay.consent_" + is.status()).person(is.person()));
    }
    void of(const v1::Prompt* was, const v1::Prompt& is) const {
        if (is.status() != contract::PromptStatus::open ||
            (was != nullptr && was->status() == is.status()))
            return;
        add(say("session", {}, "replay.prompt").named(is.title()));
    }
    void of(const v1::Ending*, const v1::Ending& is) const {
        add(say("session", {}, "replay.ending").named(is.title()));
    }
    void of(const v1::AuthorityQuestion* was, const v1::AuthorityQuestion& is) const {
        if (was != nullptr && was->status() == is.status()) return;
        add(say("question", was == nullptr ? is.by() : std::string(), "replay.authority")
                .role(is.by())
                .item(is.item())
                .role(is.to())
                .word("authority_status." + is.status())
                .typed(was == nullptr ? is.reason() : is.text()));
    }
    void of(const v1::Weighing* was, const v1::Weighing& is) const {
        if (was == nullptr) add(say("share", is.role(), "replay.weighed").item(is.item()));
    }
    void of(const v1::Informed* was, const v1::Informed& is) const {
        if (was == nullptr)
            add(say("talk", is.role(), "replay.informed").person(is.person()).typed(is.text()));
    }
    void of(const v1::WhisperHeard* was, const v1::WhisperHeard& is) const {
        if (was == nullptr) add(say("talk", {}, "replay.whisper").role(is.to()).typed(is.text()));
    }
    void of(const v1::Moment* was, const v1::Moment& is) const {
        if (was == nullptr) add(say("moment", {}, "replay.moment").typed(is.title()));
    }
    // From the case; what a colleague gave is told as the share that brought it.
    void of(const v1::Item* was, const v1::Item& is) const {
        if (was == nullptr && is.received_from().empty() && is.original())
            add(say("inject", {}, "replay.dealt").item(is.id()));
    }
    void of(const v1::HandoverNote* was, const v1::HandoverNote& is) const {
        if (was == nullptr) add(say("swap", is.role(), "replay.handover").role(is.role()));
    }
};

// Which member of an entity a kind is.
template <class Told>
void tell(const Change& change, const v1::Entity* before, const v1::Entity& after,
          bool (v1::Entity::*has)() const, const Told& (v1::Entity::*of)() const) {
    if (!(after.*has)()) return;
    const bool was = before != nullptr && (before->*has)();
    change.of(was ? &(before->*of)() : nullptr, (after.*of)());
}

}  // namespace

bool is_told(std::string_view key) {
    return std::ranges::any_of(told_kinds, [&](std::string_view kind) {
        return kind.ends_with(':') ? key.starts_with(kind) : key == kind;
    });
}

std::vector<Line> lines(const Shown& shown, const v1::Entity* before, const v1::Entity* after) {
    std::vector<Line> told;
    const Change change{shown, told};
    if (after == nullptr) {
        if (before != nullptr && before->has_swap())
            told.push_back(change.say("swap", {}, "feed.swap_over"));
        return told;
    }
#define TELL(field) tell(change, before, *after, &v1::Entity::has_##field, &v1::Entity::field)
    TELL(session), TELL(role), TELL(share), TELL(request), TELL(message), TELL(notice);
    TELL(decision), TELL(proposal), TELL(action), TELL(meeting), TELL(swap), TELL(triage);
    TELL(intervention), TELL(inquiry), TELL(card), TELL(spoken), TELL(consent), TELL(prompt);
    TELL(ending), TELL(authority_question), TELL(weighing), TELL(informed);
    TELL(whisper_heard), TELL(moment), TELL(item), TELL(handover_note);
#undef TELL
    return told;
}

}  // namespace casustafel::replay
