// What repair does to pages whose print is known.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "proofs.h"
#include "repair/repair.h"

namespace trichluc::repair {

struct Outcome {
  int words = 0;  // whose print is known
  int wrong_before = 0, wrong_after = 0;
  int mended = 0;                           // wrong before, right after
  int spoiled = 0;                          // right before, wrong after
  int changed_wrongly = 0;                  // wrong before and after, but otherwise
  std::vector<std::string> spoils, misses;  // "printed: read → repaired", for looking
};

// By quality, and "all".
std::map<std::string, Outcome> MeasureRepair(const std::vector<Proof>& proofs, Repairer* repairer);

}  // namespace trichluc::repair
