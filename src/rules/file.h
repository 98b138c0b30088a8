// A rule file as it was read, and the one way to refuse it. Inside the room only.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "rules/rules.h"

namespace trichluc {

// Line and column from 1, in code points; line 0: the whole file.
struct Place {
  uint32_t line = 0, column = 0;
};

struct RuleFile {
  std::string path;                // as shown in messages: directory/name
  std::vector<std::string> lines;  // as they stand in the file
  toml::table root;
};

// Every .toml below the directory (hidden ones apart), sorted by path, and one hash over their names and
// contents, and over what words are repaired with (folder `repair`).
struct RuleFiles {
  std::vector<std::unique_ptr<RuleFile>> files;
  std::string hash;
};
RuleFiles ReadRuleFiles(const std::string& directory);

Place PlaceOf(const toml::node& node);
Place PlaceOf(const toml::key& key);

// Throws RuleError: "path:line:column: message", the line, a caret below the column and, when given, the
// hint.
[[noreturn]] void Refuse(const RuleFile& file, Place place, const std::string& message,
                         const std::string& hint = "");

// "did you mean `match`?" for the known name nearest to the wrong one; empty when none is near.
std::string DidYouMean(std::string_view wrong, const std::vector<std::string>& known);

}  // namespace trichluc
