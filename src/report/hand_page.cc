// The cases of handwriting as a page of HTML.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/hand_cases.h"

namespace trichluc {
namespace {

constexpr size_t kWorst = 20;
constexpr size_t kCandidates = 4;

constexpr const char* kHead = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>trichluc audit</title><style>
body { font: 15px sans-serif; margin: 2em; color: #222 }
pre { background: #f4f4f4; padding: 1em; overflow-x: auto }
table { border-collapse: collapse } th, td { border: 1px solid #ccc; padding: 4px 8px; vertical-align: top; text-align: left }
td.n { text-align: right } td.right { background: #e4f3e4 } td.off { background: #fbe3e0 }
img { max-width: 460px; max-height: 110px } small { color: #777 }
.worst { display: flex; flex-wrap: wrap; gap: 12px } .worst div { border: 1px solid #ccc; padding: 6px }
@page { size: A4 landscape; margin: 12mm }
@media print {
body { font-size: 9px; margin: 0 } pre { font-size: 8px; padding: 0; overflow: visible; white-space: pre-wrap; background: none }
h2 { break-after: avoid } tr, .worst div { break-inside: avoid }
table { width: 100% } th, td { padding: 2px 4px; print-color-adjust: exact }
td:first-child { overflow-wrap: anywhere; min-width: 50mm } img { max-width: 75mm; max-height: 22mm }
.worst { display: block } .worst div { display: inline-block; width: 80mm; margin: 0 2mm 2mm 0; vertical-align: top }
}
</style></head><body>
<h1>trichluc audit</h1>
)";

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string Base64(std::string_view bytes) {
  constexpr char kSigns[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (size_t k = 0; k < 4; ++k)
      out += i + k <= bytes.size() ? kSigns[group >> (18 - 6 * k) & 63] : '=';
  }
  return out;
}

std::string Picture(const HandCase& one) {
  const std::string& png = one.picture.empty() ? one.crop.png : one.picture;
  if (png.empty()) return "<small>no picture kept</small>";
  return "<img alt=\"" + Escaped(one.kind) + "\" src=\"data:image/png;base64," + Base64(png) + "\">";
}

std::string CandidatesOf(const HandCase& one) {
  if (one.candidates.empty()) return "<small>no spot found</small>";
  std::string text;
  for (size_t i = 0; i < std::min(kCandidates, one.candidates.size()); ++i) {
    const HandCandidate& candidate = one.candidates[i];
    text += fmt::format("{}{} <small>{:.2f}</small>", i > 0 ? "<br>" : "",
                        candidate.text.empty() ? "(nothing)" : Escaped(candidate.text), candidate.probability);
  }
  return text;
}

std::string PlainOf(const HandCase& one) {
  return !one.plain ? "–" : one.plain->empty() ? "(nothing)" : Escaped(*one.plain);
}

// Without leading zeros, as they are compared.
std::string Bare(const std::string& figures) {
  return figures.substr(std::min(figures.find_first_not_of('0'), figures.size()));
}

// Green when right, red when wrong; neither without truth or value.
const char* Judged(const HandCase& one) {
  if (!one.truth || !one.given) return "n";
  return Bare(*one.truth) == Bare(*one.given) ? "n right" : "n off";
}

std::string WorstOf(std::vector<const HandCase*> cases) {
  std::erase_if(cases, [](const HandCase* one) { return !one->truth; });
  if (cases.empty()) return "";
  std::stable_sort(cases.begin(), cases.end(), [](const HandCase* a, const HandCase* b) {
    return ChanceOfTruth(*a) < ChanceOfTruth(*b);
  });
  cases.resize(std::min(kWorst, cases.size()));
  std::string html = fmt::format("<h2>The {} whose truth had the least chance</h2>\n<div class=\"worst\">\n", cases.size());
  for (const HandCase* one : cases) {
    html += fmt::format("<div>{}<br><b>{}</b> <small>{}, chance {:.3f}</small><br>{}<br><small>Tesseract:</small> {}</div>\n",
                        Picture(*one), Escaped(*one->truth), Escaped(one->kind), ChanceOfTruth(*one),
                        CandidatesOf(*one), PlainOf(*one));
  }
  return html + "</div>\n";
}

std::string Row(const HandCase& one) {
  return fmt::format(
      "<tr><td>{}<br><small>{}</small></td><td>{}</td><td>{}</td><td class=\"n\">{}</td><td>{}</td><td>{}</td>"
      "<td class=\"{}\">{}</td><td class=\"n\">{}</td></tr>\n",
      Escaped(one.title), Escaped(one.file), Escaped(one.kind), Picture(one),
      one.truth ? Escaped(*one.truth) : "–", CandidatesOf(one), Escaped(one.weighed), Judged(one),
      one.given ? Escaped(*one.given) : "–", PlainOf(one));
}

}  // namespace

std::string HandReportAsHtml(const std::vector<HandCase>& cases, const std::string& figures) {
  std::string html = kHead;
  if (!figures.empty()) html += "<pre>" + Escaped(figures) + "</pre>\n";
  html += fmt::format("<h2>Handwriting: {} spots</h2>\n", cases.size());
  const std::string tally = PrintHandTally(TallyHand(cases));
  if (!tally.empty()) html += "<pre>" + Escaped(tally) + "</pre>\n";
  std::vector<const HandCase*> all;
  for (const HandCase& one : cases) all.push_back(&one);
  html += WorstOf(all);
  html +=
      "<h2>All</h2>\n<table><thead><tr><th>document</th><th>what</th><th>picture</th><th>truth</th><th>reader</th>"
      "<th>all evidence</th><th>given</th><th>Tesseract</th></tr></thead><tbody>\n";
  for (const HandCase& one : cases) html += Row(one);
  return html + "</tbody></table>\n</body></html>\n";
}

}  // namespace trichluc
