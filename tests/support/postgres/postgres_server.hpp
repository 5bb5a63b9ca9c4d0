#pragma once
// A real PostgreSQL of its own for tests and measurements: in a folder that goes with it, reached
// by a socket in that folder and by nothing else. It can be stopped, killed and started again.
// Where the test runs as root it runs as another user, since it refuses to be root.
#include <sys/types.h>

#include <string>

namespace casustafel::test {

class PostgresServer {
public:
    // `settings` are words for `postgres`, such as "-c fsync=on". Dies when there is no PostgreSQL.
    explicit PostgresServer(std::string settings = {});
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // A database with nothing in it, as libpq takes it.
    std::string new_database();
    // The same, by a socket in another folder.
    std::string through(const std::string& folder, const std::string& database) const;

    // The folder of its socket, and the name of that.
    std::string folder() const { return folder_; }
    static const char* socket_name() { return ".s.PGSQL.5432"; }

    void start();
    // Open transactions are taken back and connections closed.
    void stop();
    void kill();
    pid_t process() const { return process_; }

    // One for the whole test program, started when first asked for.
    static PostgresServer& shared();

private:
    void run(const std::string& program, const std::string& words) const;
    bool answers() const;
    void end(int signal);

    std::string settings_, folder_;
    pid_t process_ = -1;
    int databases_ = 0;
};

}  // namespace casustafel::test
