// Lines of a letterhead whose words ran together or came apart ("BỘYTẾÉ", "BỘ YTẾ", "UBNDTỈNHBÉÊNTRE 2"): known by their letters
// alone, without blanks and marks. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/agencies.h"
#include "rules/rules.h"

namespace trichluc {

class RunTogether {
 public:
  explicit RunTogether(const RuleSet& rules);

  // The line as the registry spells it, in capitals: a registered name, alone or with a province or a unit of `place` behind it,
  // abbreviated as it is printed. One letter may be wrong, of long lines two; none where two names are equally near. None for
  // lines in small letters.
  std::optional<std::string> Mend(std::string_view line, const PlaceContext& place) const;

  // A longer name in any case, of which a letter is wrong and the blanks may be ("Văn phòng Đ bảng ủy"), as it is registered.
  std::optional<std::string> Registered(std::string_view name) const;

 private:
  struct Name {
    std::string text, letters;
    bool local;
  };
  struct Search;

  void Add(const std::string& text, bool local);

  const RuleSet& rules_;
  std::vector<Name> names_;
  std::vector<Name> provinces_;  // with their kinds, and without
};

}  // namespace trichluc
