// The letterhead, the signers, the recipients, the ĐẾN stamp.
#include <algorithm>

#include "report/audit_align.h"
#include "report/audit_tally.h"
#include "text/text.h"

namespace trichluc {
namespace {

struct HeaderField {
  const char* key;  // in truth, in the confidences, and of the figure
  Value (*get)(const Document&);
};

Value NameOf(const std::optional<Agency>& agency) { return agency ? Value(agency->name) : std::nullopt; }

const HeaderField kFields[] = {
    {"number", [](const Document& d) { return d.number; }},
    {"number_seq",
     [](const Document& d) { return d.number_seq ? Value(std::to_string(*d.number_seq)) : std::nullopt; }},
    {"symbol", [](const Document& d) { return d.symbol; }},
    {"issued_on", [](const Document& d) { return d.issued_on; }},
    {"doc_type", [](const Document& d) { return d.doc_type ? Value(d.doc_type->code) : std::nullopt; }},
    {"place", [](const Document& d) { return d.place; }},
    {"issuer", [](const Document& d) { return NameOf(d.issuer); }},
    {"parent_issuer", [](const Document& d) { return NameOf(d.parent_issuer); }},
    {"subject", [](const Document& d) { return d.subject; }},
    {"urgency", [](const Document& d) { return d.urgency; }},
    {"secrecy", [](const Document& d) { return d.secrecy; }},
};

class HeaderScorer {
 public:
  HeaderScorer(const TruthDocument& truth, const Document& found, Tally& tally)
      : truth_(truth), found_(found), tally_(tally) {}

  void Run() {
    for (const HeaderField& field : kFields) {
      if (!truth_.keys.count(field.key)) continue;
      Check(field.key, field.key, field.key, field.get(truth_.document), field.get(found_));
    }
    if (truth_.keys.count("signers")) Signers();
    if (truth_.keys.count("incoming")) Incomings();
    if (scored_) tally_.Count("header_all", all_right_);
    if (truth_.keys.count("recipients")) Recipients();
  }

 private:
  // `evidence`: the name of the field in confidences.
  void Check(const char* key, const std::string& field, const std::string& evidence, const Value& expected,
             const Value& found) {
    const bool right = tally_.Check(key, field, expected, found);
    tally_.Count("header", right);
    scored_ = true;
    all_right_ = all_right_ && right;
    if (!found) return;
    const std::optional<double> confidence = ConfidenceOf(found_, evidence);
    if (confidence) CountConfidence(tally_.score.header_reliability, *confidence, right);
  }

  // One signer of either side; nullptr: the other side has one more.
  void CheckSigner(const Signer* expected, const Signer* found, const Keys& keys, size_t place) {
    const std::string field = "signer " + std::to_string(place + 1);
    const std::string evidence = "signers/" + std::to_string(place);
    const auto value = [](const Signer* signer, auto get) { return signer ? get(*signer) : Value(); };
    const auto check = [&](const char* key, const char* part, auto get) {
      if (!keys.count(part)) return;
      Check(key, field + " " + part, evidence + "/" + part, value(expected, get), value(found, get));
    };
    check("signer_name", "name", [](const Signer& s) { return Value(s.name); });
    check("signer_title", "title", [](const Signer& s) { return s.title; });
    check("signer_authority", "authority", [](const Signer& s) { return s.authority; });
  }

  void Signers() {
    const std::vector<Signer>&expected = truth_.document.signers, &found = found_.signers;
    static const Keys kAll = {"name", "title", "authority"};
    if (expected.empty() && found.empty()) return CheckSigner(nullptr, nullptr, kAll, 0);
    std::vector<bool> taken(found.size());
    const auto pairs = Align(expected.size(), found.size(), [&](size_t i, size_t j) {
      return SameValue(expected[i].name, found[j].name) ? 1.0 : i == j ? 0.1 : 0.0;
    });
    std::vector<const Signer*> partner(expected.size(), nullptr);
    for (const auto& [i, j] : pairs) {
      partner[i] = &found[j];
      taken[j] = true;
    }
    for (size_t i = 0; i < expected.size(); ++i) CheckSigner(&expected[i], partner[i], truth_.signers[i], i);
    for (size_t j = 0; j < found.size(); ++j) {
      if (!taken[j]) CheckSigner(nullptr, &found[j], {"name"}, j);
    }
  }

  void Incomings() {
    const std::optional<Incoming>&expected = truth_.document.incoming, &found = found_.incoming;
    const auto check = [&](const char* key, const char* part, Value Incoming::*member) {
      if (expected && !truth_.incoming.count(part)) return;
      const std::string field = "incoming/" + std::string(part);
      Check(key, field, field, expected ? (*expected).*member : Value(), found ? (*found).*member : Value());
    };
    check("incoming_agency", "agency", &Incoming::agency);
    check("incoming_number", "number", &Incoming::number);
    check("incoming_date", "date", &Incoming::date);
  }

  // Equal lines, in whatever order; of the rest, those that are alike are shown beside each other.
  void Recipients() {
    const std::vector<std::string>&expected = truth_.document.recipients, &found = found_.recipients;
    Retrieval& count = tally_.score.lists["recipient"];
    count.expected += static_cast<int>(expected.size());
    count.found += static_cast<int>(found.size());
    const auto pairs = Align(expected.size(), found.size(), [&](size_t i, size_t j) {
      if (SameValue(expected[i], found[j])) return 1.0;
      const size_t longer = std::max(Length(expected[i]), Length(found[j]));
      return EditDistance(expected[i], found[j], longer / 2) <= longer / 2 ? 0.01 : 0.0;
    });
    std::vector<bool> paired(expected.size()), taken(found.size());
    for (const auto& [i, j] : pairs) {
      paired[i] = taken[j] = true;
      const bool right = SameValue(expected[i], found[j]);
      count.matched += right;
      if (!right) tally_.Note("recipient " + std::to_string(i + 1), expected[i], found[j]);
    }
    for (size_t i = 0; i < expected.size(); ++i) {
      if (!paired[i] && !tally_.absent()) tally_.Note("recipient " + std::to_string(i + 1), expected[i], {});
    }
    for (size_t j = 0; j < found.size(); ++j) {
      if (!taken[j]) tally_.Note("recipient", {}, found[j]);
    }
  }

  const TruthDocument& truth_;
  const Document& found_;
  Tally& tally_;
  bool scored_ = false, all_right_ = true;
};

}  // namespace

void ScoreHeader(const TruthDocument& truth, const Document& found, Tally& tally) {
  HeaderScorer(truth, found, tally).Run();
}

}  // namespace trichluc
