// Documents made again from stored readings. Private to the room.
#pragma once

#include <string>

#include "pipeline/pipeline.h"

namespace trichluc {

struct ExtractRun {
  long long id = 0;
  std::string repairer;  // RepairerOf its rules
};

struct Reextracted {
  int documents = 0, tasks = 0;
};

Reextracted ReextractFile(Database& database, FileExtractor& extractor, const StoredFile& stored,
                          const ExtractRun& run, FileNames names);

}  // namespace trichluc
