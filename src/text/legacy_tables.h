// What the codes of the old encodings stand for. Inside the room only.
//
// Sources: TCVN 5712:1993 (VN3), as iconv's TCVN5712-1 has it; VNI-Windows as UniKey (ukengine/data.cpp) and
// xvnkb (vni.h) have it; VPS as GNU recode's charset VPS, UniKey and x-viet-vps on Wikipedia ("VPSKeys") have
// it; windows-1258 as iconv's CP1258.
#pragma once

#include <map>
#include <string>

#include "text/legacy.h"

namespace trichluc {

// One or two codes, as letters of Latin 1, → a letter or combining mark; the codes of windows-1252 between
// 0x80 and 0x9F stand twice, as control characters and as what windows-1252 has there ('€' for 0x80): text
// layers give both.
using LegacyTable = std::map<std::u32string, char32_t>;
const LegacyTable& TableOf(LegacyEncoding encoding);  // not for kNone

}  // namespace trichluc
