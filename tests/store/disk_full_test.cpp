// The disk says no while the server runs. Two ways to get there: a limit on the size of any file,
// and, where the test may mount one, a small file system that really fills up.
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include <csignal>

#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

// Keeps every file of this process below a size until there is room again.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        previous_ = ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, previous_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit before_{};
    void (*previous_)(int) = nullptr;
};

// Appends until neither an append nor a probe finds room; what was acknowledged until then.
Records fill_up(Desk<SqliteDesk>& desk, const Lease& lease) {
    Records acknowledged;
    for (int attempts = 0; attempts < 20000; ++attempts) {
        std::string next = std::to_string(acknowledged.size()) + std::string(3000, '.');
        const Outcome outcome = desk.append(lease, acknowledged.size() + 1, {next},
                                            {{"count", std::to_string(acknowledged.size() + 1)}});
        EXPECT_NE(outcome, Outcome::lost_lease);
        if (outcome == Outcome::durable) {
            acknowledged.push_back(std::move(next));
        } else if (!desk.store().probe()) {
            return acknowledged;
        }
    }
    ADD_FAILURE() << "the disk never filled up";
    return acknowledged;
}

void expect_kept(Store& store, const Records& acknowledged) {
    const auto loaded = store.load("s1");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->records, acknowledged);
    EXPECT_EQ(loaded->values, (Values{{"count", std::to_string(acknowledged.size())}}));
}

void expect_to_survive_a_full_disk(Desk<SqliteDesk>& desk, const std::function<void()>& make_full,
                                   const std::function<void()>& make_room) {
    const Lease lease = desk.new_session("s1");
    make_full();
    Records acknowledged = fill_up(desk, lease);
    expect_kept(desk.store(), acknowledged);
    const Records much(100, std::string(3000, '!'));
    EXPECT_EQ(desk.append(lease, acknowledged.size() + 1, much), Outcome::failed);
    EXPECT_FALSE(desk.store().probe());
    expect_kept(desk.store(), acknowledged);

    make_room();
    EXPECT_TRUE(desk.store().probe());
    const std::string count = std::to_string(acknowledged.size() + 1);
    EXPECT_EQ(desk.append(lease, acknowledged.size() + 1, {"after"}, {{"count", count}}),
              Outcome::durable);
    acknowledged.push_back("after");
    expect_kept(desk.store(), acknowledged);
    desk.restart();
    expect_kept(desk.store(), acknowledged);
}

TEST(DiskFull, fails_appends_keeps_what_was_acknowledged_and_goes_on_when_there_is_room) {
    Desk<SqliteDesk> desk;
    std::optional<FileSizeLimit> limit;
    expect_to_survive_a_full_disk(
        desk, [&] { limit.emplace(400 << 10); }, [&] { limit.reset(); });
}

// A mount seen by this process only, gone with it.
bool mount_small(const std::string& folder) {
    return ::unshare(CLONE_NEWNS) == 0 &&
           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=3m,mode=0700") == 0;
}

TEST(DiskFull, does_the_same_on_a_file_system_that_is_really_full) {
    TemporaryFolder mounted;
    if (!mount_small(mounted.path())) GTEST_SKIP() << "may not mount a file system here";
    {
        Desk<SqliteDesk> desk(mounted.data());
        const std::string filler = mounted.path() + "/filler";
        expect_to_survive_a_full_disk(
            desk, [&] { std::ofstream(filler) << std::string(2 << 20, 'x'); },
            [&] { std::filesystem::remove(filler); });
    }
    ::umount2(mounted.path().c_str(), MNT_DETACH);
}

TEST(DiskFull, starts_again_with_everything_when_the_process_ended_while_it_was_full) {
    Desk<SqliteDesk> desk;
    const Lease lease = desk.new_session("s1");
    Records acknowledged;
    {
        const FileSizeLimit limit(400 << 10);
        acknowledged = fill_up(desk, lease);
        desk.restart();
        expect_kept(desk.store(), acknowledged);
        EXPECT_FALSE(desk.store().probe());
    }
    EXPECT_TRUE(desk.store().probe());
    expect_kept(desk.store(), acknowledged);
}

}  // namespace
}  // namespace casustafel::store
