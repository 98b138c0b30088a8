// What is concluded from the candidates for a handwritten number or day. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/likelihood.h"
#include "model/reading.h"
#include "model/record.h"

namespace trichluc {

constexpr double kHandGiven = 0.9;  // contract: "Handwriting"

// How much more often the right value than a wrong one has each of these; the reader's own chances come
// first. The reader errs in ways that it does not foresee: a floor stays for each string that is one figure
// away from a likely one.
constexpr double kReaderUnseen = 0.02;  // it saw none of the right ones
constexpr double kNearMiss = 0.003;     // one figure away from a string it gave
constexpr double kCutOff = 0.05;        // one figure more at an end than a string it gave: the crop was cut
constexpr double kWithSlash = 0.01;     // without the 1 that a string ends with: the printed slash was in the crop
constexpr double kStranger = 1e-6;      // any other

bool AllDigits(const std::string& text);
// "02" and "2" are one number; a letter behind makes another.
std::string PlainNumber(const std::string& number);
// Favours all candidates that are this number; whether one was.
bool FavourNumber(Candidates& candidates, const std::string& number, double times);
// A number that other evidence names: as likely by the reader as its nearness to what the reader saw, and
// at most as likely as all that was not read, unless the crop may have been cut badly.
void ConsiderNumber(Candidates& candidates, const std::string& number);

// That nothing is written at a spot; 1 where the reader of handwriting saw none (null): nobody read anything there.
double BlankChance(const HandReading* spot);
// How likely a number or a day is by what was read at a spot.
double ChanceOf(const std::string& number, const HandReading& spot);

// "0.93"; 1.00 only from 0.995.
std::string ShowChance(double chance);
// The best three.
std::string ShowCandidates(const std::vector<HandCandidate>& candidates);
std::string ShowCandidates(const std::vector<Candidates::Ranked>& ranked);

// Into and out of the record. Candidates below a chance of 1e-6 become part of what is unseen.
void PutCandidates(const Candidates& candidates, OpenField* open);
Candidates CandidatesOf(const OpenField& open);

// `figures`: the candidate that is given, null when none is sure enough. `detail`: of the flag.
struct HandConclusion {
  std::optional<std::string> figures;
  double probability = 0;
  std::string detail;
};
HandConclusion ConcludeHand(const OpenField& open, const std::string& symbol, const Candidates& candidates);

}  // namespace trichluc
