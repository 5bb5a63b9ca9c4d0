#pragma once
// Why a command was not accepted. A rejection goes to the one who asked and to nobody else, is not
// recorded, and never depends on anything the asker cannot see. Its sentence is "rejection.<name>".
#include <cstdint>
#include <optional>
#include <string_view>

namespace casustafel::core {

enum class Rejection : std::uint8_t {
    unknown,              // something named does not exist, or the actor cannot see it
    not_your_role,        // the actor does not hold the role it acts for
    role_changed,         // the actor held it, but no longer does
    role_taken,           // somebody else sits there
    role_is_free,         // there is nobody to release
    session_is_full,      // no room for another participant
    trainer_only,         // only a trainer may do this
    participant_only,     // only a participant may do this
    not_started,          // the session has not started
    already_started,      // the session has started
    session_ended,        // the session is over; nothing changes any more
    session_paused,       // acts wait until the trainer resumes
    not_paused,           // there is nothing to resume
    no_roles_taken,       // nobody sits at a table yet
    form_not_held,        // richer than the form the giver holds
    no_recipients,        // nobody to share, ask or write to
    too_many_recipients,  // more addressees than roles
    to_yourself,          // the actor is the only addressee, or is named among those asked
    not_in_meeting,       // the actor is not present in that meeting
    already_in_meeting,   // the actor is present already
    not_asked,            // the request was not put to this role
    already_answered,     // this role answered it
    does_not_match,       // the item or the referral does not fit the request
    empty_text,           // a text that may not be empty is
    text_too_long,        // a typed text above its limit (said by the codec, before decide)
    bad_text,            // a typed text with control characters or broken UTF-8 (said by the codec)
    already_so,          // it is so already: marked, paused, put up, accepted, at that speed
    no_power,            // this role may not do this
    not_put_up,          // the case was not put up for triage
    not_pending,         // the inject or decision is not waiting to take effect
    already_fired,       // the inject was fired before
    role_is_autopilots,  // this role is never played by a person
    too_many_roles,      // one participant holds as many roles as one can
    swap_under_way,      // acts wait until the swap is over
    probe_open,          // acts wait until the questions to everybody are closed
    no_probe,            // no such questions are open
    nothing_answered,    // an answer to at least one question is needed
    no_swap,             // there is no swap, or none at this stage
    nothing_to_swap,     // no pairs named, or a role named twice
    not_heard_by_you,    // the spoken share was not addressed to this role
    not_a_decider,       // another role takes this decision
    already_taken,       // the decision was taken, or is waiting to take effect
    must_cite,           // this option or intervention rests on an item that is not cited
    not_a_ground,        // a gut feeling or what is not held cannot be cited
    too_early,           // not possible before its time
    too_late,            // not possible any more
    already_used,        // the intervention was used before
    no_lead,             // an action needs exactly one lead
    not_the_chair,       // only who chairs the meeting may do this
    not_informed,        // the action was not put to this role
    privacy_officer_busy,  // the questions of this round are used up
    speed_out_of_range,    // outside 100 to 100000 permille
    too_much,              // a count limit of the session is reached
};

std::string_view name(Rejection);
std::optional<Rejection> rejection_named(std::string_view word);

}  // namespace casustafel::core
