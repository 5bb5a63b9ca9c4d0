// More than a hundred slips of the pen, each made alone in a copy of the full case: a key misspelt,
// an id that is nowhere, a wrong unit, a text that is missing, a time that cannot be. Each is
// reported at the line where the author made it, or at the line it makes impossible.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "server/scenario/loading/load.hpp"

namespace casustafel::scenario {
namespace {

using std::filesystem::path;
using text::Key;

// In the first line that holds `was`, from the line that is exactly `within` on (leading spaces
// aside; empty: from the first), `was` becomes `is`. The complaint stands in that line, `below`
// lines further when `is` brings more than one, or in the first line from `within` on that holds
// `seen`.
struct Mistake {
    const char* within;
    const char* was;
    const char* is;
    Key key;
    int below = 0;
    const char* seen = "";
};

const Mistake mistakes[] = {
    // The frame of the file.
    {"", "format: 1", "format: 2", Key::diagnostic_number_out_of_range},
    {"", "id: vijf-overleggen", "id: vijf:overleggen", Key::diagnostic_no_id},
    {"", "title: {nl: \"Vijf", "titel: {nl: \"Vijf", Key::diagnostic_unknown_key},
    {"", "title: {nl: \"Vijf overleggen, vier mensen\", ", "title: {",
     Key::diagnostic_missing_dutch},
    {"", "content_notice:", "content_note:", Key::diagnostic_unknown_key},
    {"organisations:", "police, name:", "police, naam:", Key::diagnostic_unknown_key},
    {"organisations:", "id: probation,", "id: police,", Key::diagnostic_duplicate_id},
    {"organisations:", "{nl: Reclassering, ", "{", Key::diagnostic_missing_dutch},
    {"- id: Z", "answer_within: 20m", "answer_within: 20", Key::diagnostic_no_duration},
    {"- id: V", "answer_within: 4h", "answer_within: one day", Key::diagnostic_no_duration},
    {"- id: Z", "{nl: ZSM-tafel, en: ZSM table}", "ZSM-tafel", Key::diagnostic_expected_text},
    {"rounds:", "minutes: 45", "minutes: 45m", Key::diagnostic_number_out_of_range},
    {"rounds:", "from: D0 13:00", "from: D0 12:00", Key::diagnostic_segments_out_of_order},
    {"rounds:", "to: D4 12:00", "to: D4 09:00", Key::diagnostic_segment_ends_early},
    {"rounds:", "from: D14 14:00", "from: 14 14:00", Key::diagnostic_no_time},

    // Roles and people.
    {"- id: OVJ", "organisation: prosecution", "organisation: prosecutor",
     Key::diagnostic_no_such_organisation},
    {"- id: OVJ", "table: Z", "table: X", Key::diagnostic_no_such_table},
    {"- id: OVJ", "gives_authority: true", "gives_autority: true", Key::diagnostic_unknown_key},
    {"- id: OVJ", "gives_authority: true", "gives_authority: maybe", Key::diagnostic_unknown_word},
    {"- id: PRC", "accepts_triage: true", "accepts_triage: yes", Key::diagnostic_unknown_word},
    {"- id: GI", "autopilot: always", "autopilot: sometimes", Key::diagnostic_unknown_word},
    {"- id: GI", "autopilot: always", "from_group_size: 12\n    autopilot: always",
     Key::diagnostic_group_size_of_autopilot},
    {"- id: GGZ", "from_group_size: ", "from_group_size: 9", Key::diagnostic_number_out_of_range},
    {"- id: VT", "misses:", "mises:", Key::diagnostic_unknown_key},
    {"- id: VT", "wants:", "wants: nothing\n      wants:", Key::diagnostic_duplicate_key, 1},
    {"- id: jesse", "age_years: 17", "age_years: seventeen", Key::diagnostic_number_out_of_range},
    {"- id: kaz", "age_years: 21", "age_years: 210", Key::diagnostic_number_out_of_range},
    {"- id: ben", "- id: ben", "- id: ronald", Key::diagnostic_duplicate_id},
    {"- id: jesse", "De oudste zoon.", "Bel 06-12345678.", Key::diagnostic_real_looking},
    {"- id: jesse", "\"De oudste zoon.\"", "De oudste: zoon", Key::diagnostic_second_colon},

    // Items, their needs and ways.
    {"- id: A03", "title: {nl: Twee ingetrokken aangiften, ", "title: {",
     Key::diagnostic_missing_dutch},
    {"- id: A03", ", en: Two withdrawn reports}", "}", Key::diagnostic_missing_english},
    {"- id: A03", "pointer:", "pionter:", Key::diagnostic_unknown_key},
    {"- id: A03", "summary:", "samenvatting:", Key::diagnostic_unknown_key},
    {"- id: A03", "sensitivity: 3", "sensitivity: 4", Key::diagnostic_number_out_of_range},
    {"- id: A03", "sensitivity: 3", "sensitivity: !!int 3", Key::diagnostic_no_tags},
    {"- id: A03", "category: domestic_violence", "category: domestic-violence",
     Key::diagnostic_unknown_word},
    {"- id: A03", "about: [mirjam, ben]", "about: [mirjam, bem]", Key::diagnostic_no_such_person},
    {"- id: A03", "about: [mirjam, ben]", "about: mirjam", Key::diagnostic_expected_list},
    {"- id: A03", "holders: [VT]", "holders: [VTH]", Key::diagnostic_no_such_role},
    {"- id: A03", "holders: [VT]", "holders: []", Key::diagnostic_list_empty},
    {"- id: A03", "holders: [VT]", "holders: &who [VT]", Key::diagnostic_no_aliases},
    {"- id: A03", "status: \"true\"", "status: waar", Key::diagnostic_unknown_word},
    {"- id: A03", "- role: OVJ", "- role: VT", Key::diagnostic_holder_needs_own_item},
    {"- id: A03", "purpose: charging_decision", "purpose: charging", Key::diagnostic_unknown_word},
    {"- id: A03", "decision: Z1", "decision: Z9", Key::diagnostic_no_such_decision},
    {"- id: A03", "min_form: conclusion", "min_form: silent", Key::diagnostic_unknown_word},
    {"- id: A03", "weight: 3", "weight: 5", Key::diagnostic_number_out_of_range},
    {"- id: A03", "to: [OVJ], purposes", "to: [OVC], purposes", Key::diagnostic_no_such_role},
    {"- id: A03", "when: [triage_accepted]", "when: [triage_accept]", Key::diagnostic_unknown_word},
    {"- id: A03", "when: [triage_accepted]", "when: [{kind: age}]", Key::diagnostic_condition_asks},
    {"- id: A03", "to: [WON, JON]", "to: [WON, JON, WON]", Key::diagnostic_named_twice},
    {"- id: A03", "severity: 3", "severity: 9", Key::diagnostic_number_out_of_range},
    {"- id: A03", "onward: no", "onward: never", Key::diagnostic_unknown_word},
    {"- id: A03", "defaults: false", "defaults: off", Key::diagnostic_unknown_word},
    {"- id: A05", "by: D0 14:00", "by: D0 12:00", Key::diagnostic_need_before_available},
    {"- id: A05", "by: D0 14:00", "by: D0 17:45", Key::diagnostic_need_after_decision},
    {"- id: A05", "by: D0 14:00", "by: D0 24:00", Key::diagnostic_no_time},
    {"- id: A05", "by: D0 14:00", "by: D20 14:00", Key::diagnostic_time_outside_case},
    {"- id: A05", "known_to_holder: true", "known_to_holder: 1", Key::diagnostic_unknown_word},
    {"- id: A05", "bases: [WPG16]", "bases: [WPG17]", Key::diagnostic_no_such_basis},
    {"- id: A05", "max_form: source", "max_form: raw", Key::diagnostic_unknown_word},
    {"- id: A05", "from: facts", "from: fact", Key::diagnostic_unknown_word},
    {"- id: A05", "when: [authority_agrees]",
     "when: [{kind: measure, person: jesse, subject: OTS}]", Key::diagnostic_condition_never_holds},
    {"- id: A26a", "max_form: conclusion", "max_form: pointer", Key::diagnostic_need_without_way, 0,
     "- role: OVJ"},
    {"- id: A26", "emerges_from: [A26a, A26b]", "emerges_from: [A26a, A26]",
     Key::diagnostic_emerges_from_itself},
    {"- id: A26", "emerges_from: [A26a, A26b]", "emerges_from: [A26a, A62]",
     Key::diagnostic_no_such_item},
    {"- id: A26", "emerges_from: [A26a, A26b]", "emerges_from: [A26a]",
     Key::diagnostic_emergent_from_one},
    {"- id: A26", "emerges_from:", "holders: [OVJ]\n    emerges_from:",
     Key::diagnostic_emergent_with_holders, 1},
    {"- id: A26", "emerges_from: [A26a, A26b]", "", Key::diagnostic_item_without_holders, 0,
     "- id: A26"},
    {"- id: A18", "refuted_by: [A19]", "refuted_by: [A18]", Key::diagnostic_refutes_itself},

    // Meetings and injects.
    {"- id: O1", "chair: NAZ", "chair: CAS", Key::diagnostic_chair_is_no_member},
    {"- id: O1", "members: [NAZ, DJI, RN-V", "members: [NAZ, DJI, RNV",
     Key::diagnostic_no_such_role},
    {"- id: O1", "known_to: [PRC]", "known_to: [PRO]", Key::diagnostic_no_such_role},
    {"- id: O1", "known_to: [PRC]", "known_to: [DJI]", Key::diagnostic_member_knows_already},
    {"- id: O1", "to: D0 12:00", "to: D0 11:00", Key::diagnostic_segment_ends_early},
    {"- id: O1", "from: D0 11:15", "from: D-1 11:15", Key::diagnostic_no_time},
    {"- id: O1", "purpose: aftercare", "purpose: after_care", Key::diagnostic_unknown_word},
    {"- id: INJ-01", "at: D0 09:40", "at: 09:40", Key::diagnostic_no_time},
    {"- id: INJ-01", "at: D0 09:40", "at: D0 08:40", Key::diagnostic_time_outside_case},
    {"- id: INJ-02", "to: [NAZ]", "to: NAZ", Key::diagnostic_expected_list},
    {"- id: INJ-05", "deals: [A05]", "deals: [A50]", Key::diagnostic_no_such_item},
    {"- id: INJ-05", "deals: [A05]", "deals: [A26]", Key::diagnostic_dealt_to_nobody},
    {"- id: INJ-07", "[mirjam, milan]", "[mirjam, milam]", Key::diagnostic_no_such_person},
    {"- id: INJ-07", "by: -3}", "by: -30}", Key::diagnostic_number_out_of_range},
    {"- id: INJ-07", "track: safety", "track: safty", Key::diagnostic_unknown_word},
    {"- id: INJ-07", "person: ronald, track: perspective", "person: ronald, track: safety",
     Key::diagnostic_no_such_track},
    {"- id: INJ-PLEIN", "by: 2}", "by: 0}", Key::diagnostic_no_change},
    {"- id: INJ-OMA", "person: truus", "person: truss", Key::diagnostic_no_such_person},
    {"- id: INJ-CONV", "covenant: false", "covenant: gone", Key::diagnostic_unknown_word},

    // Decisions.
    {"- id: Z1", "deadline: D0 17:30", "deadline: D0 19:30", Key::diagnostic_time_in_cut},
    {"- id: Z1", "deadline: D0 17:30", "deadline: D15 17:30", Key::diagnostic_time_outside_case},
    {"- id: Z1", "deadline: D0 17:30", "dead_line: D0 17:30", Key::diagnostic_unknown_key},
    {"- id: Z1", "deciders: [OVJ]", "deciders: [OVZ]", Key::diagnostic_no_such_role},
    {"- id: Z1", "deciders: [OVJ]", "deciders: [GI]", Key::diagnostic_decision_of_autopilots},
    {"- id: Z1", "meeting: O4", "meeting: O6", Key::diagnostic_no_such_meeting},
    {"- id: Z1", "{item: A02}", "{items: A02}", Key::diagnostic_unknown_key},
    {"- id: Z1", "{item: A02}", "{item: A02, any: 1}", Key::diagnostic_required_one_or_some},
    {"- id: Z1", "min_form: conclusion", "min_form: 2", Key::diagnostic_unknown_word},
    {"- id: Z1", "{item: A06}", "{item: A27}", Key::diagnostic_required_out_of_reach},
    {"- id: Z1", "{item: A06}", "{item: A23}", Key::diagnostic_required_not_needed},
    {"- id: Z1", "{item: A06}", "{any: 3, of: [A06, A07]}", Key::diagnostic_required_too_many},
    {"- id: VOORG", "A07, A26b]", "A07, A62b]", Key::diagnostic_no_such_item},
    {"- id: VOORG", "must_cite: [A06, A07, A26b]", "must_cite: [A27]",
     Key::diagnostic_must_cite_out_of_reach},
    {"- id: VOORG", "best: true", "best: true\n        prevented_by: [A06]",
     Key::diagnostic_best_option_prevented, 1},
    {"- id: OMSB", "prevented_by: [A02, A05]", "prevented_by: [A02, A55]",
     Key::diagnostic_no_such_item},
    {"- id: OMSB", "after: 30m", "after: 30", Key::diagnostic_no_duration},
    {"- id: OMSB", "after: 30m", "after: 30d", Key::diagnostic_consequence_after_end},
    {"- id: OMSB", "story:", "stroy:", Key::diagnostic_unknown_key},
    {"- id: DAG", "- id: DAG", "- id: OMSB", Key::diagnostic_duplicate_id},
    {"- id: V1", "injects: [INJ-1600]", "injects: [INJ-1700]", Key::diagnostic_no_such_inject},
    {"- id: V-VOORWAARDE", "INJ-1600, not: true", "INJ-1600, niet: true",
     Key::diagnostic_unknown_key},

    // Powers, interventions, tracks and what the clock brings.
    {"powers:", "holders: [OVJ]", "holders: []", Key::diagnostic_list_empty},
    {"powers:", "affected: [RVK-Z, CAS]", "affected: [RVK-Z, CSA]", Key::diagnostic_no_such_role},
    {"- id: SCHULDHULP", "power: schuldhulp", "power: schulden", Key::diagnostic_no_such_power},
    {"- id: SCHULDHULP", "power: schuldhulp", "power: jeugdreclassering",
     Key::diagnostic_intervention_of_autopilots},
    {"- id: SCHORSING", "[OMSB, ", "[Z1-STRAFF, ", Key::diagnostic_no_such_option},
    {"- id: SCHORSING", "must_cite: [A06, A07, A26b]", "must_cite: [A27]",
     Key::diagnostic_must_cite_out_of_reach},
    {"- id: HUISVERBOD", "power: gezinshulp", "power: gezinshelp", Key::diagnostic_no_such_power},
    {"- id: VEILIGE-PLEK", "no_longer_acute", "no_longer_accute", Key::diagnostic_unknown_key},
    {"- id: GROEPSACTIE", "until: D4 12:00", "until: D4 09:00", Key::diagnostic_segment_ends_early},
    {"- id: GROEPSACTIE", "from: D4 10:00", "from: D4", Key::diagnostic_no_time},
    {"", "- {person: ronald, track: perspective, value: 4}",
     "- {person: ronald, track: perspective, value: 14}", Key::diagnostic_number_out_of_range},
    {"", "- {person: milan, track: trust_in_help, value: 5}",
     "- {person: milan, track: safety, value: 5}", Key::diagnostic_track_twice},
    {"- id: PLAN-LOOPT", "at: D4 10:00", "at: D40 10:00", Key::diagnostic_time_outside_case},
    {"- id: PLAN-LOOPT", "kind: planned", "kind: plan", Key::diagnostic_unknown_word},
    {"- id: PLAN-LOOPT", "count: 4", "number: 4", Key::diagnostic_unknown_key},
    {"- id: PLAN-LOOPT", "kind: planned, count: 4", "kind: planned, value: 4",
     Key::diagnostic_check_asks_less},
    {"- id: IN-HET-PORTIEK", "item: A26a, ", "", Key::diagnostic_check_asks},
    {"- id: NET-OP-TIJD", "item: A02, roles: [VT], min_form: summary",
     "item: A05, roles: [VT], min_form: facts", Key::diagnostic_item_never_known},
    {"- id: VRIJ-NAAR-HUIS", "intervention: CONTACTVERBOD", "intervention: CONTACT",
     Key::diagnostic_no_such_intervention},

    // What the case asks, begins and puts to everybody.
    {"- id: INJ-1715", "asks:", "aske:", Key::diagnostic_unknown_key},
    {"- id: INJ-1715", "from: GI", "from: GGZ", Key::diagnostic_ask_of_person},
    {"- id: INJ-1715", "from: GI", "from: G1", Key::diagnostic_no_such_role},
    {"- id: INJ-1715", "to: [OVJ]", "to: [OJV]", Key::diagnostic_no_such_role},
    {"- id: INJ-1715", "to: [OVJ]", "to: [WON]", Key::diagnostic_ask_to_autopilot},
    {"- id: INJ-1715", "person: jesse", "person: jessie", Key::diagnostic_no_such_person},
    {"- id: INJ-1715", "category: supervision", "category: supervisor",
     Key::diagnostic_unknown_word},
    {"- id: INJ-1715", "category: supervision", "category: supervision\n        item: A99",
     Key::diagnostic_no_such_item, 1},
    {"- id: INJ-1715", "author: RVK-Z", "author: OVJ", Key::diagnostic_action_outside_plan},
    {"- id: INJ-1715", "lead: RVK-Z", "lead: RVKZ", Key::diagnostic_no_such_role},
    {"- id: INJ-1715", "items: [A23]", "items: [A27]", Key::diagnostic_action_item_not_held},
    {"- id: INJ-1715", "items: [A23]", "items: [A92]", Key::diagnostic_no_such_item},
    {"- id: MIDDAG", "at: D0 16:30", "at: D0 20:30", Key::diagnostic_time_in_cut},
    {"- id: MIDDAG", "at: D0 16:30", "at: D0 09:00", Key::diagnostic_prompt_at_start},
    {"- id: VRIJDAG", "at: D4 11:30", "at: D0 16:30", Key::diagnostic_prompts_at_one_time},
    {"- id: MIDDAG", "answer_within: 3", "answer_within: 3m", Key::diagnostic_number_out_of_range},
    {"- id: MIDDAG", "answer_within: 3", "answer_in: 3", Key::diagnostic_unknown_key},
    {"- id: MIDDAG", "- id: RISICO", "- id: REGIE", Key::diagnostic_duplicate_id},
    {"- id: MIDDAG", "{id: PRC,", "{id: OVJ,", Key::diagnostic_duplicate_id},
    {"- id: MIDDAG", "{nl: De procesregisseur, ", "{", Key::diagnostic_missing_dutch},
    {"- id: MIDDAG", "director}, right: true}", "director}}", Key::diagnostic_prompt_never_right, 0,
     "- {id: OVJ, text"},
    {"- id: MIDDAG", "predicts: true", "predict: true", Key::diagnostic_unknown_key},
    {"- id: MIDDAG", "[VOORG]}]", "[Z1-SCHORSEN]}]", Key::diagnostic_no_such_option},
    {"- id: MIDDAG", "right_when: [{kind: decision_taken, decision: Z1, not: true}]",
     "right_when: [{kind: decision_taken, not: true}]", Key::diagnostic_check_asks},
    {"- id: MIDDAG", "text: {nl: \"Een verblijf elders",
     "right: true\n            text: {nl: \"Een verblijf elders",
     Key::diagnostic_prompt_right_twice},

    // Plan, swap, consent, endings and the debrief.
    {"", "plan: {table: V", "plan: {table: W", Key::diagnostic_no_such_table},
    {"", "guests: [RVK-Z, RN-Z]", "guests: [RVK-Z, RN-Z, CAS]", Key::diagnostic_guest_at_own_table},
    {"swap:", "after_round: 2", "after_round: 4", Key::diagnostic_swap_after_last_round},
    {"swap:", "other: RN-Z}", "other: OVJ}", Key::diagnostic_swap_role_twice},
    {"swap:", "other: RN-Z}", "other: GI}", Key::diagnostic_swap_of_autopilot},
    {"swap:", "other: RN-Z}", "other: RNZ}", Key::diagnostic_no_such_role},
    {"swap:", "writing: 3", "writing: 3m", Key::diagnostic_number_out_of_range},
    {"consents:", "scope: opvang van Jesse", "scope: opvang van Milan",
     Key::diagnostic_consent_unused, 0, "- person: truus"},
    {"", "measures_start: [{person: jesse, subject: jeugdreclassering}]",
     "measures_start: [{person: jesse, subject: jeugdreclasering}]",
     Key::diagnostic_measure_unused},
    {"consents:", "given: true", "given: ja", Key::diagnostic_unknown_word},
    {"consents:", "after: 20m", "after: 20 min", Key::diagnostic_no_duration},
    {"- id: GEDRAGEN", "[V3-EEN]", "[V3-ENE]", Key::diagnostic_no_such_option},
    {"- id: GEDRAGEN", "track: safety, value: 6", "track: safety", Key::diagnostic_check_asks},
    {"- id: SLECHT", "- {kind: inject_happened, inject: INJ-07}",
     "- {kind: inject_happened, inject: INJ-07, not: true}\n"
     "      - {kind: inject_happened, inject: INJ-07}",
     Key::diagnostic_checks_contradict, 1},
    {"- id: HALF", "good:", "goed:", Key::diagnostic_unknown_key},
    {"- id: HALF", "loss:", "when: [triage_accepted]\n    loss:", Key::diagnostic_last_ending_asks},
    {"questions:", "items: [A02]", "items: [A2]", Key::diagnostic_no_such_item},
    {"questions:", "decisions: [V1]", "decisions: [V7]", Key::diagnostic_no_such_decision},
    {"", "trainer_page:", "trainerpage:", Key::diagnostic_unknown_key},
    {"", "- {person: ronald, subject: toezicht}", "- {person: roland, subject: toezicht}",
     Key::diagnostic_no_such_person},
};

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::string bare(const std::string& line) {
    return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

// The first line from `within` on that holds `part`; nothing when there is none.
std::optional<std::size_t> find_line(const Lines& lines, const std::string& within,
                                     const std::string& part) {
    bool reached = within.empty();
    for (std::size_t at = 0; at < lines.size(); ++at) {
        reached = reached || bare(lines[at]) == within;
        if (reached && lines[at].find(part) != std::string::npos) return at;
    }
    return std::nullopt;
}

const Loaded& case_a() {
    static const path folder = path(CASUSTAFEL_SOURCE_DIR) / "scenarios";
    static const Loaded loaded = load_scenario(folder / "vijf-overleggen.yaml", folder);
    return loaded;
}

std::string all_said(const std::vector<Diagnostic>& diagnostics) {
    std::string said;
    for (const auto& each : diagnostics)
        if (each.message.key != Key::diagnostic_role_with_few_items)
            said += print(each, "", text::Language::en);
    return said;
}

TEST(HundredMistakes, are_more_than_a_hundred_and_no_two_the_same) {
    EXPECT_GE(std::size(mistakes), 100u);
    for (const auto& one : mistakes)
        for (const auto& other : mistakes)
            EXPECT_TRUE(&one == &other || one.within != std::string(other.within) ||
                        one.was != std::string(other.was) || one.is != std::string(other.is))
                << one.is;
}

TEST(HundredMistakes, made_one_at_a_time_are_each_reported_at_their_line) {
    ASSERT_TRUE(case_a().scenario) << all_said(case_a().diagnostics);
    const Lines good = lines_of(case_a().scenario_text);
    for (const auto& mistake : mistakes) {
        const auto at = find_line(good, mistake.within, mistake.was);
        if (!at) {
            ADD_FAILURE() << "the case no longer says " << mistake.was << " in " << mistake.within;
            continue;
        }
        Lines bad = good;
        const std::string was = mistake.was;
        bad[*at].replace(bad[*at].find(was), was.size(), mistake.is);
        bad = lines_of(joined(bad));
        const auto seen = *mistake.seen == '\0'
                              ? *at + static_cast<std::size_t>(mistake.below)
                              : find_line(bad, mistake.within, mistake.seen).value();
        const auto said = parse_scenario(joined(bad), case_a().rules_text).diagnostics;
        const bool reported = std::any_of(said.begin(), said.end(), [&](const Diagnostic& each) {
            return each.message.key == mistake.key && each.at.line == static_cast<int>(seen) + 1;
        });
        const auto errors = std::count_if(said.begin(), said.end(), [](const Diagnostic& each) {
            return each.severity == Severity::error;
        });
        EXPECT_LE(errors, 3) << "one slip, and a page of consequences:\n" << all_said(said);
        EXPECT_TRUE(reported) << mistake.within << ": " << mistake.is << "\nexpected "
                              << text::name(mistake.key) << " on line " << seen + 1 << ", got\n"
                              << all_said(said);
    }
}

}  // namespace
}  // namespace casustafel::scenario
