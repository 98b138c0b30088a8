#include "corpus/description.h"

#include <fmt/format.h>

#include "corpus/error.h"

namespace trichluc::corpus {
namespace {

Document ParseDocument(const Node& node) {
  node.AllowOnly({"truth", "blocks", "size"});
  Document document;
  document.truth = node.At("truth");
  document.truth.AllowOnly({"number", "number_seq", "symbol", "doc_type", "issued_on", "place", "issuer",
                            "parent_issuer", "subject", "urgency", "secrecy", "signers", "recipients",
                            "incoming", "references", "electronic_signature"});
  document.size = node.NumberOr("size", 14);
  for (const Node& block : node.At("blocks").Items()) document.blocks.push_back(ParseBlock(block));
  if (document.blocks.empty()) node.Fail("has no blocks; a document is at least one page");
  return document;
}

}  // namespace

Description ParseDescription(const std::string& text, const std::string& file) {
  Description result;
  result.file = file;
  try {
    result.json = std::make_shared<const Json>(Json::parse(text));
  } catch (const nlohmann::json::parse_error& error) {
    throw Error(fmt::format("{}: no right JSON: {}", file, error.what()));
  }
  const Node root(result.json.get(), file);
  root.AllowOnly({"id", "seed", "agencies", "deadlines", "documents"});
  result.id = root.At("id").String();
  result.seed = static_cast<std::uint64_t>(root.IntOr("seed", 1));
  static const Json kEmpty = Json::object();
  result.agencies = root.Has("agencies") ? root.At("agencies") : Node(&kEmpty, file, "/agencies");
  result.deadlines = root.Has("deadlines") ? root.At("deadlines") : Node(&kEmpty, file, "/deadlines");
  for (const Node& document : root.At("documents").Items())
    result.documents.push_back(ParseDocument(document));
  if (result.documents.empty()) root.At("documents").Fail("is empty; describe at least one document");
  return result;
}

}  // namespace trichluc::corpus
