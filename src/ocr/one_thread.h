// Tesseract without threads. Private to the room.
#pragma once

namespace trichluc {

// A program that refers to this has one_thread.cc's functions in place of libgomp's.
void RunOnOneThread();

}  // namespace trichluc
