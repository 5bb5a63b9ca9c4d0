#include "server/store/postgres_schema.hpp"

#include <array>

namespace casustafel::store {
namespace {

// Session 0 is the server itself: its log is the list of sessions. A seal is compared before it is
// replaced, so whoever writes from an old picture of a session writes nothing. Whoever wants to
// write first updates its own row among the writers: what an old connection of the same server
// still has under way waits there for the newer one, and then finds another generation.
constexpr const char* first = R"(
CREATE TABLE casustafel.writers(
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    generation bigint NOT NULL,
    last_commit bigint NOT NULL,
    alive_until timestamptz NOT NULL) WITH (fillfactor = 50);
CREATE TABLE casustafel.sessions(
    number bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    epoch bigint NOT NULL,
    holder bigint,
    header bytea NOT NULL,
    seal bytea NOT NULL) WITH (fillfactor = 50);
CREATE TABLE casustafel.records(
    session bigint NOT NULL,
    seq bigint NOT NULL,
    bytes bytea NOT NULL,
    chain bytea NOT NULL,
    PRIMARY KEY(session, seq));
CREATE TABLE casustafel.named_values(
    session bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY(session, name)) WITH (fillfactor = 50);
CREATE TABLE casustafel.texts(hash text COLLATE "C" PRIMARY KEY, bytes bytea NOT NULL);
INSERT INTO casustafel.sessions VALUES(0, '', 0, NULL, '', '');
CREATE FUNCTION casustafel.fence(
    writer bigint, its_generation bigint, its_commit bigint, lease_ms bigint,
    numbers bigint[], epochs bigint[], seals_before bytea[], seals_after bytea[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE changed bigint;
BEGIN
    UPDATE casustafel.writers SET last_commit = its_commit,
        alive_until = clock_timestamp() + lease_ms * interval '1 millisecond'
        WHERE number = writer AND generation = its_generation;
    IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'CT001', MESSAGE = 'another connection'; END IF;
    UPDATE casustafel.sessions s SET seal = new.after
        FROM unnest(numbers, epochs, seals_before, seals_after) AS new(number, epoch, before, after)
        WHERE s.number = new.number AND s.epoch = new.epoch AND s.seal = new.before;
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed <> cardinality(numbers) THEN
        RAISE EXCEPTION USING ERRCODE = 'CT002', MESSAGE = 'another holder'; END IF;
END $$;
)";

// steps[n] leads from format n to n + 1.
constexpr std::array steps{first};

OpenError refused(const std::string& where, const std::string& message) {
    return {OpenProblem::no_access, postgres_without_secrets(where), message};
}

}  // namespace

std::int64_t newest_postgres_format() { return static_cast<std::int64_t>(steps.size()); }

const char* postgres_step(std::int64_t from) { return steps[static_cast<std::size_t>(from)]; }

std::variant<std::int64_t, OpenError> postgres_format(Connection& connection,
                                                      const std::string& where) {
    const Reply place =
        connection.read({{nullptr, "SELECT to_regclass('casustafel.format')::text", {}}});
    if (!place.good()) return refused(where, place.message);
    if (place.rows[0].null_at(0, 0)) return std::int64_t{0};
    const Reply found = connection.read({{nullptr, "SELECT number FROM casustafel.format", {}}});
    if (!found.good()) return refused(where, found.message);
    if (found.rows[0].empty()) return refused(where, "casustafel.format");
    return found.rows[0].number_at(0, 0);
}

std::optional<OpenError> look_at_format(Connection& connection, const std::string& where) {
    const auto format = postgres_format(connection, where);
    if (const auto* error = std::get_if<OpenError>(&format)) return *error;
    const std::int64_t number = std::get<std::int64_t>(format);
    if (number == newest_postgres_format()) return std::nullopt;
    const auto problem =
        number > newest_postgres_format() ? OpenProblem::newer_format : OpenProblem::not_migrated;
    return OpenError{problem, postgres_without_secrets(where), std::to_string(number)};
}

}  // namespace casustafel::store
