// Handwriting beside the figures that clerks fill in: signatures in black, initials behind the last word, notes in the
// margin, a preposition of authority written before a title. It is found as regions and kept out of the text.
#pragma once

#include "model/image.h"
#include "model/reading.h"

namespace trichluc {

// Adds regions of kind "handwriting" and takes out the words that were read in them, unless they are print. `text`: as the
// engine saw the page. What `reading.hand` reads stays, as do tables, seals and stamps of arrival. Pages with little print are
// left alone: their ink has nothing to be told from. Returns how many words went.
int FindHandwriting(const Image& text, PageReading* reading);

}  // namespace trichluc
