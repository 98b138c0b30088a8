// Records ↔ rows, one document or page at a time. Private to the room; callers hold the transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"
#include "store/sqlite.h"

namespace trichluc {

// Under `id` where it is given, else under a new one. Returns the id.
long long InsertDocument(Connection& connection, long long file_id, int ordinal, const Document& document,
                         std::optional<long long> id);
// In place of `before`, the document that LoadDocument gives of this id: parts of it that are equal keep their rows.
void UpdateDocument(Connection& connection, long long file_id, int ordinal, const Document& document, long long id,
                    const Document& before);
// What `search` finds of a stored document, made anew from its rows: of its head and signers, of its tasks, of all of it.
// InsertDocument and UpdateDocument have done it.
void IndexHead(Connection& connection, long long id);
void IndexTasks(Connection& connection, long long id);
void IndexDocument(Connection& connection, long long id);
// Equal to the document that was inserted.
Document LoadDocument(Connection& connection, long long id);

// What InsertDocument stored of handwriting.
std::vector<OpenField> LoadOpenFields(Connection& connection, long long document_id);

void InsertPage(Connection& connection, long long file_id, const PageReading& reading,
                const std::string& text);
// In place of those that the file's pages have.
void ReplaceRepairs(Connection& connection, long long file_id, const std::vector<Repair>& repairs);
// Of pages `from` … `to`, in the order of pages and words.
std::vector<Repair> LoadRepairs(Connection& connection, long long file_id, int from, int to);
std::vector<PageReading> LoadReadings(Connection& connection, long long file_id, bool pictures);
std::vector<Crop> LoadCrops(Connection& connection, long long file_id, int page);

// The numbers that a file's documents have.
std::vector<std::string> NumbersOfFile(Connection& connection, long long file_id);

// Points references to the documents that they name, where the database holds those, and to nothing where it
// does not: all references of this file, and everybody's references with one of `numbers` – those that
// documents of this file have or had. In whatever order documents arrive, the links come out the same.
//
// A document is meant when it has the number and nothing speaks against it: dates that are both known must be
// equal. Where several are left, one of the day, then one of the agency that the reference names is
// preferred; where those are different documents (of different issuers, or days), the reference stays without
// a target.
void LinkReferences(Connection& connection, long long file_id, const std::vector<std::string>& numbers);

// Forgets agencies, printed forms and document types that no document uses any more.
void PruneNames(Connection& connection);

}  // namespace trichluc
