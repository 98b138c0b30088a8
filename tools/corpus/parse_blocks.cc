// Blocks of the description, one function a kind.
#include <fmt/format.h>

#include "corpus/description.h"

namespace trichluc::corpus {
namespace {

std::vector<LetterheadLine> ParseLetterheadLines(const Node& node, const std::string& key) {
  std::vector<LetterheadLine> result;
  for (const Node& item : node.Items(key)) {
    if (item.json().is_string()) {
      result.push_back({item.Text()});
      continue;
    }
    item.AllowOnly({"text", "bold", "underline"});
    result.push_back({item.Text("text"), item.BoolOr("bold", false), item.BoolOr("underline", false)});
  }
  return result;
}

Letterhead ParseLetterhead(const Node& node) {
  node.AllowOnly({"kind", "left", "right", "number", "date", "under_number", "urgency", "party"});
  Letterhead head;
  head.party = node.BoolOr("party", false);
  head.left = ParseLetterheadLines(node, "left");
  head.right = ParseLetterheadLines(node, "right");
  if (head.right.empty() && head.party) {
    head.right = {{"ĐẢNG CỘNG SẢN VIỆT NAM", true, true}};
  } else if (head.right.empty()) {
    head.right = {{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, false},
                  {"Độc lập - Tự do - Hạnh phúc", true, true}};
  }
  head.number = node.TextOr("number", "");
  head.date = node.TextOr("date", "");
  head.under_number = node.Lines("under_number");
  head.urgency = node.TextOr("urgency", "");
  return head;
}

Incoming ParseIncoming(const Node& node) {
  node.AllowOnly({"kind", "lines", "x", "y", "width", "colour"});
  Incoming stamp;
  stamp.lines = node.Lines("lines");
  stamp.x = node.NumberOr("x", stamp.x);
  stamp.y = node.NumberOr("y", stamp.y);
  stamp.width = node.NumberOr("width", stamp.width);
  stamp.blue = node.Choice("colour", {"red", "blue"}) == "blue";
  return stamp;
}

Heading ParseHeading(const Node& node) {
  node.AllowOnly({"kind", "text", "style", "align"});
  return {node.Text("text"), node.Choice("style", {"bold", "bolditalic"}) == "bolditalic",
          node.Choice("align", {"justify", "left", "center", "right"})};
}

Para ParsePara(const Node& node) {
  node.AllowOnly({"kind", "text", "align", "indent", "footnotes", "task"});
  Para para;
  para.text = node.Text("text");
  para.align = node.Choice("align", {"justify", "left", "center", "right"});
  const bool flush = para.align == "justify" || para.align == "left";
  para.indent = node.NumberOr("indent", flush ? 10 : 0);
  para.footnotes = node.Lines("footnotes");
  if (!node.Has("task")) return para;
  const Node task = node.At("task");
  para.tasks = task.json().is_array() ? task.Items() : std::vector<Node>{task};
  return para;
}

Signature ParseSignature(const Node& node) {
  node.AllowOnly({"kind", "recipients_title", "recipients", "right", "name", "seal"});
  Signature signature;
  signature.recipients = node.Lines("recipients");
  signature.recipients_title =
      node.TextOr("recipients_title", signature.recipients.empty() ? "" : "Nơi nhận:");
  signature.right = node.Lines("right");
  signature.name = node.TextOr("name", "");
  signature.seal = node.BoolOr("seal", true);
  return signature;
}

Esign ParseEsign(const Node& node) {
  node.AllowOnly({"kind", "lines", "where"});
  return {node.Lines("lines"), node.Choice("where", {"signature", "top-right"}) == "top-right"};
}

PageStart ParsePageStart(const Node& node) {
  node.AllowOnly({"kind", "orientation", "numbering", "blank"});
  return {node.Choice("orientation", {"portrait", "landscape"}) == "landscape",
          node.Choice("numbering", {"continue", "restart"}) == "restart", node.BoolOr("blank", false)};
}

}  // namespace

Block ParseBlock(const Node& node) {
  const std::string kind = node.At("kind").String();
  if (kind == "letterhead") return {node, ParseLetterhead(node)};
  if (kind == "incoming") return {node, ParseIncoming(node)};
  if (kind == "title") {
    node.AllowOnly({"kind", "type", "subject", "note"});
    return {node, Title{node.TextOr("type", ""), node.Lines("subject"), node.Lines("note")}};
  }
  if (kind == "address") {
    node.AllowOnly({"kind", "intro", "lines"});
    return {node, Address{node.TextOr("intro", "Kính gửi:"), node.Lines("lines")}};
  }
  if (kind == "heading") return {node, ParseHeading(node)};
  if (kind == "para") return {node, ParsePara(node)};
  if (kind == "table") return {node, ParseTable(node)};
  if (kind == "signature") return {node, ParseSignature(node)};
  if (kind == "esign") return {node, ParseEsign(node)};
  if (kind == "page") return {node, ParsePageStart(node)};
  if (kind == "seal") {
    node.AllowOnly({"kind", "x", "y"});
    return {node, Seal{node.NumberOr("x", 100), node.NumberOr("y", 100)}};
  }
  node.At("kind").Fail(
      fmt::format("\"{}\" is no kind of block; known are letterhead, incoming, title, address, "
                  "heading, para, table, signature, esign, page, seal",
                  kind));
}

}  // namespace trichluc::corpus
