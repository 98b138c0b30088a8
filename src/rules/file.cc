#include "rules/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/files.h"
#include "text/text.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> NamesBelow(const fs::path& directory) {
  std::error_code error;
  std::vector<std::string> names;
  fs::recursive_directory_iterator entry(directory, error);
  for (; !error && entry != fs::end(entry); entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".toml" || path.filename().string().front() == '.' || !entry->is_regular_file())
      continue;
    names.push_back(path.lexically_relative(directory).generic_string());
  }
  if (error) throw RuleError(fmt::format("{}: {}", directory.string(), error.message()));
  std::sort(names.begin(), names.end());
  return names;
}

// What words are repaired with (src/repair): read elsewhere, but part of what is known.
std::vector<std::string> RepairFiles(const fs::path& directory) {
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(directory / "repair", error)) {
    if (entry.is_regular_file() && entry.path().extension() != ".md")
      names.push_back("repair/" + entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<std::string> SplitLines(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else if (c != '\r') {
      lines.back().push_back(c);
    }
  }
  return lines;
}

void Parse(const std::string& text, RuleFile* file) {
  try {
    file->root = toml::parse(text);
  } catch (const toml::parse_error& error) {
    const toml::source_position at = error.source().begin;
    Refuse(*file, {at.line, at.column}, std::string(error.description()));
  }
}

}  // namespace

RuleFiles ReadRuleFiles(const std::string& directory) {
  RuleFiles out;
  std::string all;
  for (const std::string& name : NamesBelow(directory)) {
    auto file = std::make_unique<RuleFile>();
    file->path = (fs::path(directory) / name).generic_string();
    std::string text;
    try {
      text = ReadFile(file->path);
    } catch (const std::system_error& error) {
      throw RuleError(error.what());
    }
    all += fmt::format("{}\n{}\n{}\n", name, text.size(), text);
    file->lines = SplitLines(text);
    Parse(text, file.get());
    out.files.push_back(std::move(file));
  }
  if (out.files.empty())
    throw RuleError(fmt::format("{}: no rule files (*.toml) below this folder", directory));
  for (const std::string& name : RepairFiles(directory)) {
    all += fmt::format("{}\n{}\n", name, Sha256OfFile((fs::path(directory) / name).string()));
  }
  out.hash = Sha256(all);
  return out;
}

Place PlaceOf(const toml::node& node) { return {node.source().begin.line, node.source().begin.column}; }
Place PlaceOf(const toml::key& key) { return {key.source().begin.line, key.source().begin.column}; }

void Refuse(const RuleFile& file, Place place, const std::string& message, const std::string& hint) {
  std::string out = fmt::format("{}:{}:{}: {}", file.path, place.line, place.column, message);
  if (place.line >= 1 && place.line <= file.lines.size()) {
    const std::string& line = file.lines[place.line - 1];
    std::string caret;
    for (const char32_t code : ToCodePoints(line)) {
      if (caret.size() + 1 >= place.column) break;
      caret.push_back(code == U'\t' ? '\t' : ' ');
    }
    out += fmt::format("\n{}\n{}^", line, caret);
  }
  if (!hint.empty()) out += "\n" + hint;
  throw RuleError(out);
}

std::string DidYouMean(std::string_view wrong, const std::vector<std::string>& known) {
  const std::string folded = FoldKey(wrong);
  size_t best = std::max<size_t>(1, Length(wrong) / 2) + 1;
  const std::string* nearest = nullptr;
  for (const std::string& name : known) {
    const size_t distance = EditDistance(folded, FoldKey(name));
    if (distance >= best) continue;
    best = distance;
    nearest = &name;
  }
  return nearest == nullptr ? "" : fmt::format("did you mean `{}`?", *nearest);
}

}  // namespace trichluc
