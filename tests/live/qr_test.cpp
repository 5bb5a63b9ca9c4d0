// The QR code of the join link as it stands on a screen: a program that reads such codes from a
// picture (Debian's zbar-tools) reads the address that the server put in it.
#include <gtest/gtest.h>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "client/ui/app/app.hpp"
#include "server/hosting/surroundings/qr.hpp"
#include "tests/support/screen/harness.hpp"
#include "tests/support/screen/png.hpp"

namespace casustafel::live {
namespace {

const std::string address = "https://oefenen.oosterwaard.nl/K7W4-MPQX";

// A screen for the room asks for nothing.
class SilentOutbox final : public ui::Outbox {
public:
    model::CommandId act(v1::Command) override { return {}; }
    void connect(const std::string&) override {}
    void look_up(const std::string&) override {}
    void join(const std::string&, const std::string&, const std::string&) override {}
    void reenter(const std::string&, const std::string&) override {}
    void open_as_trainer(const std::string&, const std::string&) override {}
    void attach(const std::string&) override {}
    void sign_out() override {}
    void choose_role(const std::string&) override {}
    void say(v1::ClientFrame) override {}
};

// A screen for the room, before the case begins.
model::Model on_the_projector() {
    model::Model model;
    model.observer = true;
    model.link = model::Link::ready;
    model.code = "K7W4MPQX";
    v1::ViewPatch patch;
    patch.set_view("seat");
    v1::Entity& session = *patch.add_entities();
    session.set_key("session");
    session.mutable_session()->set_phase("lobby");
    session.mutable_session()->mutable_title()->set_nl("Vier gezinsleden, vijf overleggen");
    model.views["seat"].merge(patch);
    const auto code = hosting::qr_code(address);
    model.invitation.set_address(address);
    model.invitation.set_side(static_cast<std::uint32_t>(code->side));
    model.invitation.set_modules(code->modules);
    return model;
}

// What the program reads in this picture; empty: nothing.
std::string scanned(const ui::Picture& picture) {
    // Tests run beside each other, each in a process of its own.
    const auto file = std::filesystem::temp_directory_path() /
                      ("casustafel-qr-" + std::to_string(getpid()) + ".png");
    ui::write_png(file.string(), picture);
    std::FILE* program = popen(("zbarimg --raw --quiet " + file.string()).c_str(), "r");
    std::string words;
    std::array<char, 256> piece{};
    while (program != nullptr && std::fgets(piece.data(), piece.size(), program) != nullptr)
        words += piece.data();
    if (program != nullptr) pclose(program);
    std::filesystem::remove(file);
    return words;
}

struct Size {
    int width, height;
};

class Scanned : public testing::TestWithParam<Size> {};

TEST_P(Scanned, the_code_on_the_projector_leads_to_the_address) {
    ASSERT_EQ(std::system("command -v zbarimg >/dev/null"), 0) << "zbar-tools is not there";
    model::Model model = on_the_projector();
    ui::App app;
    app.state.projector.on = true;
    SilentOutbox outbox;
    ui::Harness harness(GetParam().width, GetParam().height,
                        [&](ui::Ui& ui) { app.draw(ui, model, outbox, 0, {}); });
    harness.settle();
    EXPECT_EQ(scanned(harness.picture()), address + "\n");
}

INSTANTIATE_TEST_SUITE_P(Sizes, Scanned,
                         testing::Values(Size{1280, 720}, Size{1600, 900}, Size{1920, 1080}));

}  // namespace
}  // namespace casustafel::live
