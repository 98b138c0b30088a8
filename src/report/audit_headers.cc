#include "report/audit_headers.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/error.h"
#include "report/audit_loose.h"
#include "report/audit_tally.h"
#include "report/headers_truth.h"
#include "text/text.h"

namespace trichluc {

const char* NameOf(Hand hand) {
  switch (hand) {
    case Hand::kPrinted:
      return "printed";
    case Hand::kHandwritten:
      return "handwritten";
    case Hand::kDoubtful:
      return "doubtful";
  }
  return "";
}

namespace {

using nlohmann::json;

// One file of the truth.
class HeadersScorer {
 public:
  HeadersScorer(const json& truth, const Document& found, HeadersReport& report)
      : truth_(truth), found_(found), report_(report) {
    for (const json& part : truth.value("handwritten", json::array()))
      by_hand_.insert(part.get<std::string>());
  }

  void Run() {
    const bool date_by_hand = by_hand_.count("day") + by_hand_.count("month") + by_hand_.count("year") > 0;
    Check("number", truth_, "number", found_.number, by_hand_.count("number") > 0);
    Check("symbol", truth_, "symbol", found_.symbol);
    Check("issued_on", truth_, "issued_on", found_.issued_on, date_by_hand);
    Check("place", truth_, "place", found_.place);
    if (const json* type = At("doc_type")) {
      Check("doc_type", *type, "code", found_.doc_type ? Value(found_.doc_type->code) : std::nullopt);
    }
    CheckAgency("issuer", "issuer_printed", found_.issuer);
    CheckAgency("parent_issuer", "parent_issuer_printed", found_.parent_issuer);
    Check("subject", truth_, "subject", found_.subject);
    Check("urgency", truth_, "urgency", found_.urgency);
    if (const json* signer = At("signer")) CheckSigner(*signer);
    if (const json* references = At("references_page_1")) CheckReferences(*references);
  }

 private:
  const json* At(const char* key) const {
    const auto at = truth_.find(key);
    return at == truth_.end() || at->is_null() ? nullptr : &*at;
  }

  // As printed, and the name that was made of it, which may have been completed with its place.
  void CheckAgency(const std::string& field, const char* key, const std::optional<Agency>& found) {
    Check(field, truth_, key, found ? Value(found->printed) : std::nullopt);
    const Value truth = TextAt(truth_, key);
    const bool named = truth && found && FoldKey(found->name).rfind(WrittenOut(*truth), 0) == 0;
    Check(field + "_name", truth_, key, named ? truth : found ? Value(found->name) : std::nullopt);
  }

  void CheckSigner(const json& signer) {
    const Signer* found = found_.signers.empty() ? nullptr : &found_.signers.front();
    const Value name = found ? Value(found->name) : std::nullopt;
    const Value truth = TextAt(signer, "name");
    Check("signer_name", signer, "name", SamePerson(truth, name) ? truth : name);
    Check("signer_title", signer, "title_printed", found ? found->title : std::nullopt);
    Check("signer_authority", signer, "authority", found ? found->authority : std::nullopt);
  }

  // A doubt is about a value when it names the whole of it, or quotes a part of it.
  Hand HandOf(const Value& value, bool by_hand) const {
    if (by_hand) return Hand::kHandwritten;
    if (!value) return Hand::kPrinted;
    const std::string whole = FoldKey(*value);
    for (const json& doubt : truth_.value("doubt", json::array())) {
      const std::string text = doubt.get<std::string>();
      const size_t open = text.find('"'), close = text.find('"', open + 1);
      const bool quoted = open != std::string::npos && close != std::string::npos;
      const std::string piece = quoted ? Loose(text.substr(open + 1, close - open - 1)) : "";
      const bool about = (quoted && !piece.empty() && Loose(*value).rfind(piece, 0) == 0) ||
                         (Length(whole) > 3 && FoldKey(text).find(whole) != std::string::npos);
      if (about) return text.find("handwritten") == std::string::npos ? Hand::kDoubtful : Hand::kHandwritten;
    }
    return Hand::kPrinted;
  }

  // The field that the evidence of a compared one is kept under.
  static std::string EvidenceOf(const std::string& field) {
    if (field.starts_with("signer_")) return "signers/0/" + field.substr(7);
    return field.ends_with("_name") ? field.substr(0, field.size() - 5) : field;
  }

  void Check(const std::string& field, const json& object, const char* key, const Value& found,
             bool by_hand = false) {
    if (!object.contains(key)) return;
    const Value truth = TextAt(object, key);
    const Hand hand = HandOf(truth, by_hand);
    Outcome& outcome = report_.fields[field][hand];
    const bool right = SameLoosely(truth, found);
    const std::optional<double> confidence = found ? ConfidenceOf(found_, EvidenceOf(field)) : std::nullopt;
    if (confidence) CountConfidence(report_.reliability, *confidence, right);
    if (right) {
      ++outcome.right;
      return;
    }
    ++(found ? outcome.wrong : outcome.missing);
    Note(field, NameOf(hand), truth, found);
  }

  void CheckReferences(const json& references) {
    std::map<std::string, const Reference*> given;
    for (const Reference& reference : found_.references) {
      if (reference.page == 1 && reference.number) given[Loose(*reference.number)] = &reference;
    }
    report_.references.found += static_cast<int>(given.size());
    for (const json& reference : references) {
      const Value number = TextAt(reference, "number");
      if (!number) continue;
      ++report_.references.expected;
      const auto at = given.find(Loose(*number));
      if (at == given.end()) {
        Note("reference", "page 1", number, std::nullopt);
        continue;
      }
      ++report_.references.matched;
      const Value date = TextAt(reference, "date_iso");
      const bool right = date == at->second->date;
      ++report_.reference_dates.all;
      report_.reference_dates.right += right;
      if (!right) Note("reference " + *number + " date", "page 1", date, at->second->date);
      given.erase(at);
    }
    for (const auto& [key, reference] : given) Note("reference", "page 1", std::nullopt, reference->number);
  }

  void Note(const std::string& field, const char* hand, const Value& truth, const Value& found) {
    report_.misses.push_back(
        {TextAt(truth_, "file").value_or(""), "", "", field + " (" + hand + ")", truth, found});
  }

  const json& truth_;
  const Document& found_;
  HeadersReport& report_;
  std::set<std::string> by_hand_;
};

}  // namespace

HeadersReport AuditHeaders(const Database& database, const std::string& file,
                           const std::string& database_path) {
  const json truths = ReadHeadersTruth(file);
  const FirstDocuments documents(database);
  HeadersReport report;
  try {
    for (const json& truth : truths) {
      const std::string name = truth.at("file").get<std::string>();
      const StoredDocument* found = documents.Of(truth);
      if (found == nullptr) {
        report.unread.push_back(name);
        continue;
      }
      ++report.files;
      HeadersScorer(truth, found->document, report).Run();
    }
  } catch (const json::exception& error) {
    throw UsageError(fmt::format("{}: not a list of letterheads: {}", file, error.what()));
  }
  if (report.files == 0) {
    throw UsageError(
        fmt::format("{}: none of its {} files is in {}; read them with: trichluc ingest --db {} FOLDER", file,
                    report.unread.size(), database_path, database_path));
  }
  return report;
}

}  // namespace trichluc
