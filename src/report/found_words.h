// A line of what `search` found that fits and still shows every word asked for. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "store/listing.h"

namespace trichluc {

// One place of each term in the hit's text with as many words around as fit into `width`, "…" for what is
// left out; wider than that only where the found words themselves are.
std::string WordsAround(const SearchHit& hit, const std::vector<std::string>& terms, size_t width);

}  // namespace trichluc
