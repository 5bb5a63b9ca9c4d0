#include "server/store/postgres_line.hpp"

#include <thread>

#include "server/store/postgres_schema.hpp"

namespace casustafel::store {
namespace {

using std::chrono::milliseconds;

constexpr const char* sign_in_first =
    "INSERT INTO casustafel.writers(generation, last_commit, alive_until) "
    "VALUES(1, 0, clock_timestamp() + $1 * interval '1 millisecond') "
    "RETURNING number, generation, last_commit";
constexpr const char* sign_in_again =
    "UPDATE casustafel.writers SET generation = generation + 1, "
    "alive_until = clock_timestamp() + $1 * interval '1 millisecond' WHERE number = $2 "
    "RETURNING number, generation, last_commit";
constexpr const char* sign_out =
    "UPDATE casustafel.writers SET alive_until = '-infinity' WHERE number = $1 AND generation = $2";

constexpr const char* older_alive =
    "SELECT number FROM casustafel.writers WHERE number < $1 AND alive_until > clock_timestamp()";

}  // namespace

PostgresLine::PostgresLine(std::string where, PostgresOptions options)
    : where_(std::move(where)), options_(std::move(options)) {
    writer_.lease_ms = options_.lease_ms;
}

std::variant<std::unique_ptr<PostgresLine>, OpenError> PostgresLine::open(const std::string& where,
                                                                          PostgresOptions options) {
    std::unique_ptr<PostgresLine> line(new PostgresLine(where, std::move(options)));
    if (auto error = line->look(where)) return *error;
    return line;
}

std::optional<OpenError> PostgresLine::look(const std::string& where) {
    auto opened = Connection::open(where);
    if (const auto* message = std::get_if<std::string>(&opened))
        return OpenError{OpenProblem::no_access, postgres_without_secrets(where), *message};
    auto& connection = std::get<Connection>(opened);
    if (auto error = look_at_format(connection, where)) return error;
    if (!sign_in(connection))
        return OpenError{OpenProblem::no_access, postgres_without_secrets(where),
                         "casustafel.writers"};
    connection_ = std::move(connection);
    return std::nullopt;
}

PostgresLine::~PostgresLine() {
    if (!connection_ || options_.read_only) return;
    connection_->in_one_transaction(
        {{nullptr, sign_out, {number(writer_.number), number(writer_.generation)}}});
}

// Under a new generation: what the connection before this one still has under way either came
// through before this does, or never will.
bool PostgresLine::sign_in(Connection& connection) {
    if (options_.read_only) return true;
    std::vector<Parameter> parameters{number(options_.lease_ms)};
    const bool known = writer_.number != 0;
    if (known) parameters.push_back(number(writer_.number));
    const Reply reply = connection.in_one_transaction(
        {{nullptr, known ? sign_in_again : sign_in_first, std::move(parameters)}});
    if (!reply.good() || reply.rows[0].empty()) return false;
    writer_.number = reply.rows[0].number_at(0, 0);
    writer_.generation = reply.rows[0].number_at(0, 1);
    last_commit_found_ = reply.rows[0].number_at(0, 2);
    alive_at_ = Clock::now();
    return true;
}

bool PostgresLine::connect(Clock::time_point deadline) {
    if (connection_) return true;
    if (Clock::now() < away_until_) return false;
    do {
        auto opened = Connection::open(where_);
        if (auto* connection = std::get_if<Connection>(&opened);
            connection && sign_in(*connection)) {
            connection_ = std::move(*connection);
            return true;
        }
        if (Clock::now() < deadline)
            std::this_thread::sleep_for(milliseconds(limits::database_retry_ms));
    } while (Clock::now() < deadline);
    away_until_ = Clock::now() + milliseconds(limits::database_away_ms);
    return false;
}

// What a database says that goes away, was put behind another, or let two wait for each other: the
// same may be asked again.
bool PostgresLine::comes_from_the_line(const std::string& code) const {
    return code.starts_with("57P") || code.starts_with("08") || code == "25006" ||
           code == "40001" || code == "40P01" || code == writer_is_fenced;
}

Written PostgresLine::write(const Change& change) {
    if (Faults* faults = options_.faults.get()) {
        faults->before_commit();
        if (faults->fail_this_commit()) return Written::refused;
    }
    const Written written = write_until(change, Clock::now() + milliseconds(options_.patience_ms));
    if (options_.faults && written == Written::durable) {
        std::this_thread::sleep_for(milliseconds(options_.faults->extra_sync_ms()));
        options_.faults->after_commit_before_reply();
    }
    return written;
}

Written PostgresLine::write_until(const Change& change, Clock::time_point deadline) {
    if (options_.read_only) return Written::refused;
    ++writer_.commit;
    bool doubtful = false;
    while (connect(deadline)) {
        if (doubtful && last_commit_found_ == writer_.commit) return Written::durable;
        const Reply reply = connection_->in_one_transaction(change.requests(writer_));
        if (reply.good()) {
            alive_at_ = Clock::now();
            return Written::durable;
        }
        if (reply.code == session_is_fenced) return Written::fenced;
        const bool lost = reply.state == Reply::State::lost;
        if (!lost && !comes_from_the_line(reply.code)) return Written::refused;
        doubtful = doubtful || lost;
        connection_.reset();
        if (Clock::now() >= deadline) break;
    }
    return doubtful ? Written::unknown : Written::refused;
}

std::optional<std::vector<Rows>> PostgresLine::read(std::vector<Request> requests) {
    const auto deadline = Clock::now() + milliseconds(options_.patience_ms);
    while (connect(deadline)) {
        Reply reply = connection_->read(requests);
        if (reply.good()) return std::move(reply.rows);
        if (reply.state == Reply::State::refused && !comes_from_the_line(reply.code)) break;
        connection_.reset();
        if (Clock::now() >= deadline) break;
    }
    return std::nullopt;
}

bool PostgresLine::wait_until_alone() {
    const auto deadline = Clock::now() + milliseconds(2 * options_.lease_ms);
    while (true) {
        const auto rows = read({{nullptr, older_alive, {number(writer_.number)}}});
        if (rows && (*rows)[0].empty()) return true;
        if (Clock::now() >= deadline) return false;
        std::this_thread::sleep_for(milliseconds(limits::database_retry_ms));
        if (until_due().count() == 0) say_alive();
    }
}

milliseconds PostgresLine::until_due() const {
    const auto due = alive_at_ + milliseconds(options_.lease_ms / limits::leases_in_a_lease);
    return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(due - Clock::now()));
}

// While the database is away, nobody is helped by waiting for it here.
void PostgresLine::say_alive() {
    if (options_.read_only) return;
    write_until(Change(), Clock::now());
    // Whatever came of it, it is not tried again at once.
    alive_at_ = Clock::now();
}

}  // namespace casustafel::store
