// The audit as tables for people.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "report/audit.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kLabelWidth = 29, kValueWidth = 18, kColumnsAtOnce = 4, kIdWidth = 25;

// Padded to a width in characters, not bytes.
std::string Pad(const std::string& text, size_t width) {
  std::u32string points = ToCodePoints(text);
  if (points.size() > width) points = points.substr(0, width - 1) + U"…";
  return FromCodePoints(points) + std::string(width - points.size(), ' ');
}

// Never 1.000 for what is not quite right, nor 0.000 for what is not quite wrong.
std::string Number(std::optional<double> value) {
  if (!value) return "–";
  double shown = std::round(*value * 1000) / 1000;
  if (shown >= 1 && *value < 1) shown = 0.999;
  if (shown <= 0 && *value > 0) shown = 0.001;
  return fmt::format("{:.3f}", shown);
}

template <typename Map>
auto Find(const Map& map, const char* key) {
  const auto at = map.find(key);
  return at == map.end() ? typename Map::mapped_type{} : at->second;
}

// The value and, where they fit, the counts behind it.
std::string Cell(std::optional<double> value, long part, long whole) {
  if (!value) return Pad("    –", kValueWidth);
  const std::string counts = fmt::format("{} {:>4}/{}", Number(value), part, whole);
  return Pad(counts.size() < kValueWidth ? counts : Number(value), kValueWidth);
}

using Column = std::pair<std::string, const Score*>;

std::string Line(const std::string& label, const std::vector<Column>& columns,
                 const std::function<std::string(const Score&)>& cell) {
  std::string line = Pad(label, kLabelWidth);
  for (const auto& [name, score] : columns) line += cell(*score);
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

std::string PrintFigure(const Figure& figure, const std::vector<Column>& columns) {
  const std::string key = figure.key, label = (figure.part ? "  " : "") + std::string(figure.label);
  switch (figure.kind) {
    case FigureKind::kShare:
      return Line(label, columns, [&](const Score& score) {
        const Share share = Find(score.shares, figure.key);
        return Cell(FigureValue(score, key), share.right, share.all);
      });
    case FigureKind::kRate:
      return Line(label, columns, [&](const Score& score) {
        const ErrorRate rate = Find(score.rates, figure.key);
        return Cell(FigureValue(score, key), rate.errors, rate.length);
      });
    case FigureKind::kList: {
      const auto list = [&](const Score& score) { return Find(score.lists, figure.key); };
      return Line(label + ": F1", columns,
                  [&](const Score& score) {
                    return Pad(Number(FigureValue(score, key + "_f1")), kValueWidth);
                  }) +
             Line("  precision", columns,
                  [&](const Score& score) {
                    return Cell(FigureValue(score, key + "_p"), list(score).matched, list(score).found);
                  }) +
             Line("  recall", columns, [&](const Score& score) {
               return Cell(FigureValue(score, key + "_r"), list(score).matched, list(score).expected);
             });
    }
  }
  return "";
}

std::string PrintReliability(const char* label, Reliability Score::*bins,
                             const std::vector<Column>& columns) {
  std::string text;
  for (size_t i = 0; i < kBinStarts.size(); ++i) {
    const bool last = i + 1 == kBinStarts.size();
    const std::string range = fmt::format("{:.2f} to {}{:.2f}", kBinStarts[i], last ? "" : "below ",
                                          last ? 1.0 : kBinStarts[i + 1]);
    text += Line("  " + range, columns, [&](const Score& score) {
      const Share share = (score.*bins)[i];
      return Cell(share.all == 0 ? std::nullopt : std::optional(share.Value()), share.right, share.all);
    });
  }
  return fmt::format("{}\n{}", label, text);
}

std::string PrintColumns(const std::vector<Column>& columns) {
  std::string text = Pad("", kLabelWidth);
  for (const auto& [name, score] : columns) text += Pad(name, kValueWidth);
  text = text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
  for (const Figure& figure : Figures()) {
    const std::string name = figure.key + std::string(figure.kind == FigureKind::kList ? "_f1" : "");
    const bool scored = std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
      return FigureValue(*column.second, name).has_value();
    });
    if (scored) text += PrintFigure(figure, columns);
  }
  text += PrintReliability("header values right, by confidence", &Score::header_reliability, columns);
  text += PrintReliability("values of tasks right, by confidence of the task", &Score::task_value_reliability,
                           columns);
  return text + PrintReliability("tasks wholly right, by confidence", &Score::task_reliability, columns);
}

// The main figures of each scan.
std::string PrintScans(const AuditReport& report) {
  static const std::pair<const char*, const char*> kMain[] = {
      {"header", "header"},     {"refs", "reference_f1"}, {"tasks", "task_f1"},
      {"cells", "cells"},       {"dates", "deadlines"},   {"agenc.", "agency_f1"},
      {"rows", "table_row_f1"}, {"CER", "page_cer"},      {"WER", "page_wer"}};
  std::string text, quality;
  for (const ScanScore& scan : report.scans) {
    if (scan.quality != quality) {
      quality = scan.quality;
      text += (text.empty() ? "" : "\n") + Pad(quality, kIdWidth);
      for (const auto& [title, name] : kMain) text += fmt::format("{:>8}", title);
      text += "\n";
    }
    text += Pad(scan.id, kIdWidth);
    for (const auto& [title, name] : kMain)
      text += fmt::format("{:>8}", Number(FigureValue(scan.score, name)));
    text += "\n";
  }
  return text;
}

}  // namespace

std::string PrintAudit(const AuditReport& report) {
  std::vector<Column> columns;
  for (const auto& [quality, score] : report.qualities) columns.emplace_back(quality, &score);
  if (columns.size() > 1) columns.emplace_back("total", &report.total);
  std::string text = PrintScans(report);
  for (size_t from = 0; from < columns.size(); from += kColumnsAtOnce) {
    const size_t to = std::min(columns.size(), from + kColumnsAtOnce);
    text += "\n" + PrintColumns(
                       {columns.begin() + static_cast<long>(from), columns.begin() + static_cast<long>(to)});
  }
  return text;
}

}  // namespace trichluc
