// What the files of Database share. Private to the room.
#pragma once

#include "store/database.h"
#include "store/sqlite.h"

namespace trichluc {

struct Database::Impl {
  mutable Connection connection;
};

}  // namespace trichluc
