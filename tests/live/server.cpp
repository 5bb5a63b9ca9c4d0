#include "server.hpp"

#include <stdexcept>

#include "server/codec/record.hpp"
#include "server/scenario/loading/load.hpp"

namespace casustafel::live {
namespace {

hosting::CaseTexts read_case(const std::string& id) {
    const std::filesystem::path folder = CASUSTAFEL_SOURCE_DIR "/scenarios";
    auto loaded = scenario::load_scenario(folder / (id + ".yaml"), folder);
    if (!loaded.scenario) throw std::runtime_error("no case " + id);
    return {loaded.names.scenario, loaded.names.rules, loaded.scenario_text, loaded.rules_text,
            std::make_shared<const core::Scenario>(*loaded.scenario)};
}

}  // namespace

Server::Server(const std::string& scenario)
    : texts_(read_case(scenario)),
      catalogue_(texts_),
      store_([this](std::function<void()> work) { net_->executor()(std::move(work)); },
             store::MemoryStore::Completion::at_once) {
    start();
}

void Server::start() {
    net::Options options;
    options.port = port_;
    net_ = std::make_unique<net::Server>(options);
    host_ = std::make_unique<hosting::Host>(
        hosting::Surroundings{store_, *net_, *net_, catalogue_, hosting::system_random()},
        [](const std::string&) {});
    if (const auto error = net_->listen(*host_)) throw std::runtime_error(error->detail);
    port_ = net_->port();
    url_ = net_->url();
    const hosting::Opening opening = host_->open();
    if (!opening.trainer_key.empty()) trainer_key_ = opening.trainer_key;
    thread_ = std::thread([this] { net_->run(); });
}

void Server::stop() {
    if (!thread_.joinable()) return;
    net_->stop();
    thread_.join();
    host_->stop();
    host_.reset();
}

std::vector<core::Record> Server::log() {
    stop();
    std::vector<core::Record> records;
    for (const std::string& session : store_.list()) {
        const auto stored = store_.load(session);
        for (const std::string& bytes : stored.value().records)
            records.push_back(codec::decode_record(bytes).value());
    }
    return records;
}

}  // namespace casustafel::live
