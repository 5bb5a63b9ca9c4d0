#pragma once
// A planted fault: a store that says durable before its disk has written anything. Whoever trusts
// it lets frames out too early; the oracle must notice.
#include <deque>
#include <functional>

#include "server/store/memory_store.hpp"

namespace casustafel::simulation {

class HastyStore : public store::Store {
public:
    HastyStore(store::MemoryStore& disk, std::deque<std::function<void()>>& answers)
        : disk_(disk), answers_(answers) {}

    store::Outcome create(const std::string& session, const std::string& header,
                          const std::vector<std::string>& texts,
                          const std::vector<store::Value>& values) override {
        return disk_.create(session, header, texts, values);
    }
    store::Outcome erase(const std::string& session) override { return disk_.erase(session); }
    std::optional<store::Lease> claim(const std::string& session) override {
        return disk_.claim(session);
    }
    void append(store::Append append, std::function<void(store::Outcome)> done) override {
        answers_.push_back([done = std::move(done)] { done(store::Outcome::durable); });
        disk_.append(std::move(append), [](store::Outcome) {});
    }
    std::optional<store::Examined> examine(const std::string& session) override {
        return disk_.examine(session);
    }
    std::optional<std::string> text(const std::string& hash) override { return disk_.text(hash); }
    std::vector<std::string> list() override { return disk_.list(); }
    store::Outcome set_server_value(const store::Value& value) override {
        return disk_.set_server_value(value);
    }
    std::optional<std::string> server_value(const std::string& name) override {
        return disk_.server_value(name);
    }
    bool probe() override { return disk_.probe(); }

private:
    store::MemoryStore& disk_;
    std::deque<std::function<void()>>& answers_;
};

}  // namespace casustafel::simulation
