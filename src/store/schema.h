// The version of a database file, and how it gets to be today's. Private to the room.
//
// PRAGMA application_id says that the file is ours, PRAGMA user_version which schema it has. A new file is
// made from schema.sql, which always is the newest; an older file is taken there by migrations, one for each
// version, each in a transaction of its own. To change the schema: change schema.sql, add a migration, raise
// kSchemaVersion, and keep today's database under tests/databases (README there). Never change a migration
// that was released.
#pragma once

#include <string>
#include <vector>

#include "store/sqlite.h"

namespace trichluc {

constexpr int kApplicationId = 0x74726c63;  // "trlc"
constexpr int kSchemaVersion = 7;

extern const char kSchemaSql[];  // schema.sql

struct Migration {
  int version = 0;  // of the database afterwards
  std::string sql;
};

// Versions 2 … kSchemaVersion, in order.
const std::vector<Migration>& Migrations();

// 0: an empty database. UsageError: no database, or one that another program made.
int SchemaVersion(Connection& connection);

void CreateSchema(Connection& connection);

// From the version it has through every later migration of the list. UsageError when the file is newer than
// the list's last version (or than 1, with an empty list), or when a migration is missing.
void Migrate(Connection& connection, const std::vector<Migration>& migrations);

}  // namespace trichluc
