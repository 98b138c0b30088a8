#include "corpus/truth.h"

#include <fmt/format.h>

#include "corpus/plain.h"

namespace trichluc::corpus {
namespace {

Json Copy(const Node& node, const char* key) { return NormalisedCopy(node.At(key).json()); }

Json CopyOrNull(const Node& node, const char* key) {
  return node.Has(key) ? NormalisedCopy(node.At(key).json()) : Json(nullptr);
}

Json Signer(const Node& node) {
  node.AllowOnly({"name", "title", "authority"});
  return {{"name", Copy(node, "name")},
          {"title", CopyOrNull(node, "title")},
          {"authority", CopyOrNull(node, "authority")}};
}

Json Reference(const Node& node, const Paper& paper, PageSpan document) {
  node.AllowOnly({"type", "number", "date", "agency", "relation", "find"});
  Json result{{"type", CopyOrNull(node, "type")},
              {"number", CopyOrNull(node, "number")},
              {"date", CopyOrNull(node, "date")},
              {"agency", CopyOrNull(node, "agency")}};
  if (!node.Has("relation")) node.Fail("lacks the key \"relation\"; add it");
  result["relation"] =
      node.Choice("relation", {"basis", "implements", "amends", "replaces", "attached_to", "mentions"});
  if (!node.Has("find") && !node.Has("number"))
    node.Fail("has no number; add \"find\", a text that is printed");
  const std::string wanted = Normalise(node.At(node.Has("find") ? "find" : "number").String());
  for (int page = document.from; page <= document.to; ++page) {
    if (!paper.sheets[page - 1]->Prints(wanted)) continue;
    result["page"] = page;
    return result;
  }
  node.Fail(
      fmt::format("\"{}\" is on no page of the document; add \"find\" with a text that is printed", wanted));
}

std::string CellText(const Cell& cell) { return PlainText(cell.text); }

// Cells that span rows are repeated, cells that span columns stand in the first.
Json TableTruth(const Table& table, const BlockPlace& place) {
  Json columns = Json::array(), rows = Json::array();
  for (const Column& column : table.columns) columns.push_back(PlainText(column.title));
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    Json cells = Json::array();
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Cell& cell = CellAt(table, r, c);
      const bool first = c == 0 || &CellAt(table, r, c - 1) != &cell;
      cells.push_back(first ? CellText(cell) : "");
    }
    rows.push_back(cells);
  }
  return {{"page_from", place.pages.from}, {"page_to", place.pages.to}, {"columns", columns}, {"rows", rows}};
}

Json DocumentTruth(const Description& description, std::size_t index, const Paper& paper) {
  const Document& document = description.documents[index];
  const DocumentPlace& place = paper.documents[index];
  const Node& said = document.truth;
  Json truth{{"schema", "trichluc.document/1"}, {"page_from", place.pages.from}, {"page_to", place.pages.to}};
  for (const char* key : {"number", "number_seq", "symbol", "doc_type", "issued_on", "place"}) {
    truth[key] = Copy(said, key);
  }
  for (const char* key : {"issuer", "parent_issuer"}) {
    truth[key] = said.Has(key) ? Agency(said.At(key)) : Json(nullptr);
    said.At(key);
  }
  for (const char* key : {"subject", "urgency", "secrecy"}) truth[key] = Copy(said, key);
  truth["signers"] = Json::array();
  for (const Node& signer : said.At("signers").Items()) truth["signers"].push_back(Signer(signer));
  truth["recipients"] = Copy(said, "recipients");
  truth["incoming"] = Copy(said, "incoming");
  truth["references"] = Json::array();
  for (const Node& node : said.At("references").Items()) {
    truth["references"].push_back(Reference(node, paper, place.pages));
  }
  truth["tables"] = Json::array();
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* table = std::get_if<Table>(&document.blocks[i].body);
    if (table) truth["tables"].push_back(TableTruth(*table, place.blocks[i]));
  }
  truth["tasks"] = MakeTasks(description, document, place);
  if (said.Has("electronic_signature")) truth["electronic_signature"] = Copy(said, "electronic_signature");
  return truth;
}

}  // namespace

Json NormalisedCopy(const Json& value) {
  if (value.is_string()) return Normalise(value.get<std::string>());
  if (!value.is_structured()) return value;
  Json result = value;
  for (Json& item : result) item = NormalisedCopy(item);
  return result;
}

Json Agency(const Node& node) {
  node.AllowOnly({"id", "name", "printed"});
  return {{"id", nullptr}, {"name", Copy(node, "name")}, {"printed", Copy(node, "printed")}};
}

Json MakeTruth(const Description& description, const Paper& paper) {
  Json result = Json::array();
  for (std::size_t i = 0; i < description.documents.size(); ++i) {
    result.push_back(DocumentTruth(description, i, paper));
  }
  return result;
}

std::string TruthFile(const Json& truth) { return truth.dump(1) + '\n'; }

}  // namespace trichluc::corpus
