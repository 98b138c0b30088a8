// A database file, checked and brought up to date. Private to the room.
#pragma once

#include "store/database.h"
#include "store/sqlite.h"

namespace trichluc {

// As Database's constructor says.
Connection OpenDatabase(const std::string& path, Database::Mode mode);

}  // namespace trichluc
