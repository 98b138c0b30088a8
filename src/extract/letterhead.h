// The agency lines of a letterhead: the issuer's full name and the place it speaks of. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "extract/agencies.h"
#include "extract/agency_lists.h"
#include "extract/agency_resolver.h"

namespace trichluc {

class Letterhead {
 public:
  Letterhead(const RuleSet& rules, const AgencyResolver& resolver, const AgencyLists& lists)
      : rules_(rules), resolver_(resolver), lists_(lists) {}

  // See AgencyRegistry.
  Agency Issuer(std::string_view printed, std::string_view parent, const PlaceContext& place) const;
  PlaceContext PlaceOf(std::string_view issuer, std::string_view parent, std::string_view place) const;

 private:
  struct Lines;  // the issuer's and its superior's names and what the registry says of them

  void AddKind(NameParts& parts) const;
  std::optional<Agency> Dependent(const Lines& lines) const;
  std::optional<UnitPhrase> Seat(const Lines& lines) const;
  void Take(const UnitPhrase& unit, PlaceContext& found) const;
  Agency Answer(const Lines& lines, const NameParts& parts) const;

  const RuleSet& rules_;
  const AgencyResolver& resolver_;
  const AgencyLists& lists_;
};

}  // namespace trichluc
