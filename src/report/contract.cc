#include "report/contract.h"

#include <algorithm>

namespace trichluc {
namespace {

template <typename T>
OrderedJson OrNull(const std::optional<T>& value) {
  return value ? OrderedJson(*value) : OrderedJson(nullptr);
}

// The schema allows 0..1; a rule's weight may have been set carelessly.
double Chance(double value) { return std::clamp(value, 0.0, 1.0); }

template <typename T, typename Convert>
OrderedJson List(const std::vector<T>& items, Convert convert) {
  OrderedJson list = OrderedJson::array();
  for (const T& item : items) list.push_back(convert(item));
  return list;
}

OrderedJson FromAgency(const Agency& agency) {
  return {{"id", OrNull(agency.id)}, {"name", agency.name}, {"printed", agency.printed}};
}

OrderedJson FromAgency(const std::optional<Agency>& agency) {
  return agency ? FromAgency(*agency) : OrderedJson(nullptr);
}

OrderedJson FromAgencies(const std::vector<Agency>& agencies) {
  return List(agencies, [](const Agency& agency) { return FromAgency(agency); });
}

OrderedJson FromSigner(const Signer& signer) {
  return {{"name", signer.name}, {"title", OrNull(signer.title)}, {"authority", OrNull(signer.authority)}};
}

OrderedJson FromReference(const Reference& reference) {
  return {{"type", OrNull(reference.type)}, {"number", OrNull(reference.number)},
          {"date", OrNull(reference.date)}, {"agency", OrNull(reference.agency)},
          {"relation", reference.relation}, {"page", reference.page}};
}

OrderedJson FromTable(const TableRecord& table) {
  return {{"page_from", table.page_from},
          {"page_to", table.page_to},
          {"columns", OrderedJson(table.columns)},
          {"rows", List(table.rows, [](const auto& row) { return OrderedJson(row); })}};
}

OrderedJson FromDeadline(const std::optional<Deadline>& deadline) {
  if (!deadline) return nullptr;
  return {{"text", deadline->text},
          {"kind", deadline->kind},
          {"from", OrNull(deadline->from)},
          {"to", OrNull(deadline->to)},
          {"recurrence", OrNull(deadline->recurrence)}};
}

OrderedJson FromTask(const Task& task) {
  return {{"no", OrNull(task.no)},
          {"section", OrderedJson(task.section)},
          {"kind", OrNull(task.kind)},
          {"content", task.content},
          {"lead", FromAgencies(task.lead)},
          {"coordinators", FromAgencies(task.coordinators)},
          {"approver", FromAgencies(task.approver)},
          {"deadline", FromDeadline(task.deadline)},
          {"output", OrNull(task.output)},
          {"basis", OrNull(task.basis)},
          {"source", task.source},
          {"page_from", task.page_from},
          {"page_to", task.page_to},
          {"confidence", Chance(task.confidence)}};
}

OrderedJson FromFlag(const Flag& flag) {
  return {{"code", flag.code}, {"page", OrNull(flag.page)}, {"detail", flag.detail}};
}

void AddHeader(OrderedJson& json, const Document& d) {
  json["number"] = OrNull(d.number);
  json["number_seq"] = OrNull(d.number_seq);
  json["symbol"] = OrNull(d.symbol);
  json["doc_type"] = nullptr;
  if (d.doc_type) json["doc_type"] = {{"code", d.doc_type->code}, {"name", d.doc_type->name}};
  json["issued_on"] = OrNull(d.issued_on);
  json["place"] = OrNull(d.place);
  json["issuer"] = FromAgency(d.issuer);
  json["parent_issuer"] = FromAgency(d.parent_issuer);
  json["subject"] = OrNull(d.subject);
  json["urgency"] = OrNull(d.urgency);
  json["secrecy"] = OrNull(d.secrecy);
  json["signers"] = List(d.signers, FromSigner);
  json["recipients"] = OrderedJson(d.recipients);
  json["incoming"] = nullptr;
  if (d.incoming) {
    json["incoming"] = {{"agency", OrNull(d.incoming->agency)},
                        {"number", OrNull(d.incoming->number)},
                        {"date", OrNull(d.incoming->date)}};
  }
}

void AddOptional(OrderedJson& json, const Document& d) {
  if (const std::string identity = IdentityOf(d); !identity.empty()) json["id"] = identity;
  if (!d.confidence.empty()) {
    json["confidence"] = OrderedJson::object();
    for (const auto& [field, chance] : d.confidence) json["confidence"][field] = Chance(chance);
  }
  if (const auto& signature = d.electronic_signature) {
    json["electronic_signature"] = {{"signer", OrNull(signature->signer)},
                                    {"agency", OrNull(signature->agency)},
                                    {"email", OrNull(signature->email)},
                                    {"signed_at", OrNull(signature->signed_at)}};
  }
}

}  // namespace

OrderedJson ToContract(const StoredDocument& stored) {
  const Document& d = stored.document;
  OrderedJson json = {{"schema", "trichluc.document/1"}};
  json["file"] = {{"path", stored.path}, {"sha256", stored.sha256}, {"pages", stored.file_pages}};
  json["page_from"] = d.page_from;
  json["page_to"] = d.page_to;
  AddHeader(json, d);
  json["references"] = List(d.references, FromReference);
  json["tables"] = List(d.tables, FromTable);
  json["tasks"] = List(d.tasks, FromTask);
  AddOptional(json, d);
  json["flags"] = List(AllFlags(stored), FromFlag);
  return json;
}

std::vector<Flag> AllFlags(const StoredDocument& stored) {
  std::vector<Flag> flags = stored.document.flags;
  for (const long long id : stored.duplicates) {
    flags.push_back({"duplicate", std::nullopt,
                     "number: document " + std::to_string(id) + " has the same number and issuer"});
  }
  return flags;
}

std::string IdentityOf(const Document& document) {
  if (!document.number) return "";
  return (document.issuer ? document.issuer->name : "") + "|" + *document.number + "|" +
         document.issued_on.value_or("");
}

std::string ToLine(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace trichluc
