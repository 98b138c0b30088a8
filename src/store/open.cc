#include "store/open.h"

#include <chrono>
#include <filesystem>

#include "base/error.h"
#include "store/schema.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

void CheckPlace(const std::string& path, Database::Mode mode) {
  std::error_code error;
  if (path.empty()) throw UsageError("no database named; give one with --db");
  if (fs::is_directory(path, error))
    throw UsageError("database " + path + " is a folder; give a file with --db");
  if (mode == Database::Mode::kCreate || fs::exists(path, error)) return;
  throw UsageError("database " + path + " does not exist; make it with `trichluc ingest --db " + path +
                   " PATH…`");
}

// Read-only by promise, not by the way it is opened: a connection that may write tidies up its -wal and -shm
// files when it is closed, and SQLite opens a file that may not be written for reading by itself.
Connection OpenForReading(const std::string& path) {
  try {
    Connection connection(path, SQLITE_OPEN_READWRITE);
    SchemaVersion(connection);
    connection.Execute("PRAGMA query_only = ON");
    return connection;
  } catch (const UsageError&) {
    std::error_code error;
    if (fs::exists(path + "-wal", error)) throw;
  }
  // In a folder that may not be written there is no place for a -shm file.
  Connection connection(path, SQLITE_OPEN_READONLY, true);
  SchemaVersion(connection);
  return connection;
}

void RequireToday(Connection& connection) {
  const int version = SchemaVersion(connection);
  if (version > kSchemaVersion) Migrate(connection, Migrations());  // says what is wrong
  if (version == 0)
    connection.Fail("is empty; fill it with `trichluc ingest --db " + connection.path() + " PATH…`");
  if (version < kSchemaVersion) {
    connection.Fail("has an older schema; bring it up to date with `trichluc reextract --db " +
                    connection.path() + "`");
  }
}

// SQLite does not wait for this change as it does for other locks: two programs that make one database at
// once would be in each other's way.
void KeepWriteAheadLog(Connection& connection) {
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::milliseconds(kBusyMilliseconds);
  while (true) {
    const int code =
        sqlite3_exec(connection.handle(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return;
    if ((code & 0xff) != SQLITE_BUSY || Clock::now() >= until) connection.Fail(code);
    sqlite3_sleep(10);
  }
}

}  // namespace

Connection OpenDatabase(const std::string& path, Database::Mode mode) {
  CheckPlace(path, mode);
  if (mode == Database::Mode::kReadOnly) {
    Connection connection = OpenForReading(path);
    RequireToday(connection);
    return connection;
  }
  const int create = mode == Database::Mode::kCreate ? SQLITE_OPEN_CREATE : 0;
  Connection connection(path, SQLITE_OPEN_READWRITE | create);
  const int version = SchemaVersion(connection);  // before anything is written to somebody else's file
  if (sqlite3_db_readonly(connection.handle(), "main") == 1) connection.Fail(SQLITE_READONLY);
  KeepWriteAheadLog(connection);
  connection.Execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON");
  if (version == 0) CreateSchema(connection);
  Migrate(connection, Migrations());
  return connection;
}

}  // namespace trichluc
