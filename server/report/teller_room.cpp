// The story of prompts, of what was heard aloud, of who looked on, of meetings that end, and of
// the trainer's corrections.
#include "server/report/pieces.hpp"
#include "server/telling/acts.hpp"

namespace casustafel::report {

using text::Key;

namespace {

struct InTheRoom : Telling {
    void on(const core::PromptJudged& event) const {
        const Html question = wording().question(event.prompt, event.question);
        if (event.right.empty()) return say(Key::report_story_prompt_none_right, {question});
        say(Key::report_story_prompt_judged,
            {question, wording().answers(event.prompt, event.question, event.right)});
    }
    // What the giver recorded is told as the share that follows.
    void on(const core::HeardAnswered& event) const {
        const auto noted = before().heard.find(event.heard);
        if (noted == before().heard.end()) return;
        const bool denied = event.spoken == core::EntityId::none;
        say(denied ? Key::report_story_heard_denied : Key::report_story_heard_recorded,
            noted->second.event);
    }
    void on(const core::ObserverAdmitted& event) const {
        say(!event.role.empty()    ? Key::report_story_observer_admitted_to_role
            : !event.table.empty() ? Key::report_story_observer_admitted_to_table
                                   : Key::report_story_observer_admitted,
            event);
    }
    void on(const core::MeetingClosed& event) const {
        say(event.into.empty() ? Key::report_story_meeting_closed
                               : Key::report_story_meeting_went_on,
            event);
    }
    void on(const core::ScoreCorrected& event) const {
        say(event.leave_out ? Key::report_story_corrected : Key::report_story_counts_again,
            {wording().say(telling::about(about(event.target)))});
        add(wording().quoted(event.reason));
    }

private:
    template <class Made>
    static const Made* made(const std::map<core::EntityId, Made>& all, core::EntityId id) {
        const auto found = all.find(id);
        return found == all.end() ? nullptr : &found->second;
    }
    // What a correction is about, as it is at that moment.
    score::Correction about(const core::CorrectionTarget& target) const {
        using enum core::CorrectionKind;
        score::Correction told{.target = target};
        if (const auto* sent = made(before().shares, target.made); target.kind == share && sent) {
            const core::ItemShared& shared = sent->event;
            told.by = shared.giver, told.to = shared.to, told.item = shared.item;
            told.form = shared.form;
        }
        if (const auto* made_then = made(before().requests, target.made);
            target.kind == request && made_then) {
            const core::RequestMade& asked = made_then->event;
            told.by = asked.asker, told.to = asked.to;
            told.item = asked.item, told.person = asked.person;
        }
        if (const auto* planned = made(before().plan, target.made);
            target.kind == action && planned) {
            told.by = planned->author;
            told.to = {planned->terms.lead};
        }
        return told;
    }
};

}  // namespace

bool tells_room(Course& course, const core::Event& event) {
    return tells<InTheRoom>(course, event);
}

}  // namespace casustafel::report
