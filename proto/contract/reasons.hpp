#pragma once
// Why somebody did not get what was asked for: the reasons that travel, each with its one spelling.
#include <cstdint>
#include <optional>

#include "proto/contract/word.hpp"

namespace casustafel::contract {

// Why a command was not accepted. A rejection goes to the one who asked and to nobody else, is not
// recorded, and never depends on anything the asker cannot see. Its sentence is "rejection.<name>".
CLOSED_LIST(Rejection,
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
            bad_text,    // a typed text with control characters or broken UTF-8 (said by the codec)
            already_so,  // it is so already: marked, paused, put up, accepted, at that speed
            no_power,    // this role may not do this
            not_put_up,  // the case was not put up for triage
            not_pending,           // the inject or decision is not waiting to take effect
            already_fired,         // the inject was fired before
            role_is_autopilots,    // this role is never played by a person
            too_many_roles,        // one participant holds as many roles as one can
            swap_under_way,        // acts wait until the swap is over
            probe_open,            // acts wait until the questions to everybody are closed
            no_probe,              // no such questions are open
            nothing_answered,      // an answer to at least one question is needed
            no_swap,               // there is no swap, or none at this stage
            nothing_to_swap,       // no pairs named, or a role named twice
            not_heard_by_you,      // the spoken share was not addressed to this role
            not_a_decider,         // another role takes this decision
            already_taken,         // the decision was taken, or is waiting to take effect
            must_cite,             // this option or intervention rests on an item that is not cited
            not_a_ground,          // a gut feeling or what is not held cannot be cited
            too_early,             // not possible before its time
            too_late,              // not possible any more
            already_used,          // the intervention was used before
            no_lead,               // an action needs exactly one lead
            not_the_chair,         // only who chairs the meeting may do this
            not_informed,          // the action was not put to this role
            privacy_officer_busy,  // the questions of this round are used up
            speed_out_of_range,    // outside 100 to 100000 permille
            too_much,              // a count limit of the session is reached
            share_used_up,         // this participant brought as much as one may
            only_seated,           // this is for who sits at a table
            too_soon,              // asked again before its pause was over
            seat_is_given          // in a running case the trainer gives the seats; it was asked for
);

// Why a request that is no command was refused. Its sentence is "refusal.<name>". A Join is also
// refused with the name of a rejection.
CLOSED_LIST(Refusal,
            wrong_code,            // no session has this code
            wrong_key,             // not the trainer's key
            wrong_token,           // not the key of anybody in this session
            no_longer_here,        // left, or was away too long without a seat; may join anew
            wrong_reentry_code,    // no such code, or it was used before
            too_many_wrong_codes,  // this address was wrong too often: not looked up for a while
            bad_name,              // empty, too long or of several lines
            bad_request,           // what a program made is too long
            session_is_full,       // no room for another connection
            door_closed,           // the trainer lets nobody new in
            already_joined,        // this connection is a participant already
            too_often,             // came back again and again; a while later it may
            session_ended,         // the session is over
            session_held,          // asked again when the hold is over
            not_attached,          // this connection is in no session
            trainer_only,          // only a trainer may ask this
            observer,              // a screen that looks on may not act
            unknown_scenario,      // no case has this id
            unknown_participant,   // nobody has this number, or not any more
            too_many_sessions,     // the server has no room for another session
            too_many_waiting,      // too many acts wait for an answer
            results_too_large,     // the results do not fit in one message
            storage,               // the server cannot write
            unknown                // anything else
);

// Why a session takes no command for now. Its sentence is "hold.<name>".
CLOSED_LIST(HoldReason,
            storage,    // the disk is full or broken
            recovering  // waiting for people to come back after a restart
);

// Why a connection ended. Up to `sent_away` the server says so, with the close code 4000 and the place
// in this list; the rest is what a client finds by itself. Its sentence is "close.<name>".
CLOSED_LIST(CloseReason,
            malformed,            // bytes that are no frame of the contract, or frames out of order
            too_large,            // a message above the limit
            too_fast,             // more messages than the rate allows
            too_slow,             // the outgoing queue of this connection is full
            wrong_version,        // client and server speak no common protocol version
            superseded,           // the same person opened a newer connection
            wrong_code,           // too many wrong codes, keys or tokens on this connection
            too_many,             // the server or the session has no room for another connection
            going_away,           // the server is stopping
            reused_command,       // a command id came twice with different content
            silent,               // no sign of life for too long
            sent_away,            // the trainer took this participant out of the session
            lost,                 // the line broke, or nothing was heard for too long
            unreachable,          // nobody listens there, or the network does not lead there
            name_not_found,       // the host name means nothing
            not_our_server,       // something answers that is no Casustafel server
            certificate_refused,  // the server did not prove who it is
            closed_here           // this side closed it
);

inline constexpr std::uint16_t first_close_code = 4000;

constexpr std::uint16_t close_code(CloseReason reason) {
    return static_cast<std::uint16_t>(first_close_code + static_cast<std::uint16_t>(reason));
}

// The reason that the server gave with this code; nothing for a code that is none of its own.
constexpr std::optional<CloseReason> reason_of_close_code(std::uint16_t code) {
    if (code < first_close_code || code > close_code(CloseReason::sent_away)) return std::nullopt;
    return static_cast<CloseReason>(code - first_close_code);
}

}  // namespace casustafel::contract
