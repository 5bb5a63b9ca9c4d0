// A data directory on a network drive is refused, whoever asks.
#include "server/store/file_system.hpp"

#include "store_fixture.hpp"

namespace casustafel::store {
namespace {

constexpr std::uint64_t fuse = 0x65735546, ext4 = 0xEF53, tmpfs = 0x01021994, btrfs = 0x9123683E;

TEST(FileSystem, that_shares_between_machines_is_told_by_its_number) {
    EXPECT_EQ(network_file_system(0x6969, ""), "nfs");
    EXPECT_EQ(network_file_system(0xFF534D42, ""), "cifs");
    EXPECT_EQ(network_file_system(0xFE534D42, ""), "smb3");
    EXPECT_EQ(network_file_system(0x00C36400, ""), "ceph");
    EXPECT_EQ(network_file_system(0x5346414F, ""), "afs");
    for (const std::uint64_t local : {ext4, tmpfs, btrfs})
        EXPECT_EQ(network_file_system(local, "nfs"), "");
}

TEST(FileSystem, outside_the_kernel_is_told_by_its_type) {
    EXPECT_EQ(network_file_system(fuse, "fuse.sshfs"), "fuse.sshfs");
    EXPECT_EQ(network_file_system(fuse, "fuse.glusterfs"), "fuse.glusterfs");
    EXPECT_EQ(network_file_system(fuse, "fuseblk"), "") << "a disk of this machine";
    EXPECT_EQ(network_file_system(fuse, "fuse.fuse-overlayfs"), "") << "a container's";
}

TEST(FileSystem, is_found_among_the_mounts_by_its_device) {
    const std::string mounts =
        "22 1 0:20 / /proc rw,nosuid - proc proc rw\n"
        "36 35 0:52 / /home/anna/far rw,nosuid shared:7 master:1 - fuse.sshfs anna@far: rw\n"
        "37 35 8:1 / / rw - ext4 /dev/sda1 rw\n";
    EXPECT_EQ(mounted_type(mounts, "0:52"), "fuse.sshfs");
    EXPECT_EQ(mounted_type(mounts, "8:1"), "ext4");
    EXPECT_EQ(mounted_type(mounts, "9:9"), "");
}

TEST(FileSystem, of_this_machine_is_none) {
    TemporaryFolder folder;
    EXPECT_EQ(network_file_system_of(folder.path()), "");
    EXPECT_EQ(network_file_system_of(folder.path() + "/not-there"), "");
}

}  // namespace
}  // namespace casustafel::store
