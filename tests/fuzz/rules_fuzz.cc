// A rule file of any bytes: it is loaded or refused by a RuleError; what was loaded can be checked and asked.
#include "fuzz/folder.h"
#include "fuzz/target.h"
#include "rules/rules.h"

using namespace trichluc;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const fuzz::Folder folder;
  folder.Write("rules.toml", {reinterpret_cast<const char*>(data), size});
  try {
    const auto rules = RuleSet::Load(folder.path());
    rules->Check();
    for (const PatternRule& rule : rules->patterns()) {
      for (const std::string& text : rule.rejects) {
        for (const Match& match : rules->All(rule.set, text)) {
          fuzz::Require(match.span.begin <= match.span.end && match.span.end <= text.size(),
                        "a match lies in its text");
        }
        rules->First(rule.set, text);
        rules->Full(rule.set, text);
      }
    }
  } catch (const RuleError& error) {
    fuzz::Require(std::string_view(error.what()).find("rules.toml") != std::string_view::npos,
                  "an error names its file");
  }
  return 0;
}
