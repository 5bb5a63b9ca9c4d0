#include "server/cli/program.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "client/command_line/help.hpp"
#include "client/command_line/trainer_key.hpp"
#include "client/command_line/wrong_use.hpp"
#include "client/console/bots.hpp"
#include "client/console/join.hpp"
#include "client/console/trainer.hpp"
#include "server/cli/configuration.hpp"
#include "server/cli/exit_codes.hpp"
#include "server/cli/installed.hpp"
#include "server/cli/rehearse.hpp"
#include "server/cli/replay.hpp"
#include "server/cli/sentences.hpp"
#include "server/cli/serve.hpp"
#include "server/cli/trainers.hpp"
#include "server/cli/upkeep.hpp"
#include "server/cli/verify.hpp"
#include "server/rehearsal/answer_key.hpp"
#include "server/scenario/loading/check.hpp"
#include "server/scenario/loading/load.hpp"
#include "server/scenario/loading/reference.hpp"
#include "server/scenario/loading/schema.hpp"

namespace casustafel::cli {
namespace {

// Every flag of every verb; a verb uses its own.
struct Call {
    Call() { serve.scenarios = upkeep.scenarios = scenarios; }

    std::string language = "nl";
    bool json = false;
    std::string server = "http://127.0.0.1:4000", fingerprint;
    std::string persona = "lawful";
    std::string scenarios = installed_folder("scenarios", "scenarios");
    ServeOptions serve;
    bool show_configuration = false;
    LookBack look_back;
    std::string at, as_role, html;
    bool verify = false, with_names = false;
    Upkeep upkeep;
    console::TrainerOptions trainer;
    std::vector<std::string> trainer_words;
    std::string key_file, key_in_words;  // the second is refused
    TrainerVerb trainers;
    console::JoinOptions join;
    console::BotsOptions bots;
    Rehearsal rehearsal;
    std::vector<std::string> files;
    bool rules_pack = false;

    text::Language words() const {
        return language == "en" ? text::Language::en : text::Language::nl;
    }
    console::Printer printer() const { return {words(), json}; }
};

// The server the flags name; nothing after saying what is wrong with the address.
std::optional<console::ServerChoice> server_choice(const Call& call) {
    auto address = client_net::parse_address(call.server);
    if (const auto* error = std::get_if<client_net::AddressError>(&address)) {
        call.printer().complain("address." + std::string(client_net::name(*error)), {call.server});
        return std::nullopt;
    }
    return console::ServerChoice{std::get<client_net::Address>(address), call.fingerprint};
}

int run_trainer(Call& call) {
    const auto server = server_choice(call);
    if (!server) return usage;
    console::TrainerOptions& options = call.trainer;
    options.server = *server;
    if (!call.key_in_words.empty()) {
        call.printer().complain("console.key_in_words");
        return usage;
    }
    options.key = command_line::trainer_key(call.key_file);
    if (options.key.empty()) {
        call.printer().complain("console.no_key");
        return usage;
    }
    options.verb = call.trainer_words.front();
    // `new` and `list` are about the server; every other verb names a session first.
    const bool about_session =
        options.verb != "new" && options.verb != "list" && options.verb != "scenarios";
    std::size_t next = 1;
    if (about_session && next < call.trainer_words.size())
        options.code = call.trainer_words[next++];
    if (next < call.trainer_words.size()) options.argument = call.trainer_words[next++];
    if (next < call.trainer_words.size()) options.second = call.trainer_words[next];
    if (about_session && options.code.empty()) {
        call.printer().complain("console.which_session", {options.verb});
        return usage;
    }
    return console::run_trainer(options, call.printer());
}

int run_join(Call& call) {
    const auto server = server_choice(call);
    if (!server) return usage;
    call.join.server = *server;
    return console::run_join(call.join, call.printer());
}

// What bots know of a case comes from the files beside them, never from the server.
std::optional<bots::AnswerKey> answer_key_of(const std::string& folder, const std::string& id) {
    for (const scenario::Listed& listed : scenario::list_scenarios(folder)) {
        if (listed.id != id) continue;
        const auto loaded = scenario::load_scenario(listed.file, folder);
        if (loaded.scenario) return rehearsal::answer_key(*loaded.scenario);
    }
    return std::nullopt;
}

int run_bots(Call& call) {
    const auto server = server_choice(call);
    const auto character = bots::character_named(call.persona);
    if (!server || !character) {
        if (!character)
            call.printer().complain("console.no_such_persona",
                                    {call.persona, bots::character_names()});
        return usage;
    }
    call.bots.server = *server;
    call.bots.character = *character;
    const auto keys = [&](const std::string& id) { return answer_key_of(call.scenarios, id); };
    return console::run_bots(call.bots, keys, call.printer());
}

int run_rehearsal(Call& call) {
    const auto character = bots::character_named(call.persona);
    if (!character) {
        call.printer().complain("console.no_such_persona", {call.persona, bots::character_names()});
        return usage;
    }
    call.rehearsal.character = *character;
    call.rehearsal.language = call.words();
    return rehearse(call.rehearsal, call.printer());
}

int run_check(const Call& call) {
    const auto checked = scenario::check({call.files.begin(), call.files.end()}, call.words());
    std::cout << checked.text;
    return checked.exit_code == 0 ? done : refused;
}

int run_replay(Call& call) {
    call.look_back.json = call.json;
    call.look_back.language = call.words();
    return call.verify ? verify_session(call.look_back)
                       : show_view(call.look_back, call.at, call.as_role);
}

void add_server(CLI::App& verb, Call& call) {
    verb.add_option("--server", call.server)->capture_default_str();
    verb.add_option("--fingerprint", call.fingerprint);
}

void add_data(CLI::App& verb, Call& call) {
    verb.add_option("--data", call.look_back.data)->capture_default_str();
}

void add_look_back(CLI::App& verb, Call& call) {
    verb.add_option("code", call.look_back.code)->required();
    add_data(verb, call);
}

// What a build tree and an installed program have at different places is not told as a place.
void add_scenarios(CLI::App& verb, std::string& scenarios) {
    verb.add_option("--scenarios", scenarios);
}

CLI::App& add_serve(CLI::App& app, Call& call, int& code) {
    auto* verb = app.add_subcommand("serve");
    verb->add_option("--listen", call.serve.listen)->capture_default_str();
    verb->add_option("--data", call.serve.data)->capture_default_str();
    verb->add_option("--store", call.serve.store);
    verb->add_option("--web", call.serve.web);
    add_scenarios(*verb, call.serve.scenarios);
    auto* cert = verb->add_option("--tls-cert", call.serve.tls_cert);
    auto* key = verb->add_option("--tls-key", call.serve.tls_key);
    verb->add_option("--trainer-key-file", call.serve.trainer_key_file);
    verb->add_option("--trusted-proxy", call.serve.trusted_proxies)->delimiter(',');
    verb->add_option("--join-address", call.serve.join_address);
    verb->add_flag("--proxy-protocol", call.serve.proxy_protocol);
    verb->add_option("--allow-origin", call.serve.allowed_origins)->delimiter(',');
    verb->add_option("--metrics", call.serve.metrics);
    verb->add_option("--security-contact", call.serve.security_contact)
        ->check([](const std::string& contact) {
            const bool is_one = contact.starts_with("mailto:") || contact.starts_with("https://");
            const bool one_line = contact.find_first_of("\r\n") == std::string::npos;
            return is_one && one_line ? std::string() : std::string("no address");
        });
    verb->add_flag("--log-addresses", call.serve.log_addresses);
    verb->add_flag("--show-configuration", call.show_configuration);
    cert->needs(key);
    key->needs(cert);
    verb->callback([&] {
        call.serve.language = call.words();
        if (!call.show_configuration) code = serve(call.serve);
    });
    return *verb;
}

void add_trainer(CLI::App& app, Call& call, int& code) {
    auto* verb = app.add_subcommand("trainer");
    add_server(*verb, call);
    verb->add_option("--key-file", call.key_file);
    verb->add_option("--key", call.key_in_words);
    verb->add_option("words", call.trainer_words)->required()->expected(1, 4);
    verb->add_option("--speed", call.trainer.speed);
    verb->add_option("--title", call.trainer.title);
    verb->add_option("--text", call.trainer.text);
    verb->add_option("--reason", call.trainer.reason);
    verb->add_option("--html", call.trainer.html);
    verb->add_option("--to", call.trainer.to)->delimiter(',');
    verb->add_option("--name", call.trainer.name);
    verb->add_option("--date", call.trainer.date);
    verb->add_option("--group", call.trainer.group);
    verb->add_option("--notes", call.trainer.notes);
    verb->add_flag("--yes", call.trainer.yes);
    verb->callback([&] { code = run_trainer(call); });
}

void add_players(CLI::App& app, Call& call, int& code) {
    auto* join = app.add_subcommand("join");
    add_server(*join, call);
    join->add_option("--code", call.join.code)->required();
    join->add_option("--name", call.join.name)->required();
    join->add_option("--role", call.join.role);
    join->add_option("--reentry", call.join.reentry_code);
    join->callback([&] { code = run_join(call); });

    auto* bots = app.add_subcommand("bots");
    add_server(*bots, call);
    bots->add_option("--code", call.bots.code)->required();
    bots->add_option("--persona", call.persona)->capture_default_str();
    bots->add_option("--seats", call.bots.seats);
    bots->add_option("--seed", call.bots.seed)->capture_default_str();
    add_scenarios(*bots, call.scenarios);
    bots->callback([&] { code = run_bots(call); });
}

void add_looking_back(CLI::App& app, Call& call, int& code) {
    auto* replay = app.add_subcommand("replay");
    add_look_back(*replay, call);
    replay->add_flag("--verify", call.verify);
    replay->add_option("--at", call.at);
    replay->add_option("--as", call.as_role);
    replay->callback([&] { code = run_replay(call); });

    auto* report = app.add_subcommand("report");
    add_look_back(*report, call);
    report->add_option("--html", call.html)->required();
    report->add_flag("--names", call.with_names);
    report->callback([&] {
        call.look_back.language = call.words();
        code = write_report(call.look_back, call.html, call.with_names);
    });

    auto* verify = app.add_subcommand("verify");
    add_data(*verify, call);
    verify->callback([&] { code = verify_all(call.look_back.data, call.printer()); });

    auto* log = app.add_subcommand("export");
    add_look_back(*log, call);
    log->callback([&] {
        call.look_back.language = call.words();
        code = export_log(call.look_back);
    });
}

void add_upkeep(CLI::App& app, Call& call, int& code) {
    Upkeep& upkeep = call.upkeep;
    const auto add = [&](CLI::App& parent, const char* name,
                         int (*run)(const Upkeep&, const console::Printer&)) {
        auto* verb = parent.add_subcommand(name);
        verb->add_option("--data", upkeep.data)->capture_default_str();
        verb->callback([&call, &code, run] { code = run(call.upkeep, call.printer()); });
        return verb;
    };
    add(app, "backup", back_up)->add_option("--to", upkeep.to)->required();
    add(app, "restore", restore)->add_option("--from", upkeep.from)->required();
    auto* salvage = add(app, "salvage", salvage_session);
    salvage->add_option("code", upkeep.code)->required();
    add_scenarios(*salvage, upkeep.scenarios);
    auto* import = add(app, "import", import_log);
    import->add_option("file", upkeep.file)->required();
    add_scenarios(*import, upkeep.scenarios);
    auto* trainers = app.add_subcommand("trainers");
    trainers->require_subcommand(1);
    const auto of_trainers = [&](const char* name,
                                 int (*run)(const TrainerVerb&, const console::Printer&)) {
        auto* verb = trainers->add_subcommand(name);
        verb->add_option("--data", call.trainers.data)->capture_default_str();
        verb->callback([&call, &code, run] { code = run(call.trainers, call.printer()); });
        return verb;
    };
    auto* added = of_trainers("add", make_trainer);
    added->add_option("name", call.trainers.name)->required();
    added->add_flag("--totp", call.trainers.totp);
    of_trainers("list", list_trainers);
    of_trainers("revoke", revoke_trainer)->add_option("name", call.trainers.name)->required();
    auto* store = app.add_subcommand("store");
    store->require_subcommand(1);
    add(*store, "migrate", migrate)->add_option("--store", upkeep.store)->required();
    auto* key = app.add_subcommand("trainer-key");
    key->require_subcommand(1);
    add(*key, "new", make_trainer_key);
}

std::string trainer_verbs() {
    std::string verbs;
    for (const std::string& name : console::trainer_verbs())
        verbs += (verbs.empty() ? "" : " ") + name;
    return verbs;
}

void add_authoring(CLI::App& app, Call& call, int& code) {
    auto* check = app.add_subcommand("check");
    check->add_option("files", call.files)->required();
    check->callback([&] { code = run_check(call); });
    auto* rehearsal = app.add_subcommand("rehearse");
    rehearsal->add_option("file", call.rehearsal.file)->required();
    rehearsal->add_option("--persona", call.persona)->capture_default_str();
    rehearsal->add_option("--seeds", call.rehearsal.seeds)
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    rehearsal->add_option("--people", call.rehearsal.people)->check(CLI::Range(0, 100));
    rehearsal->callback([&] { code = run_rehearsal(call); });
    auto* schema = app.add_subcommand("schema");
    schema->add_flag("--rules", call.rules_pack);
    schema->callback([&] {
        const auto kind =
            call.rules_pack ? scenario::FileKind::rules : scenario::FileKind::scenario;
        std::cout << scenario::schema(kind, call.words()) << std::endl;
        code = done;
    });
    auto* reference = app.add_subcommand("reference");
    reference->callback([&] {
        std::cout << scenario::reference();
        code = done;
    });
}

}  // namespace

int run(int count, char** words) {
    CLI::App app;
    app.require_subcommand(1);
    app.set_version_flag("--version", CASUSTAFEL_VERSION);
    app.fallthrough();
    Call call;
    int code = done;
    app.add_option("--language", call.language)->check(CLI::IsMember({"nl", "en"}));
    app.add_flag("--json", call.json);
    CLI::App& serve_verb = add_serve(app, call, code);
    add_trainer(app, call, code);
    add_players(app, call, code);
    add_looking_back(app, call, code);
    add_upkeep(app, call, code);
    add_authoring(app, call, code);
    const auto configuration = std::make_shared<Configuration>(app, serve_verb, count, words);
    app.config_formatter(configuration);
    const auto language = command_line::language_in(count, words);
    const auto undescribed = command_line::describe(
        app, "casustafel", language,
        {{"persona", {bots::character_names()}}, {"words", {trainer_verbs()}}});
    for (const std::string& key : undescribed) std::cerr << "no text " << key << "\n";
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);
        const std::string wrong = configuration->wrong(language).value_or(
            command_line::sentence(error.get_name(), error.what(), language));
        console::Printer(language, call.json).complain_in_words("usage", wrong);
        return usage;
    }
    if (call.show_configuration) std::cout << configuration->effective(call.words());
    return code;
}

}  // namespace casustafel::cli
