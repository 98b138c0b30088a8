// The subject of a document, below its title or under its number (Nghị định 30/2020/NĐ-CP, annex I, component 5). Private to the room.
#pragma once

#include <string>
#include <vector>

#include "extract/context.h"
#include "extract/issue_lines.h"

namespace trichluc {

bool Centred(const ViewLine& line, const PageView& page);

// The centred lines below the title, up to the body or to the line of the day, which minutes have there; `date`: null for none.
std::vector<const ViewLine*> SubjectLines(const Work& work, const ViewLine& title, const ViewLine* date);

// "V/v …" under the number of a công văn.
std::vector<const ViewLine*> UnderNumber(const Work& work, const std::vector<const ViewLine*>& lines, const Head& head);

// Sets the subject, `first` and the lines joined without prefix and specks, and the year that it names; nothing where no letter is
// left.
void SetSubject(Work& work, const std::vector<const ViewLine*>& lines, const std::string& first, const std::string& rule);

}  // namespace trichluc
