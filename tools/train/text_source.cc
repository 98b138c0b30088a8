#include "train/text_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>
#include <unordered_set>

#include "base/files.h"
#include "corpus/error.h"
#include "corpus/plain.h"

namespace trichluc::train {
namespace {

namespace fs = std::filesystem;

constexpr int kHeldOut = 12;       // one document in so many
constexpr std::size_t kLeast = 8;  // bytes of a paragraph worth setting

// How often a file is drawn: documents of offices most, laws least for their size.
double Weight(const std::string& name) {
  if (name.starts_with("admin_docs_tvpl")) return 0.68;
  if (name.starts_with("phap_dien")) return 0.17;
  if (name.starts_with("admin_docs_nqb")) return 0.10;
  return 0.05;
}

std::uint64_t Hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const unsigned char c : text) hash = (hash ^ c) * 0x100000001b3u;
  return hash ^ (hash >> 29);
}

bool IsHeldOut(const std::string& id) { return Hash(id) % kHeldOut == 0; }

std::string Joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + words[i];
  return out;
}

std::vector<std::string> WordsOf(const std::string& paragraph) {
  std::istringstream in(paragraph);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<std::string> Characters(const std::string& text) {
  std::vector<std::string> out;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) == 0x80 && !out.empty()) {
      out.back() += c;
    } else {
      out.emplace_back(1, c);
    }
  }
  return out;
}

Alphabet::Alphabet(const std::string& unicharset_path) {
  const std::vector<std::string> lines = Split(ReadFile(unicharset_path), '\n');
  for (std::size_t i = 2; i < lines.size(); ++i) letters_.insert(lines[i].substr(0, lines[i].find(' ')));
  if (letters_.size() < 100) {
    throw corpus::Error(
        fmt::format("{}: no character set; take it out with combine_tessdata -u", unicharset_path));
  }
}

std::string Alphabet::Answer(const std::string& printed) const {
  static const std::map<std::string, std::string> kAlike = {{"–", "-"}, {"…", "..."}, {"’", "'"}, {"‘", "'"}};
  std::string out;
  for (const std::string& c : Characters(printed)) {
    const auto alike = kAlike.find(c);
    if (alike == kAlike.end() && c != " " && !letters_.contains(c)) return {};
    out += alike == kAlike.end() ? c : alike->second;
  }
  return out;
}

TextSource::TextSource(const std::string& folder, bool held_out, const std::set<std::string>& without) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(".txt.zst")) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::unordered_set<std::string> kept_away;
  for (const fs::path& path : paths) {
    File file{Weight(path.filename().string()), {}};
    bool wanted = false, out_of_bounds = false;
    std::istringstream in(Decompress(ReadFile(path.string())));
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("<<<DOC ")) {
        const std::string id = line.substr(7, line.find('\t') - 7);
        wanted = IsHeldOut(id) == held_out;
        out_of_bounds = without.contains(id);
      } else if (line.size() >= kLeast && !out_of_bounds) {
        const std::string paragraph = corpus::Normalise(line);
        if (wanted) {
          file.paragraphs.push_back(paragraph);
        } else if (!held_out) {
          kept_away.insert(paragraph);
        }
      }
    }
    files_.push_back(std::move(file));
  }
  for (File& file : files_) {
    std::erase_if(file.paragraphs, [&](const std::string& p) { return kept_away.contains(p); });
  }
  std::erase_if(files_, [](const File& file) { return file.paragraphs.empty(); });
  if (files_.empty())
    throw corpus::Error(fmt::format("{}: holds no text; name the folder of *.txt.zst", folder));
}

std::size_t TextSource::paragraphs() const {
  std::size_t count = 0;
  for (const File& file : files_) count += file.paragraphs.size();
  return count;
}

void TextSource::ForEach(
    const std::function<void(const std::string& paragraph, double weight)>& visit) const {
  for (const File& file : files_) {
    for (const std::string& paragraph : file.paragraphs) visit(paragraph, file.weight);
  }
}

std::string TextSource::Words(int words, Random* random) const {
  double total = 0;
  for (const File& file : files_) total += file.weight;
  double at = random->Unit() * total;
  std::size_t f = 0;
  while (f + 1 < files_.size() && at >= files_[f].weight) at -= files_[f++].weight;
  const auto& paragraphs = files_[f].paragraphs;
  const std::vector<std::string> all = WordsOf(paragraphs[random->Next() % paragraphs.size()]);
  const auto count = std::min(all.size(), static_cast<std::size_t>(words));
  // Half of the pieces begin where the paragraph begins: capitals and list marks stand there.
  const std::size_t from = random->Unit() < 0.5 ? 0 : random->Next() % (all.size() - count + 1);
  return Joined(all, from, from + count);
}

std::string TextSource::WordsAround(const std::string& wanted, int words, Random* random) const {
  constexpr int kTries = 4000;
  for (int i = 0; i < kTries; ++i) {
    const File& file = files_[random->Next() % files_.size()];
    const std::string& paragraph = file.paragraphs[random->Next() % file.paragraphs.size()];
    if (paragraph.find(wanted) == std::string::npos) continue;
    const std::vector<std::string> all = WordsOf(paragraph);
    const auto found = std::find(all.begin(), all.end(), wanted);
    if (found == all.end()) continue;
    const auto place = static_cast<std::size_t>(found - all.begin());
    const std::size_t before = std::min(place, random->Next() % static_cast<std::size_t>(words));
    return Joined(all, place - before,
                  std::min(all.size(), place - before + static_cast<std::size_t>(words)));
  }
  return Words(words, random);
}

std::set<std::string> SharedWithCorpus(const std::string& data, const std::string& corpus) {
  std::set<std::string> numbers, sources, ids;
  for (const auto& entry : fs::directory_iterator(corpus)) {
    const fs::path truth = entry.path() / "truth.json";
    if (!fs::exists(truth)) continue;
    for (const auto& document : nlohmann::json::parse(ReadFile(truth.string()))) {
      if (document["number"].is_string()) numbers.insert(document["number"].get<std::string>());
    }
  }
  for (const std::string& line : Split(ReadFile(data + "/symbols/headers.tsv"), '\n')) {
    const std::vector<std::string> fields = Split(line, '\t');
    if (fields.size() >= 7 && numbers.contains(fields[1])) sources.insert(fields[6]);
  }
  for (const std::string& line : Split(ReadFile(data + "/text/index.tsv"), '\n')) {
    const std::vector<std::string> fields = Split(line, '\t');
    if (fields.size() >= 3 && sources.contains(fs::path(fields[2]).filename().string()))
      ids.insert(fields[0]);
  }
  return ids;
}

}  // namespace trichluc::train
