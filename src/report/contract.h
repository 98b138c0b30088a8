// A stored document as one object of the export contract trichluc.document/1 (export.schema.json beside this
// file is the contract's own copy). Private to the room.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "store/database.h"

namespace trichluc {

using OrderedJson = nlohmann::ordered_json;

// Keys in the order of the schema. What a document does not have is null or empty; the optional keys `id`,
// `confidence` and `electronic_signature` are left out instead.
OrderedJson ToContract(const StoredDocument& stored);

// "issuer|number|date" with what is known of them: the legal identity (Nghị định 30/2020/NĐ-CP, article 15),
// the same after every re-import. "" without a number, since nothing else tells two documents of one office
// apart.
std::string IdentityOf(const Document& document);

// What a person should look at: the document's flags, and "duplicate" where the database holds another
// document of the same number and issuer, which is known only there.
std::vector<Flag> AllFlags(const StoredDocument& stored);

// On one line, UTF-8; bytes that are no UTF-8 (a file name may hold any) become U+FFFD.
std::string ToLine(const OrderedJson& json);

}  // namespace trichluc
