// What SQLite's highlight() gives → what a person is shown of it. Private to the room.
#pragma once

#include <string_view>

#include "store/listing.h"

namespace trichluc {

constexpr char kFoundBegins = 1, kFoundEnds = 2;  // no text holds them

// Fills `text` and `found` of the hit from a text in which what was found stands between the two marks.
void TakeFound(std::string_view marked, SearchHit* hit);

}  // namespace trichluc
