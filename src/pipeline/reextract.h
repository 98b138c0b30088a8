// Documents made again from stored readings. Private to the room.
#pragma once

#include "pipeline/pipeline.h"

namespace trichluc {

struct Reextracted {
  int documents = 0, tasks = 0;
};

Reextracted ReextractFile(Database& database, FileExtractor& extractor, const StoredFile& stored,
                          long long run, FileNames names);

}  // namespace trichluc
