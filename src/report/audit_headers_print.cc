// The letterheads' audit as a table and as JSON.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/audit_headers.h"

namespace trichluc {
namespace {

using Json = nlohmann::ordered_json;

constexpr Hand kHands[] = {Hand::kPrinted, Hand::kHandwritten, Hand::kDoubtful};
constexpr const char* kOrder[] = {
    "number",       "symbol",          "issued_on",          "place",   "doc_type", "issuer",
    "issuer_name",  "parent_issuer",   "parent_issuer_name", "subject", "urgency",  "signer_name",
    "signer_title", "signer_authority"};

std::string Trimmed(const std::string& line) { return line.substr(0, line.find_last_not_of(' ') + 1) + "\n"; }

std::string PrintField(const std::string& field, const std::map<Hand, Outcome>& hands) {
  std::string line = fmt::format("{:<20}", field);
  for (const Hand hand : kHands) {
    const auto at = hands.find(hand);
    line += at == hands.end() ? std::string(26, ' ')
                              : fmt::format("{:>5} {:>5} {:>9}{:5}", at->second.right, at->second.wrong,
                                            at->second.missing, "");
  }
  return Trimmed(line);
}

// What counts where a value may be left out: how often it is given, and how often it is not wrong.
std::string PrintGiven(const char* field, const HeadersReport& report) {
  const auto at = report.fields.find(field);
  if (at == report.fields.end()) return "";
  Outcome sum;
  for (const auto& [hand, outcome] : at->second) {
    sum.right += outcome.right;
    sum.wrong += outcome.wrong;
    sum.missing += outcome.missing;
  }
  const double all = std::max(1, sum.All());
  return fmt::format("{}: given {:.3f}, right or not given {:.3f} of {}\n", field,
                     (sum.right + sum.wrong) / all, (sum.right + sum.missing) / all, sum.All());
}

Json OrNull(const std::optional<std::string>& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

std::string PrintHeaders(const HeadersReport& report) {
  std::string names = fmt::format("{:<20}", fmt::format("{} files", report.files)), titles(20, ' ');
  for (const Hand hand : kHands) {
    names += fmt::format("{:<26}", NameOf(hand));
    titles += fmt::format("{:<26}", "right wrong not given");
  }
  std::string text = Trimmed(names) + Trimmed(titles);
  for (const char* field : kOrder) {
    const auto at = report.fields.find(field);
    if (at != report.fields.end()) text += PrintField(field, at->second);
  }
  for (const char* field : {"number", "issued_on"}) text += PrintGiven(field, report);
  text += "values right, by confidence\n";
  for (size_t i = kBinStarts.size(); i-- > 0;) {
    const Share share = report.reliability[i];
    if (share.all > 0)
      text +=
          fmt::format("  from {:.2f}  {:.3f}  {}/{}\n", kBinStarts[i], share.Value(), share.right, share.all);
  }
  if (report.references.expected == 0) return text;
  const Retrieval& list = report.references;
  return text +
         fmt::format("references of page 1: {} of {} found, {} beyond, F1 {:.3f}; dates right {} of {}\n",
                     list.matched, list.expected, list.found - list.matched, list.F1(),
                     report.reference_dates.right, report.reference_dates.all);
}

std::string HeadersAsJson(const HeadersReport& report, size_t limit) {
  Json object = {{"files", report.files}, {"fields", Json::object()}, {"reliability", Json::array()}};
  for (size_t i = 0; i < kBinStarts.size(); ++i) {
    const Share share = report.reliability[i];
    object["reliability"].push_back({{"from", kBinStarts[i]}, {"right", share.right}, {"all", share.all}});
  }
  for (const auto& [field, hands] : report.fields) {
    for (const auto& [hand, outcome] : hands) {
      object["fields"][field][NameOf(hand)] = {
          {"right", outcome.right}, {"wrong", outcome.wrong}, {"missing", outcome.missing}};
    }
  }
  object["references"] = {{"matched", report.references.matched},
                          {"found", report.references.found},
                          {"expected", report.references.expected},
                          {"f1", report.references.F1()}};
  object["reference_dates"] = {{"right", report.reference_dates.right}, {"all", report.reference_dates.all}};
  object["unread"] = report.unread;
  object["misses"] = Json::array();
  for (size_t i = 0; i < std::min(limit, report.misses.size()); ++i) {
    const Miss& miss = report.misses[i];
    object["misses"].push_back({{"file", miss.scan},
                                {"field", miss.field},
                                {"expected", OrNull(miss.expected)},
                                {"found", OrNull(miss.found)}});
  }
  return object.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trichluc
