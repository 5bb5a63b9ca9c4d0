#include "server/core/rejection.hpp"

#include "server/core/words.hpp"

namespace casustafel::core {

template <>
struct List<Rejection> {
    using enum Rejection;
    static constexpr Word<Rejection> words[] = {
        {unknown, "unknown"},
        {not_your_role, "not_your_role"},
        {role_changed, "role_changed"},
        {role_taken, "role_taken"},
        {role_is_free, "role_is_free"},
        {session_is_full, "session_is_full"},
        {trainer_only, "trainer_only"},
        {participant_only, "participant_only"},
        {not_started, "not_started"},
        {already_started, "already_started"},
        {session_ended, "session_ended"},
        {session_paused, "session_paused"},
        {not_paused, "not_paused"},
        {no_roles_taken, "no_roles_taken"},
        {form_not_held, "form_not_held"},
        {no_recipients, "no_recipients"},
        {too_many_recipients, "too_many_recipients"},
        {to_yourself, "to_yourself"},
        {not_in_meeting, "not_in_meeting"},
        {already_in_meeting, "already_in_meeting"},
        {not_asked, "not_asked"},
        {already_answered, "already_answered"},
        {does_not_match, "does_not_match"},
        {empty_text, "empty_text"},
        {text_too_long, "text_too_long"},
        {bad_text, "bad_text"},
        {already_so, "already_so"},
        {no_power, "no_power"},
        {not_put_up, "not_put_up"},
        {not_pending, "not_pending"},
        {already_fired, "already_fired"},
        {role_is_autopilots, "role_is_autopilots"},
        {too_many_roles, "too_many_roles"},
        {swap_under_way, "swap_under_way"},
        {probe_open, "probe_open"},
        {no_probe, "no_probe"},
        {nothing_answered, "nothing_answered"},
        {no_swap, "no_swap"},
        {nothing_to_swap, "nothing_to_swap"},
        {not_heard_by_you, "not_heard_by_you"},
        {not_a_decider, "not_a_decider"},
        {already_taken, "already_taken"},
        {must_cite, "must_cite"},
        {not_a_ground, "not_a_ground"},
        {too_early, "too_early"},
        {too_late, "too_late"},
        {already_used, "already_used"},
        {no_lead, "no_lead"},
        {not_the_chair, "not_the_chair"},
        {not_informed, "not_informed"},
        {privacy_officer_busy, "privacy_officer_busy"},
        {speed_out_of_range, "speed_out_of_range"},
        {too_much, "too_much"},
    };
};

std::string_view name(Rejection value) { return word_of(value); }

std::optional<Rejection> rejection_named(std::string_view word) {
    return value_of<Rejection>(word);
}

}  // namespace casustafel::core
