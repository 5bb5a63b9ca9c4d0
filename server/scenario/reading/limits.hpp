#pragma once
// What a scenario file or rules pack may weigh. The files come from strangers: whatever is over a
// limit here is refused with a diagnostic, before anything is built from it.
#include <cstddef>

namespace casustafel::scenario::limits {

inline constexpr std::size_t file_bytes = 1'000'000;
inline constexpr std::size_t depth = 12;          // maps and lists inside one another
inline constexpr std::size_t nodes = 50'000;      // values in one file
inline constexpr std::size_t keys = 200;          // in one map
inline constexpr std::size_t diagnostics = 200;   // shown of one case; the rest is counted
inline constexpr std::size_t files_listed = 500;  // cases in one folder

inline constexpr long long id_characters = 32;
inline constexpr long long line_characters = 100;          // names and titles
inline constexpr long long sentence_characters = 400;      // one thought
inline constexpr long long paragraphs_characters = 2'000;  // what may hold new lines
inline constexpr long long page_characters = 10'000;       // what may fill a page

inline constexpr long long organisations = 60;
inline constexpr long long tables = 4;
inline constexpr long long roles = 24;
inline constexpr long long people = 40;
inline constexpr long long items = 120;
inline constexpr long long meetings = 24;
inline constexpr long long injects = 80;
inline constexpr long long decisions = 24;
inline constexpr long long rounds = 12;
inline constexpr long long segments = 12;      // of one round
inline constexpr long long ways = 40;          // needs, grants or red lines of one item
inline constexpr long long checks = 12;        // of one consequence, inject or ending
inline constexpr long long consequences = 24;  // of one cause
inline constexpr long long tracks = 160;
inline constexpr long long decision_types = 60;
inline constexpr long long options = 12;   // of one decision
inline constexpr long long required = 40;  // entries of one decision's required set
inline constexpr long long powers = 60;
inline constexpr long long interventions = 60;
inline constexpr long long intervention_times = 60;
inline constexpr long long replies = 12;       // of one intervention
inline constexpr long long form_fields = 8;    // of one form
inline constexpr long long form_choices = 12;  // of one field
inline constexpr long long consents = 60;
inline constexpr long long endings = 12;
inline constexpr long long questions = 20;
inline constexpr long long pairs = 12;          // of roles that swap
inline constexpr long long swap_minutes = 30;   // real minutes to write, or to read
inline constexpr long long asks = 24;           // of one inject
inline constexpr long long begun_actions = 24;  // of one inject
inline constexpr long long prompts = 40;
inline constexpr long long prompt_questions = 16;
inline constexpr long long fewest_prompt_options = 2;
inline constexpr long long prompt_options = 12;
inline constexpr long long scale_top = 10;        // a scale runs from 0 or more to here
inline constexpr long long taken = 120;           // things that a case takes from libraries
inline constexpr std::size_t libraries = 20;      // files
inline constexpr long long prompt_minutes = 15;  // real minutes to answer
inline constexpr long long expected_actions = 40;
inline constexpr long long indicator_weight = 9;
inline constexpr long long track_top = 10;   // tracks run from 0 to here
inline constexpr long long references = 80;  // ids in one list
inline constexpr long long bases = 80;
inline constexpr long long defaults = 200;
inline constexpr long long days = 400;             // the last day a case may reach
inline constexpr long long segment_minutes = 240;  // real minutes of one segment

}  // namespace casustafel::scenario::limits
