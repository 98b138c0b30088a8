// What the names of one document came out as: its lines and cells ask for the same ones again and again. Private to the
// room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/agency_lists.h"
#include "extract/agency_resolver.h"

namespace trichluc {

// Answers by what was asked, so many at most; what is asked beyond is worked out each time.
template <typename Answer>
class Remembered {
 public:
  // The answer that was kept, else the one that `work_out` gives.
  template <typename WorkOut>
  Answer Get(std::string key, const WorkOut& work_out) {
    const auto found = kept_.find(key);
    if (found != kept_.end()) return found->second;
    Answer answer = work_out();
    if (kept_.size() < kMost) kept_.emplace(std::move(key), answer);
    return answer;
  }

 private:
  static constexpr size_t kMost = 4096;
  std::unordered_map<std::string, Answer> kept_;
};

// While one lives, its thread remembers what names came out as by these rules. One at a time in a thread; the rules must
// outlive it.
class AgencyMemory {
 public:
  explicit AgencyMemory(const RuleSet& rules);
  ~AgencyMemory();
  AgencyMemory(const AgencyMemory&) = delete;
  AgencyMemory& operator=(const AgencyMemory&) = delete;

  // The one that lives in this thread for these rules; null when there is none.
  static AgencyMemory* Of(const RuleSet& rules);

  Remembered<std::optional<NameParts>> parts, near_parts;  // by name and place
  Remembered<std::vector<AgencyPiece>> pieces;             // by the text of a list

 private:
  const RuleSet* rules_;
};

// What names are remembered by: the same name is another agency elsewhere.
std::string KeyOf(std::string_view name, const PlaceContext& place);

}  // namespace trichluc
