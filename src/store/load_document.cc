#include <map>
#include <optional>
#include <utility>

#include "store/rows.h"

namespace trichluc {
namespace {

// The columns that TakeAgency reads, `agencies` and `agency_lives` joined under these names.
std::string AgencyColumns(const std::string& agency, const std::string& life, const std::string& printed) {
  return agency + ".registry_key, " + agency + ".name, " + printed + ", " + life + ".valid_from, " + life +
         ".valid_to, " + life + ".successor_key, " + life + ".successor";
}

// Nothing where the left join found none.
std::optional<Agency> TakeAgency(Statement& query) {
  std::optional<std::string> key, name, printed;
  AgencyLife life;
  query >> key >> name >> printed >> life.from >> life.to >> life.successor_id >> life.successor;
  if (!name) return std::nullopt;
  return Agency{key, *name, printed.value_or(""), life, {}};
}

class DocumentReader {
 public:
  DocumentReader(Connection& connection, long long id) : connection_(connection), id_(id) {}

  Document Read() {
    ReadHead();
    ReadPeople();
    ReadReferences();
    ReadTables();
    ReadTasks();
    ReadTaskParts();
    ReadReasons();
    document_.open_fields = LoadOpenFields(connection_, id_);
    return std::move(document_);
  }

 private:
  void ReadHead() {
    static const std::string sql =
        "SELECT d.page_from, d.page_to, d.number, d.number_seq, d.symbol, y.code, y.name, d.issued_on, "
        "d.place, "
        "d.subject, d.urgency, d.secrecy, " +
        AgencyColumns("i", "il", "d.issuer_printed") + ", " +
        AgencyColumns("p", "pl", "d.parent_issuer_printed") +
        " FROM documents d LEFT JOIN document_types y ON y.id = d.document_type_id "
        "LEFT JOIN agencies i ON i.id = d.issuer_id LEFT JOIN agency_lives il ON il.agency_id = i.id "
        "LEFT JOIN agencies p ON p.id = d.parent_issuer_id LEFT JOIN agency_lives pl ON pl.agency_id = p.id "
        "WHERE d.id = ?";
    Statement query = connection_.Query(sql.c_str());
    query << id_;
    if (!query.Next()) connection_.Fail("failed: a document vanished while it was being read");
    Document& d = document_;
    std::optional<std::string> code, name;
    query >> d.page_from >> d.page_to >> d.number >> d.number_seq >> d.symbol >> code >> name >>
        d.issued_on >> d.place >> d.subject >> d.urgency >> d.secrecy;
    if (code && name) d.doc_type = DocumentType{*code, *name};
    d.issuer = TakeAgency(query);
    d.parent_issuer = TakeAgency(query);
  }

  void ReadPeople() {
    Statement signers = connection_.Query(
        "SELECT name, title, authority FROM signers WHERE document_id = ? ORDER BY ordinal");
    for (signers << id_; signers.Next();) {
      Signer& signer = document_.signers.emplace_back();
      signers >> signer.name >> signer.title >> signer.authority;
    }
    Statement recipients =
        connection_.Query("SELECT text FROM recipients WHERE document_id = ? ORDER BY ordinal");
    for (recipients << id_; recipients.Next();) recipients >> document_.recipients.emplace_back();
    Statement stamp =
        connection_.Query("SELECT agency, number, date FROM incoming_stamps WHERE document_id = ?");
    stamp << id_;
    if (stamp.Next()) {
      Incoming& incoming = document_.incoming.emplace();
      stamp >> incoming.agency >> incoming.number >> incoming.date;
    }
    Statement electronic = connection_.Query(
        "SELECT signer, agency, email, signed_at FROM electronic_signatures WHERE document_id = ?");
    electronic << id_;
    if (electronic.Next()) {
      ElectronicSignature& signature = document_.electronic_signature.emplace();
      electronic >> signature.signer >> signature.agency >> signature.email >> signature.signed_at;
    }
  }

  void ReadReferences() {
    Statement query = connection_.Query(
        "SELECT type, number, date, agency, relation, page FROM document_references WHERE document_id = ? "
        "ORDER BY ordinal");
    for (query << id_; query.Next();) {
      Reference& r = document_.references.emplace_back();
      query >> r.type >> r.number >> r.date >> r.agency >> r.relation >> r.page;
    }
  }

  void ReadTables() {
    std::map<long long, size_t> tables;  // key → place
    Statement heads =
        connection_.Query("SELECT id, page_from, page_to FROM tables WHERE document_id = ? ORDER BY ordinal");
    for (heads << id_; heads.Next();) {
      long long id = 0;
      TableRecord& table = document_.tables.emplace_back();
      heads >> id >> table.page_from >> table.page_to;
      tables[id] = document_.tables.size() - 1;
    }
    for (const auto& [id, place] : tables) {
      TableRecord& table = document_.tables[place];
      Statement columns =
          connection_.Query("SELECT title FROM table_columns WHERE table_id = ? ORDER BY ordinal");
      for (columns << id; columns.Next();) columns >> table.columns.emplace_back();
      // A row without cells is a row: hence the left join.
      Statement cells = connection_.Query(
          "SELECT r.id, c.text FROM table_rows r LEFT JOIN table_cells c ON c.row_id = r.id WHERE r.table_id "
          "= ? "
          "ORDER BY r.ordinal, c.ordinal");
      long long last = -1;
      for (cells << id; cells.Next();) {
        long long row = 0;
        std::optional<std::string> text;
        cells >> row >> text;
        if (row != last) table.rows.emplace_back();
        last = row;
        if (text) table.rows.back().push_back(std::move(*text));
      }
    }
  }

  void ReadTasks() {
    Statement query = connection_.Query(
        "SELECT id, no, kind, content, output, basis, source, page_from, page_to, confidence, "
        "ifnull(table_ordinal, -1), "
        "ifnull(row_ordinal, -1) FROM tasks WHERE document_id = ? ORDER BY ordinal");
    for (query << id_; query.Next();) {
      long long id = 0;
      Task& t = document_.tasks.emplace_back();
      query >> id >> t.no >> t.kind >> t.content >> t.output >> t.basis >> t.source >> t.page_from >>
          t.page_to >> t.confidence >> t.table >> t.row;
      task_places_[id] = document_.tasks.size() - 1;
    }
  }

  void ReadTaskParts() {
    long long id = 0;
    Statement sections = connection_.Query(
        "SELECT s.task_id, s.title FROM task_sections s JOIN tasks t ON t.id = s.task_id WHERE t.document_id "
        "= ? "
        "ORDER BY s.task_id, s.ordinal");
    for (sections << id_; sections.Next();) {
      std::string title;
      sections >> id >> title;
      TaskAt(id).section.push_back(std::move(title));
    }
    static const std::string sql =
        "SELECT x.task_id, x.role, " + AgencyColumns("a", "l", "x.printed") +
        " FROM task_agencies x JOIN tasks t ON t.id = x.task_id JOIN agencies a ON a.id = x.agency_id "
        "LEFT JOIN agency_lives l ON l.agency_id = a.id WHERE t.document_id = ? "
        "ORDER BY x.task_id, x.role, x.ordinal";
    Statement agencies = connection_.Query(sql.c_str());
    for (agencies << id_; agencies.Next();) {
      std::string role;
      agencies >> id >> role;
      Task& task = TaskAt(id);
      std::optional<Agency> agency = TakeAgency(agencies);
      if (!agency) connection_.Fail("is damaged: an agency of a task has no name");
      (role == "lead"       ? task.lead
       : role == "approver" ? task.approver
                            : task.coordinators)
          .push_back(std::move(*agency));
    }
    Statement deadlines = connection_.Query(
        "SELECT l.task_id, l.text, l.kind, l.date_from, l.date_to, l.recurrence FROM deadlines l "
        "JOIN tasks t ON t.id = l.task_id WHERE t.document_id = ?");
    for (deadlines << id_; deadlines.Next();) {
      Deadline deadline;
      deadlines >> id >> deadline.text >> deadline.kind >> deadline.from >> deadline.to >>
          deadline.recurrence;
      TaskAt(id).deadline = std::move(deadline);
    }
  }

  void ReadReasons() {
    Statement evidence = connection_.Query(
        "SELECT field, page, box_left, box_top, box_right, box_bottom, raw, rule, confidence FROM evidence "
        "WHERE document_id = ? ORDER BY ordinal");
    for (evidence << id_; evidence.Next();) {
      Evidence& e = document_.evidence.emplace_back();
      evidence >> e.field >> e.page >> e.box.left >> e.box.top >> e.box.right >> e.box.bottom >> e.raw >>
          e.rule >> e.confidence;
    }
    Statement confidences = connection_.Query(
        "SELECT field, confidence FROM field_confidence WHERE document_id = ? ORDER BY ordinal");
    for (confidences << id_; confidences.Next();) {
      auto& [field, confidence] = document_.confidence.emplace_back();
      confidences >> field >> confidence;
    }
    Statement flags =
        connection_.Query("SELECT code, page, detail FROM flags WHERE document_id = ? ORDER BY ordinal");
    for (flags << id_; flags.Next();) {
      Flag& flag = document_.flags.emplace_back();
      flags >> flag.code >> flag.page >> flag.detail;
    }
  }

  Task& TaskAt(long long id) { return document_.tasks[task_places_.at(id)]; }

  Connection& connection_;
  long long id_;
  Document document_;
  std::map<long long, size_t> task_places_;
};

}  // namespace

Document LoadDocument(Connection& connection, long long id) { return DocumentReader(connection, id).Read(); }

}  // namespace trichluc
