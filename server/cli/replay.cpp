#include "server/cli/replay.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>

#include "client/console/said/screens.hpp"
#include "server/cli/damage_sentence.hpp"
#include "server/cli/exit_codes.hpp"
#include "server/cli/sentences.hpp"
#include "server/cli/stored_session.hpp"
#include "server/cli/trainer_file.hpp"
#include "server/cli/verify.hpp"
#include "server/core/rules/decide.hpp"
#include "server/report/page.hpp"
#include "server/report/summary.hpp"
#include "server/score/score.hpp"
#include "server/view/project.hpp"

namespace casustafel::cli {
namespace {

// What ends a verb that showed what stands: a damaged session is never shown as though it were
// whole.
int shown(const StoredSession& session, text::Language language) {
    if (!session.damage) return done;
    std::cerr << sentence("replay.damaged", language,
                          {called(session), damage_clause(*session.damage, language)})
              << "\n";
    return differs;
}

// The session, or nothing after its sentence was said.
std::optional<StoredSession> read_or_complain(const LookBack& wanted) {
    auto read = read_session(wanted.data, wanted.code, wanted.language);
    if (const auto* not_read = std::get_if<NotRead>(&read)) {
        std::cerr << not_read->sentence << "\n";
        return std::nullopt;
    }
    auto& session = std::get<StoredSession>(read);
    if (session.scenario == nullptr) {
        shown(session, wanted.language);
        return std::nullopt;
    }
    return std::move(session);
}

// "D1 10:15" or "10:15" as milliseconds of the case.
std::optional<std::int64_t> parse_case_time(const std::string& typed) {
    int day = 0, hour = 0, minute = 0;
    char rest = 0;
    const bool with_day =
        std::sscanf(typed.c_str(), "D%d %d:%d%c", &day, &hour, &minute, &rest) == 3;
    if (!with_day) {
        day = 0;
        if (std::sscanf(typed.c_str(), "%d:%d%c", &hour, &minute, &rest) != 2) return std::nullopt;
    }
    if (day < 0 || day > 3650 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return std::nullopt;
    return ((day * 24LL + hour) * 60 + minute) * 60'000;
}

// A view as the client held it after this state.
model::View view_of(const core::State& state, core::Stamp now, const view::Viewer& viewer) {
    v1::ViewPatch patch;
    patch.set_view(view::view_name(viewer));
    patch.set_snapshot(true);
    for (const view::Key& key : view::keys(state, viewer)) {
        if (auto entity = view::project(state, now, viewer, key)) *patch.add_entities() = *entity;
    }
    model::View view;
    view.merge(patch);
    return view;
}

}  // namespace

int verify_session(const LookBack& wanted) {
    auto read = read_session(wanted.data, wanted.code, wanted.language);
    if (const auto* not_read = std::get_if<NotRead>(&read)) {
        std::cerr << not_read->sentence << "\n";
        return refused;
    }
    return verified(std::get<StoredSession>(read), {wanted.language, wanted.json}) ? done : differs;
}

int show_view(const LookBack& wanted, const std::string& at, const std::string& as_role) {
    const auto session = read_or_complain(wanted);
    if (!session) return refused;
    const core::RoleId role{as_role};
    if (!as_role.empty() && core::find(*session->scenario, role) == nullptr) {
        std::cerr << sentence("replay.no_role", wanted.language, {as_role}) << "\n";
        return usage;
    }
    const auto until = at.empty() ? std::optional<std::int64_t>(INT64_MAX) : parse_case_time(at);
    if (!until) {
        std::cerr << sentence("replay.bad_time", wanted.language, {at}) << "\n";
        return usage;
    }
    core::State state = core::initial(*session->scenario);
    core::Stamp now;
    for (const core::Record& record : session->records) {
        if (record.stamp.sim_ms > *until) break;
        core::apply(state, record);
        now = record.stamp;
    }
    const auto viewer = as_role.empty() ? view::trainer_viewer() : view::looking_viewer(role);
    const console::Printer printer(wanted.language, wanted.json);
    console::show_role(printer, view_of(state, now, viewer), as_role);
    return shown(*session, wanted.language);
}

int write_report(const LookBack& wanted, const std::string& file, bool with_names) {
    const auto session = read_or_complain(wanted);
    if (!session) return refused;
    report::PageOptions options;
    options.code = wanted.code;
    options.language = wanted.language;
    if (with_names) {
        for (const auto& [id, name] : session->names) options.names[core::ParticipantId{id}] = name;
        options.trainers = hosting::names_of(trainers_in(wanted.data));
    }
    std::ofstream out(file, std::ios::binary);
    out << report::page(*session->scenario, session->records, options);
    out.close();
    if (!out) {
        std::cerr << sentence("report.not_written", wanted.language, {file}) << "\n";
        return refused;
    }
    std::cout << report::summary(score::score(*session->scenario, session->records),
                                 wanted.language)
              << sentence("report.written", wanted.language, {file}) << std::endl;
    return shown(*session, wanted.language);
}

int export_log(const LookBack& wanted) {
    const auto session = read_or_complain(wanted);
    if (!session) return refused;
    const codec::LogHeader& header = session->header;
    std::cout << "{\"format\":" << header.format
              << ",\"engine_version\":" << console::json_string(header.engine_version)
              << ",\"scenario\":" << console::json_string(session->scenario->id)
              << ",\"scenario_hash\":" << console::json_string(header.scenario_hash)
              << ",\"rules_hash\":" << console::json_string(header.rules_hash)
              << ",\"scenario_file\":" << console::json_string(header.scenario_file)
              << ",\"rules_file\":" << console::json_string(header.rules_file)
              << ",\"created_wall_ms\":" << header.created_wall_ms << "}\n";
    for (const core::Record& record : session->records)
        std::cout << codec::record_as_json(record) << "\n";
    std::cout.flush();
    return shown(*session, wanted.language);
}

}  // namespace casustafel::cli
