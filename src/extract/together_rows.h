// The order of an office's documents: numbers and days of issue rise together through a year. Private to the
// room.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace trichluc {

// A document whose number and day are sure.
struct Numbered {
  long figures = 0, day = 0;
  std::string rest;  // of its number
  std::string name;  // for people: "2107/SYT-NVY of 2017-11-09"
  long long id = 0;
};

// Documents in the order of their numbers.
using NumberRow = std::vector<Numbered>;

class NumberRows {
 public:
  void Add(const std::string& issuer, const std::string& year, Numbered document);

  // All documents that take their numbers from the row of this symbol: the symbol's own, and those of other
  // symbols of the office whose numbers lie between these with their days (many offices have one row for
  // all). Empty when fewer than two are known, or the known ones are out of order among themselves.
  const NumberRow& Of(const std::string& issuer, const std::string& year, const std::string& rest);

 private:
  std::map<std::pair<std::string, std::string>, NumberRow> offices_;  // by issuer and year
  std::map<std::tuple<std::string, std::string, std::string>, NumberRow> rows_;
};

// How much the row allows this number on this day: 1, or less where it stands against one of the nearest
// documents, or several. Clerks keep numbers back, and register a day late. The document `without` is not
// asked.
double InOrder(const NumberRow& row, long figures, long day, long long without);

// The documents of the row around a number, for people: "after 2107/SYT-NVY of …, before …".
std::string Around(const NumberRow& row, long figures, long long without);

}  // namespace trichluc
