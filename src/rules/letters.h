// The letters that \pL, \p{Lu} and \p{Ll} stand for in patterns. Inside the room only.
//
// Documents are written in Latin letters (Vietnamese, and those of other languages of the country: Čư M'gar).
// The same classes over all of Unicode make programs of RE2 several times larger: one symbol of a document,
// \pL[\pL\d]{0,14} a few times over, took 100,000 instructions and a quarter of a second to compile.
#pragma once

#include <optional>
#include <string>

namespace trichluc {

// Latin letters as the inside of [ ]: "L" all, "Lu" capitals, "Ll" the others. Nothing for another name.
std::optional<std::string> LatinClass(const std::string& name);

}  // namespace trichluc
