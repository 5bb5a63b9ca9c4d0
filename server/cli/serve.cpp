#include "server/cli/serve.hpp"

#include <csignal>
#include <filesystem>
#include <iostream>

#include "server/cli/chosen_store.hpp"
#include "server/cli/damage_sentence.hpp"
#include "server/cli/exit_codes.hpp"
#include "server/cli/file_catalogue.hpp"
#include "server/cli/service_manager.hpp"
#include "server/cli/trainer_file.hpp"
#include "server/cli/web_folder.hpp"
#include "server/codec/quiet.hpp"
#include "server/hosting/host.hpp"
#include "server/hosting/surroundings/join_link.hpp"
#include "server/journal/journal.hpp"
#include "server/net/doors/metrics_door.hpp"
#include "server/net/server.hpp"
#include "server/net/work_threads.hpp"
#include "server/store/data_directory.hpp"
#include "server/store/postgres_store.hpp"

namespace casustafel::cli {
namespace {

// Why it does not start.
void complain(const ServeOptions& options, const std::string& key,
              std::vector<std::string> arguments) {
    std::cerr << sentence(key, options.language, arguments) << "\n";
}

bool is_in_use(store::OpenProblem problem) {
    return problem == store::OpenProblem::in_use || problem == store::OpenProblem::database_in_use;
}

int complain_about_listening(const ServeOptions& options, const net::StartError& error) {
    complain(options, "listen." + std::string(net::name(error.failure)),
             {error.where, error.detail});
    return refused;
}

// What is damaged is named and stays closed; the rest is served.
void tell_of_damage(journal::Journal& journal, const ServeOptions& options,
                    const hosting::Opening& opening) {
    const auto say = [&](const char* key, std::vector<std::string> arguments) {
        journal.say({key, std::move(arguments), journal::Weight::error});
    };
    for (const store::Damage& damage : opening.of_server)
        say("verify.directory_damaged", {damage_clause(damage, options.language)});
    for (const hosting::DamagedSession& session : opening.damaged)
        // By its id, which `verify` and `salvage` know too: a code in a log lets people in.
        say(session.saved_as.empty() ? "serve.damaged" : "serve.damaged_and_saved",
            {session.id, damage_clause(session.damage, options.language)});
    if (opening.keyless) say("serve.keyless", {options.data});
}

void say_line(const std::string& line) { std::cout << line << std::endl; }

// Shown once: on stdout, or in a file that only its owner reads, where no journal keeps it.
void show_trainer_key(journal::Journal& journal, const ServeOptions& options,
                      const std::string& key) {
    if (key.empty()) return;
    const std::string& file = options.trainer_key_file;
    if (!file.empty() && store::write_private_file(file, key + "\n"))
        return say_line("trainer-key-file " + file);
    if (!file.empty()) journal.say({"serve.key_file", {file}, journal::Weight::warning});
    say_line("trainer-key " + key);
}

// Keys and what is typed travel readable without TLS; a proxy in front may add it.
void warn_without_tls(journal::Journal& journal, const ServeOptions& options,
                      const net::ListenAddress& where) {
    const bool beyond = where.address != "127.0.0.1" && where.address != "::1";
    if (beyond && options.tls_cert.empty() && options.trusted_proxies.empty())
        journal.say({"serve.no_tls", {options.listen}, journal::Weight::warning});
}

// What surrounds the server is asked on its loop as well: it is two system calls.
net::MetricsDoor::Ask figures_of(net::Server& server, const std::string& data) {
    return [&server, data](const std::function<void(const net::Figures&)>& answer) {
        server.executor()([&server, data, answer] {
            net::Figures figures = server.figures();
            std::error_code error;
            const auto space = std::filesystem::space(data, error);
            if (!error) figures.data_free_bytes = space.available;
            answer(figures);
        });
    };
}

using Door = std::unique_ptr<net::MetricsDoor>;

// Nothing when none is wanted.
std::variant<Door, net::StartError> open_metrics(const ServeOptions& options, net::Server& server) {
    if (options.metrics.empty()) return Door();
    return net::MetricsDoor::open(options.metrics, figures_of(server, options.data));
}

void tell_of_metrics(journal::Journal& journal, const ServeOptions& options, const Door& door) {
    if (!door) return;
    say_line("metrics " + door->url());
    if (!door->is_of_this_machine_only())
        journal.say({"serve.metrics_beyond", {options.metrics}, journal::Weight::warning});
}

void stay_in_touch_with_service_manager(net::Server& server) {
    server.when_stopping([] { tell_service_manager("STOPPING=1"); });
    if (const auto interval_ms = watchdog_every_ms())
        server.every(*interval_ms, [] { tell_service_manager("WATCHDOG=1"); });
    tell_service_manager("READY=1");
}

}  // namespace

int serve(const ServeOptions& options) {
    journal::Journal journal(
        options.language, journal::to_stderr(), {},
        options.log_addresses ? journal::Addresses::shown : journal::Addresses::hidden);
    codec::keep_the_library_quiet();
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes is a full disk, not the end
    std::signal(SIGPIPE, SIG_IGN);  // nor is it when nobody reads what is printed any more
    std::signal(SIGHUP, SIG_IGN);   // or the terminal is closed
    const auto where = net::parse_listen(options.listen);
    if (!where) {
        complain(options, "listen.bad_address", {options.listen, ""});
        return usage;
    }
    if (!options.join_address.empty() && hosting::join_link(options.join_address, "").empty()) {
        complain(options, "listen.bad_join_address", {options.join_address});
        return usage;
    }
    if (options.proxy_protocol && options.trusted_proxies.empty()) {
        complain(options, "listen.no_proxy", {});
        return usage;
    }
    auto web = web_files_of(options.web);
    if (const auto* trouble = std::get_if<journal::Notice>(&web)) {
        complain(options, trouble->sentence, trouble->arguments);
        return refused;
    }
    net::Options net_options;
    net_options.web = std::get<std::shared_ptr<const net::WebFiles>>(std::move(web));
    net_options.address = where->address;
    net_options.port = where->port;
    if (!options.tls_cert.empty())
        net_options.tls = net::TlsFiles{options.tls_cert, options.tls_key};
    net_options.trusted_proxies = options.trusted_proxies;
    net_options.proxy_protocol = options.proxy_protocol;
    net_options.allowed_origins = options.allowed_origins;
    net_options.security_contact = options.security_contact;
    net_options.tell_operator = journal.teller();
    net::Server server(net_options);

    if (!options.store.empty() && !store::names_postgres(options.store)) {
        complain(options, "serve.which_store", {});
        return usage;
    }
    auto opened = open_for_server(options, server.executor());
    if (const auto* error = std::get_if<store::OpenError>(&opened)) {
        complain(options, "store.open." + std::string(store::name(error->problem)),
                 {error->path, error->detail});
        return is_in_use(error->problem) ? directory_in_use : refused;
    }
    ChosenStore chosen = std::get<ChosenStore>(std::move(opened));
    // It tells everything once, however many cases there are.
    FileCatalogue catalogue(options.scenarios, options.language,
                            [&](const journal::Notice& notice) { journal.say(notice); });
    catalogue.list();  // read before the first session asks, so that no loop turn pays for it
    net::WorkThreads work(server.executor());
    FileTrainers trainers(options.data);
    hosting::Surroundings around{
        *chosen.store, server, server, catalogue, hosting::system_random(), work, journal.teller()};
    around.trainers = &trainers;
    around.join_address = options.join_address;
    hosting::Host host(around, [](const std::string& code) { say_line("session " + code); });
    // First the port: a start that fails must not have made a trainer key that nobody gets to see.
    // Nobody is let in before `run`.
    if (const auto error = server.listen(host)) return complain_about_listening(options, *error);
    const hosting::Opening opening = host.open();
    if (opening.failed) {
        complain(options, "refusal.storage", {});
        return refused;
    }
    auto metrics = open_metrics(options, server);
    if (const auto* error = std::get_if<net::StartError>(&metrics))
        return complain_about_listening(options, *error);
    server.stop_on_signals();

    for (const std::string& url : server.urls()) say_line("listening " + url);
    warn_without_tls(journal, options, *where);
    show_trainer_key(journal, options, opening.trainer_key);
    tell_of_metrics(journal, options, std::get<Door>(metrics));
    for (const std::string& code : opening.codes) say_line("session " + code);
    tell_of_damage(journal, options, opening);
    journal.say({"log.started", {std::to_string(opening.codes.size()), place_of(options)}});
    stay_in_touch_with_service_manager(server);
    server.run();
    std::get<Door>(metrics).reset();
    journal.say({"log.stopped", {}});
    host.stop();
    work.stop();           // it reads from the store
    chosen.store.reset();  // commits what is queued
    return done;
}

}  // namespace casustafel::cli
