// Pages with a ĐẾN stamp (Nghị định 30/2020/NĐ-CP, annex IV) that a clerk has filled in, for tests: the corpus
// maker's paper and print, copybook figures.
#pragma once

#include <string>

#include "clerk/shapes.h"
#include "corpus/quality.h"
#include "corpus/sheet.h"

namespace trichluc::clerk {

// What is printed and what is written. Sizes in mm, from the top left of an A4 sheet.
struct ArrivalForm {
  std::string office = "SỞ Y TẾ KIÊN GIANG";
  std::string number, date;  // "961", "19/10/17"
  double x = 22, y = 62, width = 50, height = 36;
  double tilt = 0;         // degrees
  bool red = false;        // the stamp; the pen is then blue, else black
  bool parted = false;     // a rule between ĐẾN and the lines
  int office_lines = 1;    // of its name
  int lines = 4;           // that the clerk fills in: number, day, to whom it goes, where it is kept
  bool touching = false;    // the strokes between day and month run into the figures beside them
  bool of_arrival = false;  // "Số đến", "Ngày đến" instead of "Số:", "Ngày:"
};
ArrivalForm DrawForm(Random* random);  // any of these, with a number of one to four figures and a day of 2017

// A letter's first page with the stamp on it.
corpus::Sheet MakeArrivalPage(const ArrivalForm& form, Random* random);

}  // namespace trichluc::clerk
