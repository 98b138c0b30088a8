#include "extract/agency_memory.h"

#include <functional>

namespace trichluc {
namespace {

thread_local AgencyMemory* living = nullptr;

}  // namespace

AgencyMemory::AgencyMemory(const RuleSet& rules) : rules_(&rules) { living = this; }
AgencyMemory::~AgencyMemory() { living = nullptr; }

AgencyMemory* AgencyMemory::Of(const RuleSet& rules) {
  return living != nullptr && living->rules_ == &rules ? living : nullptr;
}

std::string KeyOf(std::string_view name, const PlaceContext& place) {
  std::string key(name);
  for (const std::string& part : {std::cref(place.province), std::cref(place.district), std::cref(place.commune)}) {
    key += '\0';
    key += part;
  }
  return key;
}

}  // namespace trichluc
