// Handwritten fields are weighed again with what all documents of the database say; nothing is read again.
#include "extract/together.h"

#include "pipeline/pipeline.h"

namespace trichluc {

int WeighHandwriting(Database& database, long long run) {
  return database.Revise(WeighTogether(database.KnownDocuments()), run);
}

}  // namespace trichluc
