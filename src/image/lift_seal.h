// A black seal that lies over running text, a heading or a table: its ink goes, the print under it stays.
#pragma once

#include <optional>

#include "image/rings.h"
#include "image/seal_network.h"
#include "model/image.h"

namespace trichluc {

// Takes off the seal's rings where no stroke of print crosses them, the star or emblem in its middle, and the
// letters between its rings that stand on no line of print beside the seal. What lay under the star is lost.
// On grey scans a seal that is paler than the print goes by its tone. `seal` as FindBlackSeals gives it.
// `network`: tells print from seal instead, but for paler seals; what it saw is returned.
std::optional<TakenSeal> LiftSeal(Image* page, const Ring& seal, const SealNetwork* network = nullptr);

}  // namespace trichluc
