// The steps of loading, in the order in which RuleSet::Load takes them. Inside the room only.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "rules/file.h"
#include "rules/impl.h"

namespace trichluc {

// Refuses what stands at the head of a file and is no known table.
void CheckTopLevel(const RuleFile& file);

// [[type]], [[column]], [[agency]], [[abbreviation]], [[unit]] and [lists] of one file.
void ReadEntries(const RuleFile& file, RuleSet::Impl* rules);

// Refuses a successor that is no agency's id, and a province that is no province's name: when all files were
// read.
void CheckNames(const RuleFile& file, const RuleSet::Impl& rules);

struct Macro {
  std::string body;
  const RuleFile* file = nullptr;
  Place place;
};
using Macros = std::map<std::string, Macro, std::less<>>;

// [macros] of all files; and those made of entries: TYPE_NAME, TYPE_CODE, list:NAME. Refuses unknown names
// and circles.
Macros ReadMacros(const RuleFiles& files, const RuleSet::Impl& rules);

// [[rule]] of one file.
void ReadPatterns(const RuleFile& file, const Macros& macros, RuleSet::Impl* rules);

// The body of a macro; refuses an unknown name, pointing at where it is used (on or below `place`).
const std::string& BodyOf(const Macros& macros, const std::string& name, const RuleFile& file, Place place);

}  // namespace trichluc
