// A server with a certificate nobody vouches for: refused in words, accepted by who knows its
// fingerprint.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "house.hpp"

namespace casustafel::programs {
namespace {

// What a shell command prints.
std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    char bytes[512];
    while (pipe != nullptr && fgets(bytes, sizeof bytes, pipe) != nullptr) out += bytes;
    if (pipe != nullptr) pclose(pipe);
    return out;
}

TEST(Tls, refuses_a_self_signed_certificate_unless_its_fingerprint_is_given) {
    const Scratch scratch;
    const std::string cert = scratch / "cert.pem", key = scratch / "key.pem";
    const std::string made =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
        "-days 2 -subj /CN=127.0.0.1 -keyout " +
        key + " -out " + cert + " 2>&1";
    if (std::system("openssl version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no openssl here";
    const std::string said = output_of(made);
    ASSERT_TRUE(std::filesystem::exists(cert)) << said;
    std::string fingerprint = output_of("openssl x509 -noout -fingerprint -sha256 -in " + cert);
    fingerprint = fingerprint.substr(fingerprint.find('=') + 1);
    std::erase(fingerprint, '\n');

    Server server({"--tls-cert", cert, "--tls-key", key});
    ASSERT_TRUE(server.url().starts_with("https://")) << server.url();
    const Ended refused = server.trainer({"list"}, false);
    EXPECT_NE(refused.code, 0);
    EXPECT_NE(refused.err.find("kan niet bewijzen wie hij is"), std::string::npos) << refused.err;
    // The person reads the same digits as whoever runs the server.
    EXPECT_NE(refused.err.find(fingerprint), std::string::npos) << refused.err;
    EXPECT_TRUE(server.child().complains(fingerprint));
    for (const Words& words :
         {Words{"join", "--code", "AAAA", "--name", "Anna"}, Words{"bots", "--code", "AAAA"}}) {
        Words call = words;
        call.insert(call.end(), {"--server", server.url()});
        EXPECT_NE(run(call).err.find(fingerprint), std::string::npos) << words.front();
    }
    const Ended accepted = server.trainer({"list", "--fingerprint", fingerprint});
    EXPECT_EQ(accepted.code, 0) << accepted.out << accepted.err;
    std::string other = fingerprint;
    other[0] = other[0] == '0' ? '1' : '0';
    EXPECT_NE(server.trainer({"list", "--fingerprint", other}).code, 0);
}

}  // namespace
}  // namespace casustafel::programs
