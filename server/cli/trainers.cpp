#include "server/cli/trainers.hpp"

#include <algorithm>
#include <filesystem>

#include "server/cli/exit_codes.hpp"
#include "server/cli/trainer_file.hpp"
#include "server/hosting/surroundings/qr.hpp"
#include "server/hosting/surroundings/second_factor.hpp"

namespace casustafel::cli {
namespace {

using console::json_string;
using hosting::Trainer;

constexpr std::size_t secret_bytes = 20;

// A directory that is not there yet is made by whoever names the first trainer before the first
// start.
bool has_directory(const TrainerVerb& verb) {
    std::error_code error;
    if (std::filesystem::is_directory(verb.data, error)) return true;
    if (!std::filesystem::create_directories(verb.data, error)) return false;
    std::filesystem::permissions(verb.data, std::filesystem::perms::owner_all, error);
    return !error;
}

// One that is not revoked.
template <class List>
auto named(List& trainers, const std::string& name) {
    return std::ranges::find_if(
        trainers, [&](const Trainer& each) { return each.name == name && !each.revoked(); });
}

void show_second_factor(const Trainer& trainer, const console::Printer& printer) {
    if (trainer.totp_secret.empty()) return;
    const std::string uri = hosting::otpauth_uri(trainer.totp_secret, trainer.name);
    printer.say("trainers.totp", {uri});
    if (const auto qr = hosting::qr_code(uri)) printer.say_plain(hosting::qr_for_terminal(*qr));
    printer.object({{"otpauth", json_string(uri)}});
}

}  // namespace

int make_trainer(const TrainerVerb& verb, const console::Printer& printer) {
    const auto name = hosting::trainer_name(verb.name);
    if (!name) {
        printer.complain("trainers.bad_name", {verb.name});
        return usage;
    }
    const auto random = hosting::system_random();
    const std::string key = hosting::random_trainer_key(random);
    Trainer made;
    made.name = *name;
    made.key_hash = hosting::trainer_key_hash(key);
    if (verb.totp) made.totp_secret = hosting::random_bytes(random, secret_bytes);
    bool there = false;
    const bool written = has_directory(verb) && change_trainers(verb.data, [&](auto& trainers) {
                             there = named(trainers, *name) != trainers.end();
                             for (const Trainer& each : trainers)
                                 made.number = std::max(made.number, each.number);
                             ++made.number;
                             trainers.push_back(made);
                             return !there;
                         });
    if (there) {
        printer.complain("trainers.there", {*name});
        return refused;
    }
    if (!written) {
        printer.complain("refusal.storage");
        return refused;
    }
    printer.say("trainers.added", {*name});
    printer.say_plain("trainer-key " + key);
    printer.object({{"trainer", json_string(*name)}, {"trainer_key", json_string(key)}});
    show_second_factor(made, printer);
    return done;
}

int list_trainers(const TrainerVerb& verb, const console::Printer& printer) {
    const auto trainers = trainers_in(verb.data);
    if (trainers.empty()) printer.say("trainers.nobody");
    for (const Trainer& each : trainers) {
        printer.say(each.revoked()             ? "trainers.line_revoked"
                    : each.totp_secret.empty() ? "trainers.line"
                                               : "trainers.line_totp",
                    {std::to_string(each.number), each.name});
        printer.object({{"number", std::to_string(each.number)},
                        {"trainer", json_string(each.name)},
                        {"revoked", each.revoked() ? "true" : "false"},
                        {"totp", each.totp_secret.empty() ? "false" : "true"}});
    }
    return done;
}

int revoke_trainer(const TrainerVerb& verb, const console::Printer& printer) {
    const std::string name = hosting::trainer_name(verb.name).value_or(verb.name);
    bool there = false;
    const bool written = change_trainers(verb.data, [&](auto& trainers) {
        const auto found = named(trainers, name);
        there = found != trainers.end();
        if (!there) return false;
        found->key_hash.clear();
        found->totp_secret.clear();
        return true;
    });
    if (!written) {
        printer.complain(there ? "refusal.storage" : "trainers.not_there", {name});
        return refused;
    }
    printer.say("trainers.revoked", {name});
    printer.object({{"revoked", json_string(name)}});
    return done;
}

}  // namespace casustafel::cli
