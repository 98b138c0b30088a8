// Comparing and counting for one scan. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/audit.h"
#include "report/audit_truth.h"

namespace trichluc {

using Value = std::optional<std::string>;

// What is compared of a string, as audit.h says.
std::string CompareForm(const std::string& text);
bool SameValue(const Value& a, const Value& b);

// The names of agencies, joined: one cell.
Value JoinNames(const std::vector<Agency>& agencies);
Value Join(const std::vector<std::string>& parts, const char* between);

class Tally {
 public:
  Tally(std::string scan, std::string quality) : scan_(std::move(scan)), quality_(std::move(quality)) {}

  // What follows is about this document. `absent`: truth has it, the database does not; then every Check
  // fails.
  void Begin(const std::string& document, bool absent);
  bool absent() const { return absent_; }

  // Counts one value under a share and notes a difference. Returns whether it is right.
  bool Check(const char* key, const std::string& field, const Value& expected, const Value& found);
  void Count(const char* key, bool right);
  void Note(const std::string& field, const Value& expected, const Value& found);

  Score score;
  std::vector<Miss> misses;

 private:
  std::string scan_, quality_, document_;
  bool absent_ = false;
};

void CountConfidence(Reliability& bins, double confidence, bool right);
// The chance that the document gives for a field: its own statement, else its strongest evidence.
std::optional<double> ConfidenceOf(const Document& document, const std::string& field);

// Each scores one part of a document (or of the whole file), with everything that belongs to it.
void ScoreHeader(const TruthDocument& truth, const Document& found, Tally& tally);
void ScoreReferences(const TruthDocument& truth, const Document& found, Tally& tally);
void ScoreTasks(const TruthDocument& truth, const Document& found, Tally& tally);
void ScoreTables(const TruthDocument& truth, const Document& found, Tally& tally);
void ScorePages(const std::vector<std::string>& truth, const std::vector<std::string>& found, Tally& tally);
// Lines under stamps, wherever on their page they come out.
void ScoreStamps(const std::vector<StampedLine>& lines, const std::vector<std::string>& found, Tally& tally);

// All of it: what truth says of a file against what was found in it.
void ScoreFile(const Truth& truth, const std::vector<Document>& documents,
               const std::vector<std::string>& page_texts, Tally& tally);

}  // namespace trichluc
