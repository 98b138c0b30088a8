#include "extract/agencies.h"

#include <algorithm>

#include "extract/agency_lists.h"
#include "extract/agency_memory.h"
#include "extract/agency_resolver.h"
#include "extract/letterhead.h"
#include "extract/printed_names.h"
#include "extract/run_together.h"
#include "extract/word_repair.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLongestName = 200;        // letters of a text that may name one agency
constexpr size_t kLongestLeadingName = 20;  // words

}  // namespace

struct AgencyRegistry::Impl {
  explicit Impl(std::shared_ptr<const RuleSet> set)
      : rules(std::move(set)),
        resolver(*rules),
        lists(*rules, [this](const std::string& text, bool near) { return Registered(text, near); }),
        letterhead(*rules, resolver, lists),
        repair(*rules),
        run_together(*rules) {}

  bool Registered(const std::string& text, bool near) const {
    if (Length(text) > kLongestName) return false;
    if (near) return resolver.NearParts(text, {}).has_value();
    if (resolver.Parts(text, {}) || resolver.WholeUnit(text, {})) return true;
    const auto officer = rules->First("agency_officer", text);  // "Giám đốc Sở Kế hoạch và Đầu tư"
    return officer && officer->span.begin == 0 && resolver.Parts(officer->Get("agency"), {}).has_value();
  }

  Agency ResolveCore(const std::string& core, const std::string& printed, const PlaceContext& place) const;
  size_t EndOfRegistered(std::string_view text, size_t begin, const PlaceContext& place) const;
  double LikelihoodOf(const AgencyPiece& piece) const;
  std::string OfficeName(const std::string& core, const PlaceContext& place) const;
  std::vector<AgencyPiece> Pieces(std::string_view text) const;

  std::shared_ptr<const RuleSet> rules;
  AgencyResolver resolver;
  AgencyLists lists;
  Letterhead letterhead;
  WordRepair repair;
  RunTogether run_together;
};

AgencyRegistry::AgencyRegistry(std::shared_ptr<const RuleSet> rules)
    : impl_(std::make_unique<Impl>(std::move(rules))) {}
AgencyRegistry::~AgencyRegistry() = default;

// "Chủ tịch UBND tỉnh" → "Chủ tịch" and the agency written out; "" when no office stands in front.
std::string AgencyRegistry::Impl::OfficeName(const std::string& core, const PlaceContext& place) const {
  const auto officer = rules->First("agency_officer", core);
  if (!officer) return "";
  return resolver.Fallback(officer->Get("officer")) + " " +
         ResolveCore(officer->Get("agency"), core, place).name;
}

Agency AgencyRegistry::Impl::ResolveCore(const std::string& core, const std::string& printed,
                                         const PlaceContext& place) const {
  if (Length(core) > kLongestName) return {std::nullopt, core, printed};
  auto named = [&](NameParts parts) {
    const std::string found = resolver.NameOf(parts);
    if (parts.entry->local) resolver.CompleteKind(parts, {place.province, "", ""});
    Agency agency = resolver.AgencyOf(parts, printed);
    if (!parts.near && agency.name.rfind(found, 0) == 0)
      agency.name.replace(0, found.size(), AsPrinted(resolver.names().Words(core, InCapitals(core)), found, *rules));
    // Small letters of a branch are as printed; NameOf has those of lines in capitals.
    constexpr std::string_view kSmall = " chi nhánh ", kLarge = " Chi nhánh ";
    const size_t branch = Normalise(core).find(kSmall) != std::string::npos ? agency.name.find(kLarge) : std::string::npos;
    if (branch != std::string::npos) agency.name.replace(branch, kLarge.size(), kSmall);
    return agency;
  };
  if (lists.IsGroup(core)) return {std::nullopt, resolver.Fallback(core), printed};
  if (auto parts = resolver.Parts(core, place)) return named(*parts);
  if (const auto unit = resolver.WholeUnit(core, place)) {
    return {std::nullopt, unit->unit != nullptr ? Units::Full(*unit->unit) : unit->kind + " " + unit->name,
            printed};
  }
  const std::string office = OfficeName(core, place);
  if (!office.empty()) return {std::nullopt, office, printed};
  if (auto parts = resolver.NearParts(core, place)) return named(*parts);
  if (const auto registered = run_together.Registered(core)) {
    if (auto parts = resolver.Parts(*registered, place)) {
      parts->near = true;
      parts->distance = 1;
      return named(*parts);
    }
  }
  return {std::nullopt, resolver.Fallback(core), printed, {}, resolver.Rivals(core, place)};
}

Agency AgencyRegistry::Resolve(std::string_view printed, const PlaceContext& place) const {
  const std::string text = Normalise(printed);
  return impl_->ResolveCore(impl_->lists.Strip(text), text, place);
}

// The entries of a list, misread words in it mended.
std::vector<AgencyPiece> AgencyRegistry::Impl::Pieces(std::string_view text) const {
  const auto split = [&] { return lists.Split(repair.Mend(text)); };
  AgencyMemory* memory = AgencyMemory::Of(*rules);
  return memory == nullptr ? split() : memory->pieces.Get(std::string(text), split);
}

std::vector<Agency> AgencyRegistry::ResolveList(std::string_view text, const PlaceContext& place) const {
  std::vector<Agency> agencies;
  for (const AgencyPiece& piece : impl_->Pieces(text)) {
    agencies.push_back(impl_->ResolveCore(piece.Full(), piece.name, place));
  }
  return agencies;
}

// Where the longest registered name at the beginning of `text` ends; 0 when there is none.
size_t AgencyRegistry::Impl::EndOfRegistered(std::string_view text, size_t begin,
                                             const PlaceContext& place) const {
  std::vector<size_t> ends;  // of the first words; a line break is a blank
  for (size_t at = begin; at < text.size() && ends.size() < kLongestLeadingName;) {
    const size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    if (end > at && text[at] == '(') break;  // "(nay là Thuế thành phố Huế)"
    if (end > at) ends.push_back(end);
    at = end + 1;
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    size_t last = *end;
    while (last > begin && std::string_view(",.;:)\"").find(text[last - 1]) != std::string_view::npos) --last;
    const std::string name = Normalise(text.substr(begin, last - begin));
    const size_t word = name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1;
    if (LooseKey(name.substr(word)).empty()) continue;  // "Bộ Y tế và"
    const auto parts = resolver.Parts(name, place);
    if (!parts) continue;
    const bool guessed = std::any_of(parts->units.begin(), parts->units.end(), [](const UnitPhrase& unit) {
      return unit.unit == nullptr && !unit.name.empty();
    });
    if (!guessed) return last;
  }
  return 0;
}

std::optional<LeadingAgency> AgencyRegistry::ResolveLeading(std::string_view text,
                                                            const PlaceContext& place) const {
  const size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  auto result = [&](size_t end, bool registered) -> LeadingAgency {
    return {Resolve(text.substr(begin, end - begin), place), end, registered};
  };
  if (const size_t end = impl_->EndOfRegistered(text, begin, place); end > 0) return result(end, true);
  const std::string_view rest = text.substr(begin);
  if (const auto officer = impl_->rules->First("agency_officer", rest.substr(0, rest.find('\n')))) {
    const size_t at = begin + officer->groups.at("agency").begin;
    if (const size_t end = impl_->EndOfRegistered(text, at, place); end > 0) return result(end, true);
  }
  if (!StartsUpper(std::string(rest.substr(0, 8)))) return std::nullopt;
  const auto about = impl_->rules->First("reference_agency_about", rest);
  const std::vector<Match> stops = impl_->rules->All(about ? "reference_about_end" : "reference_agency_end", rest);
  const auto stop_of = [](const Match& match) { return match.Has("stop") ? match.groups.at("stop").begin : match.span.begin; };
  const auto stop = std::find_if(stops.begin(), stops.end(), [&](const Match& match) {
    return !impl_->rules->First("reference_agency_goes_on", rest.substr(stop_of(match)));
  });
  const size_t end = stop == stops.end() ? rest.size() : stop_of(*stop);
  if (end == 0 || Length(rest.substr(0, end)) > kLongestName) return std::nullopt;
  return result(begin + end, false);
}

Agency AgencyRegistry::ResolveIssuer(std::string_view printed, std::string_view parent_printed,
                                     const PlaceContext& place) const {
  return impl_->letterhead.Issuer(printed, parent_printed, place);
}

std::optional<std::string> AgencyRegistry::Respaced(std::string_view line, const PlaceContext& place) const {
  const std::string core = impl_->lists.Strip(Normalise(line));
  if (impl_->resolver.NearParts(core, place)) return std::nullopt;
  return impl_->run_together.Mend(core, place);
}

bool AgencyRegistry::StartsAgency(std::string_view text) const { return impl_->lists.StartsAgency(text); }

bool AgencyRegistry::IsRegistered(std::string_view text) const {
  return impl_->Registered(impl_->lists.Strip(std::string(text)), false);
}

bool AgencyRegistry::IsOpen(std::string_view text) const {
  const auto open = impl_->rules->First("agency_open", text);
  return open && (open->Get("of") != "unregistered" || !IsRegistered(text));
}

bool AgencyRegistry::LiesInUnits(std::string_view name, std::string_view next) const {
  const std::string both = std::string(name) + " | " + std::string(next);
  return !impl_->rules->First("ends_in_unit", name) && impl_->rules->First("units_of_name", both);
}

bool AgencyRegistry::LiesInPerson(std::string_view name, std::string_view next) const {
  const std::vector<size_t> posts = impl_->lists.PostsOf(std::string(name) + " " + std::string(next));
  return std::any_of(posts.begin(), posts.end(), [&](size_t post) {
    return post == name.size() + 1 || (post < name.size() && IsOpen(name.substr(post)));
  });
}

bool AgencyRegistry::StartsLine(std::string_view text) const { return impl_->rules->First("agency_line", text).has_value(); }

PlaceContext AgencyRegistry::PlaceOf(std::string_view issuer, std::string_view parent,
                                     std::string_view place) const {
  return impl_->letterhead.PlaceOf(issuer, parent, place);
}

double AgencyRegistry::Impl::LikelihoodOf(const AgencyPiece& piece) const {
  constexpr double kRegistered = 1, kGroup = 0.9, kUnit = 0.8, kNear = 0.8, kHead = 0.6;
  constexpr long kLongestGroup = 24, kLongestUnknown = 16;  // words
  const std::string full = piece.Full();
  const long words = std::count(full.begin(), full.end(), ' ') + 1;
  if (words > kLongestGroup) return 0;
  if (resolver.Parts(full, {})) return kRegistered;
  if (piece.group) return kGroup;
  if (resolver.WholeUnit(full, {})) return kUnit;
  const auto standing = rules->Full("agency_standing", full);
  if (standing && resolver.Parts(standing->Get("agency"), {})) return kUnit;
  if (words > kLongestUnknown) return 0;
  if (resolver.NearParts(full, {})) return kNear;
  return lists.StartsAgency(full) ? kHead : 0;
}

double AgencyRegistry::Likelihood(std::string_view text) const {
  const std::string line = Normalise(text);
  if (line.empty() || Length(line) > 3 * kLongestName) return 0;
  const std::vector<AgencyPiece> pieces = impl_->Pieces(text);
  double sum = 0;
  for (const AgencyPiece& piece : pieces) sum += impl_->LikelihoodOf(piece);
  return pieces.empty() ? 0 : sum / static_cast<double>(pieces.size());
}

}  // namespace trichluc
