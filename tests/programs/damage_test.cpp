// A data directory that is not what it was, as whoever runs the server meets it: what is damaged is
// named and stays closed, the rest goes on, and there is a verb for what can be mended.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <csignal>
#include <fstream>
#include <iterator>

#include "house.hpp"

namespace casustafel::programs {
namespace {

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

class Damage : public testing::Test {
protected:
    void change(const std::string& sql) {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open((server.data() + "/casustafel.db").c_str(), &database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
    }
    // A session in which somebody took a seat and said something.
    std::string played(const std::string& name) {
        const std::string code = server.new_session();
        const auto ovj = server.join(code, name, {"--role", "OVJ", "--json"});
        EXPECT_TRUE(ovj->line_with(R"("done":"take_role")"));
        EXPECT_EQ(server.trainer({"start", code}).code, 0);
        EXPECT_TRUE(ovj->line_with("running"));
        for (const char* text : {"een", "twee", "drie"}) {
            ovj->type(std::string("zeg PRC tekst ") + text);
            EXPECT_TRUE(ovj->line_with(R"("done":"send_message")"));
        }
        return code;
    }
    Ended with_data(Words words) {
        words.insert(words.end(), {"--data", server.data()});
        return run(words);
    }

    Server server;
};

TEST_F(Damage, of_one_record_holds_that_session_and_serves_the_others) {
    const std::string hurt = played("Anna"), whole = played("Bram");
    ASSERT_EQ(server.stop(), 0);
    EXPECT_EQ(with_data({"verify"}).code, 0);
    change(
        "UPDATE records SET bytes = CAST(replace(CAST(bytes AS TEXT), 'twee', 'twij') AS BLOB) "
        "WHERE session = 1 AND instr(bytes, CAST('twee' AS BLOB)) > 0");

    server.start_again();
    EXPECT_TRUE(server.child().complains(" is beschadigd"));
    EXPECT_FALSE(says(server.child().errors(), hurt)) << "a code lets people in";
    EXPECT_TRUE(server.child().line_with("session " + whole));
    EXPECT_FALSE(says(server.child().said(), "session " + hurt));
    EXPECT_FALSE(says(server.child().said(), "trainer-key"));
    const Ended list = server.trainer({"list"});
    EXPECT_TRUE(says(list.out, whole)) << list.out;
    EXPECT_TRUE(says(list.out, hurt) && says(list.out, R"("phase":"damaged")")) << list.out;
    const Ended told = server.trainer({"list"}, false);
    EXPECT_TRUE(says(told.out, "casustafel salvage " + hurt)) << told.out;
    const Ended join = run({"join", "--server", server.url(), "--code", hurt, "--name", "Cas"});
    EXPECT_TRUE(says(join.out + join.err, "niet lezen of opslaan")) << join.err;

    const Ended all = with_data({"verify"});
    EXPECT_EQ(all.code, 3);
    EXPECT_TRUE(says(all.out, hurt + " is beschadigd") && says(all.out, whole + " klopt"))
        << all.out;
    const Ended one = with_data({"replay", hurt, "--verify"});
    EXPECT_EQ(one.code, 3);
    EXPECT_FALSE(says(one.out, "klopt")) << one.out;
    const Ended shown = with_data({"export", hurt});
    EXPECT_EQ(shown.code, 3) << "what stands is shown, and not as though it were all";
    EXPECT_TRUE(says(shown.out, "een") && !says(shown.out, "drie")) << shown.out;
    EXPECT_EQ(with_data({"export", whole}).code, 0);

    EXPECT_EQ(with_data({"salvage", hurt}).code, 5) << "not beside a server";
    ASSERT_EQ(server.stop(), 0);
    EXPECT_EQ(with_data({"salvage", whole}).code, 1) << "there is nothing to save";
    const Ended saved = with_data({"--language", "en", "salvage", hurt});
    ASSERT_EQ(saved.code, 0) << saved.err;
    const std::string marker = "The new code is ";
    const std::string code = saved.out.substr(saved.out.find(marker) + marker.size(), whole.size());
    const Ended from = with_data({"replay", code, "--verify"});
    EXPECT_EQ(from.code, 0) << from.out << from.err;
    EXPECT_TRUE(says(from.out, "gered uit de beschadigde oefening " + hurt)) << from.out;

    server.start_again();
    EXPECT_TRUE(server.child().complains("Wat ervan gered is"));
    EXPECT_FALSE(says(server.child().errors(), code));
    EXPECT_TRUE(server.child().line_with("session " + code));
    EXPECT_TRUE(says(server.trainer({"list"}).out, R"("phase":"salvaged")"));
    EXPECT_EQ(server.trainer({"resume", code}).code, 0);
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(with_data({"verify"}).code, 3) << "the damaged one is kept";
}

TEST_F(Damage, of_the_newest_commits_is_named_although_the_rest_is_whole) {
    const std::string code = played("Anna");
    server.kill_now();
    std::filesystem::remove(server.data() + "/casustafel.db-wal");
    std::filesystem::remove(server.data() + "/casustafel.db-shm");
    const Ended serve = run({"serve", "--listen", "127.0.0.1:70000", "--data", server.data()});
    EXPECT_NE(serve.code, 0);
    const Ended verify = with_data({"verify"});
    EXPECT_EQ(verify.code, 3) << verify.out << verify.err;
    EXPECT_FALSE(says(verify.out, "klopt")) << verify.out;
}

TEST_F(Damage, of_the_trainer_key_is_never_a_first_start_and_a_verb_makes_another) {
    server.new_session();
    ASSERT_EQ(server.stop(), 0);
    const std::string old_key = server.key();
    for (const char* sql : {"DELETE FROM value_places WHERE session = 0",
                            "UPDATE value_bytes SET bytes = zeroblob(length(bytes)) WHERE place IN "
                            "(SELECT place FROM value_places WHERE session = 0)"}) {
        change(sql);
        server.start_again();
        EXPECT_TRUE(server.child().complains("trainer-key new"));
        EXPECT_NE(server.trainer({"list"}).code, 0);
        EXPECT_FALSE(says(server.child().said(), "trainer-key"));
        EXPECT_EQ(with_data({"trainer-key", "new"}).code, 5) << "not beside a server";
        ASSERT_EQ(server.stop(), 0);
        const Ended made = with_data({"trainer-key", "new"});
        ASSERT_EQ(made.code, 0) << made.err;
        ASSERT_TRUE(made.out.starts_with("trainer-key ")) << made.out;
        server.use_key(made.lines().front().substr(12));
        EXPECT_NE(server.key(), old_key);
        server.start_again();
        EXPECT_EQ(server.trainer({"list"}).code, 0);
        ASSERT_EQ(server.stop(), 0);
        EXPECT_EQ(with_data({"verify"}).code, 0);
    }
}

TEST_F(Damage, does_not_come_into_a_backup_made_beside_a_running_server) {
    const std::string code = played("Anna");
    const std::string copy = server.scratch() / "copy.db", fresh = server.scratch() / "fresh";
    const Ended made = with_data({"backup", "--to", copy});
    ASSERT_EQ(made.code, 0) << made.out << made.err;
    EXPECT_TRUE(says(made.out, code + " klopt")) << made.out;
    EXPECT_EQ(with_data({"backup", "--to", copy}).code, 1) << "never over another";
    const Ended back = run({"restore", "--from", copy, "--data", fresh});
    ASSERT_EQ(back.code, 0) << back.out << back.err;
    EXPECT_EQ(run({"restore", "--from", copy, "--data", fresh}).code, 1) << "only into nothing";
    server.kill_now();
    server.use_data(fresh);
    server.start_again();
    EXPECT_TRUE(server.child().line_with("session " + code));
    EXPECT_EQ(server.trainer({"list"}).code, 0) << "the key came along";
}

TEST_F(Damage, is_not_what_a_closed_terminal_does) {
    server.child().hang_up();
    server.child().signal(SIGHUP);
    server.child().signal(SIGPIPE);
    server.new_session();
    EXPECT_EQ(server.trainer({"list"}).code, 0);
    EXPECT_EQ(server.stop(), 0);
}

}  // namespace
}  // namespace casustafel::programs
