#include "server/hosting/surroundings/ports.hpp"

namespace casustafel::hosting {
namespace {

class AtOnce final : public Work {
public:
    void run(std::function<Finish()> work) override { work()(); }
};

}  // namespace

Work& work_at_once() {
    static AtOnce at_once;
    return at_once;
}

}  // namespace casustafel::hosting
