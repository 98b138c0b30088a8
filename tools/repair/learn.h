// Pages read and what was printed → the engine's confusions, as rules/repair/confusions.tsv holds them.
#pragma once

#include <string>
#include <vector>

#include "proofs.h"

namespace trichluc::repair {

std::string LearnConfusions(const std::vector<Proof>& proofs);

}  // namespace trichluc::repair
