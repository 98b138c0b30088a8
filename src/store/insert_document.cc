#include <tuple>

#include "store/rows.h"

namespace trichluc {
namespace {

long long TypeId(Connection& connection, const DocumentType& type) {
  long long id = 0;
  {
    Statement find = connection.Query("SELECT id FROM document_types WHERE code = ? AND name = ?");
    find << type.code << type.name;
    if (find.Next()) {
      find >> id;
      return id;
    }
  }
  (connection.Query("INSERT INTO document_types (code, name) VALUES (?, ?)") << type.code << type.name).Run();
  return connection.LastId();
}

AgencyLife LifeOf(Connection& connection, long long agency_id) {
  AgencyLife life;
  Statement query =
      connection.Query("SELECT valid_from, valid_to, successor_key, successor FROM agency_lives WHERE agency_id = ?");
  query << agency_id;
  if (query.Next()) query >> life.from >> life.to >> life.successor_id >> life.successor;
  return life;
}

// What the registry says today, in place of what it said.
void WriteLife(Connection& connection, long long agency_id, const AgencyLife& life) {
  if (LifeOf(connection, agency_id) == life) return;
  (connection.Query("DELETE FROM agency_lives WHERE agency_id = ?") << agency_id).Run();
  if (life == AgencyLife{}) return;
  (connection.Query("INSERT INTO agency_lives VALUES (?, ?, ?, ?, ?)")
   << agency_id << life.from << life.to << life.successor_id << life.successor)
      .Run();
}

// The agency's key; its printed form is remembered.
long long AgencyId(Connection& connection, const Agency& agency) {
  long long id = 0;
  {
    Statement find = connection.Query("SELECT id FROM agencies WHERE name = ? AND registry_key IS ?");
    find << agency.name << agency.id;
    if (find.Next()) find >> id;
  }
  if (id == 0) {
    (connection.Query("INSERT INTO agencies (registry_key, name) VALUES (?, ?)") << agency.id << agency.name)
        .Run();
    id = connection.LastId();
  }
  (connection.Query("INSERT OR IGNORE INTO agency_aliases (agency_id, printed) VALUES (?, ?)")
   << id << agency.printed)
      .Run();
  WriteLife(connection, id, agency.life);
  return id;
}

// The key is the last that is bound: SQLite looks through all tables that refer to a row where its key is set, too.
constexpr const char* kInsertHead =
    "INSERT INTO documents (file_id, ordinal, page_from, page_to, number, number_seq, symbol, document_type_id, issued_on, "
    "place, issuer_id, issuer_printed, parent_issuer_id, parent_issuer_printed, subject, urgency, secrecy, id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kUpdateHead =
    "UPDATE documents SET (file_id, ordinal, page_from, page_to, number, number_seq, symbol, document_type_id, issued_on, "
    "place, issuer_id, issuer_printed, parent_issuer_id, parent_issuer_printed, subject, urgency, secrecy) "
    "= (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?";

auto HeadOf(const Document& d) {
  return std::tie(d.page_from, d.page_to, d.number, d.number_seq, d.symbol, d.doc_type, d.issued_on, d.place, d.issuer,
                  d.parent_issuer, d.subject, d.urgency, d.secrecy);
}

auto PeopleOf(const Document& d) { return std::tie(d.signers, d.recipients, d.incoming, d.electronic_signature); }

auto ReasonsOf(const Document& d) { return std::tie(d.evidence, d.confidence, d.flags); }

class DocumentWriter {
 public:
  DocumentWriter(Connection& connection, const Document& document)
      : connection_(connection), document_(document) {}

  long long Write(long long file_id, int ordinal, std::optional<long long> id) {
    WriteHead(kInsertHead, file_id, ordinal, id);
    id_ = connection_.LastId();
    WritePeople();
    WriteReferences();
    WriteTables();
    WriteTasks();
    WriteReasons();
    WriteOpenFields();
    IndexDocument(connection_, id_);
    return id_;
  }

  // In place of `before`, which is stored under this id: the parts that differ.
  void Rewrite(long long file_id, int ordinal, long long id, const Document& before) {
    id_ = id;
    const Document& d = document_;
    const bool head = HeadOf(d) != HeadOf(before), people = PeopleOf(d) != PeopleOf(before), tasks = d.tasks != before.tasks;
    if (head) WriteHead(kUpdateHead, file_id, ordinal, id);
    if (people) RewritePeople();
    if (d.references != before.references) Clear("DELETE FROM document_references WHERE document_id = ?"), WriteReferences();
    if (d.tables != before.tables) Clear("DELETE FROM tables WHERE document_id = ?"), WriteTables();
    if (tasks) Clear("DELETE FROM tasks WHERE document_id = ?"), WriteTasks();
    if (ReasonsOf(d) != ReasonsOf(before)) RewriteReasons();
    if (d.open_fields != before.open_fields) Clear("DELETE FROM hand_fields WHERE document_id = ?"), WriteOpenFields();
    if (head || people) IndexHead(connection_, id_);
    if (tasks) IndexTasks(connection_, id_);
  }

 private:
  void Clear(const char* sql) { (connection_.Query(sql) << id_).Run(); }

  void RewritePeople() {
    Clear("DELETE FROM signers WHERE document_id = ?");
    Clear("DELETE FROM recipients WHERE document_id = ?");
    Clear("DELETE FROM incoming_stamps WHERE document_id = ?");
    Clear("DELETE FROM electronic_signatures WHERE document_id = ?");
    WritePeople();
  }

  void RewriteReasons() {
    Clear("DELETE FROM evidence WHERE document_id = ?");
    Clear("DELETE FROM field_confidence WHERE document_id = ?");
    Clear("DELETE FROM flags WHERE document_id = ?");
    WriteReasons();
  }

  void WriteHead(const char* sql, long long file_id, int ordinal, std::optional<long long> id) {
    const Document& d = document_;
    std::optional<long long> type, issuer, parent;
    if (d.doc_type) type = TypeId(connection_, *d.doc_type);
    if (d.issuer) issuer = AgencyId(connection_, *d.issuer);
    if (d.parent_issuer) parent = AgencyId(connection_, *d.parent_issuer);
    Statement write = connection_.Query(sql);
    write << file_id << ordinal << d.page_from << d.page_to << d.number << d.number_seq << d.symbol
          << type << d.issued_on << d.place << issuer;
    d.issuer ? write << d.issuer->printed : write << std::nullopt;
    write << parent;
    d.parent_issuer ? write << d.parent_issuer->printed : write << std::nullopt;
    write << d.subject << d.urgency << d.secrecy << id;
    write.Run();
  }

  void WritePeople() {
    int ordinal = 0;
    for (const Signer& signer : document_.signers) {
      (connection_.Query("INSERT INTO signers VALUES (?, ?, ?, ?, ?)")
       << id_ << ordinal++ << signer.name << signer.title << signer.authority)
          .Run();
    }
    ordinal = 0;
    for (const std::string& line : document_.recipients) {
      (connection_.Query("INSERT INTO recipients VALUES (?, ?, ?)") << id_ << ordinal++ << line).Run();
    }
    if (const std::optional<Incoming>& incoming = document_.incoming) {
      (connection_.Query("INSERT INTO incoming_stamps VALUES (?, ?, ?, ?)")
       << id_ << incoming->agency << incoming->number << incoming->date)
          .Run();
    }
    if (const std::optional<ElectronicSignature>& signature = document_.electronic_signature) {
      (connection_.Query("INSERT INTO electronic_signatures VALUES (?, ?, ?, ?, ?)")
       << id_ << signature->signer << signature->agency << signature->email << signature->signed_at)
          .Run();
    }
  }

  void WriteReferences() {
    int ordinal = 0;
    for (const Reference& reference : document_.references) {
      (connection_.Query(
           "INSERT INTO document_references (document_id, ordinal, type, number, date, agency, relation, "
           "page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
       << id_ << ordinal++ << reference.type << reference.number << reference.date << reference.agency
       << reference.relation << reference.page)
          .Run();
    }
  }

  void WriteTables() {
    for (size_t i = 0; i < document_.tables.size(); ++i) WriteTable(static_cast<int>(i), document_.tables[i]);
  }

  void WriteTable(int ordinal, const TableRecord& table) {
    (connection_.Query("INSERT INTO tables (document_id, ordinal, page_from, page_to) VALUES (?, ?, ?, ?)")
     << id_ << ordinal << table.page_from << table.page_to)
        .Run();
    const long long table_id = connection_.LastId();
    for (size_t i = 0; i < table.columns.size(); ++i) {
      (connection_.Query("INSERT INTO table_columns VALUES (?, ?, ?)")
       << table_id << static_cast<int>(i) << table.columns[i])
          .Run();
    }
    for (size_t r = 0; r < table.rows.size(); ++r) {
      (connection_.Query("INSERT INTO table_rows (table_id, ordinal) VALUES (?, ?)")
       << table_id << static_cast<int>(r))
          .Run();
      const long long row_id = connection_.LastId();
      for (size_t c = 0; c < table.rows[r].size(); ++c) {
        (connection_.Query("INSERT INTO table_cells VALUES (?, ?, ?)")
         << row_id << static_cast<int>(c) << table.rows[r][c])
            .Run();
      }
    }
  }

  void WriteTasks() {
    for (size_t i = 0; i < document_.tasks.size(); ++i) WriteTask(static_cast<int>(i), document_.tasks[i]);
  }

  void WriteTask(int ordinal, const Task& task) {
    (connection_.Query(
         "INSERT INTO tasks (document_id, ordinal, no, kind, content, output, basis, source, page_from, "
         "page_to, confidence, table_ordinal, row_ordinal) "
         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, -1), nullif(?, -1))")
     << id_ << ordinal << task.no << task.kind << task.content << task.output << task.basis << task.source
     << task.page_from << task.page_to << task.confidence << task.table << task.row)
        .Run();
    const long long task_id = connection_.LastId();
    for (size_t i = 0; i < task.section.size(); ++i) {
      (connection_.Query("INSERT INTO task_sections VALUES (?, ?, ?)")
       << task_id << static_cast<int>(i) << task.section[i])
          .Run();
    }
    WriteAgencies(task_id, "lead", task.lead);
    WriteAgencies(task_id, "coordinator", task.coordinators);
    WriteAgencies(task_id, "approver", task.approver);
    if (const std::optional<Deadline>& deadline = task.deadline) {
      (connection_.Query("INSERT INTO deadlines VALUES (?, ?, ?, ?, ?, ?)")
       << task_id << deadline->text << deadline->kind << deadline->from << deadline->to
       << deadline->recurrence)
          .Run();
    }
  }

  void WriteAgencies(long long task_id, const char* role, const std::vector<Agency>& agencies) {
    int ordinal = 0;
    for (const Agency& agency : agencies) {
      const long long agency_id = AgencyId(connection_, agency);
      (connection_.Query("INSERT INTO task_agencies VALUES (?, ?, ?, ?, ?)")
       << task_id << role << ordinal++ << agency_id << agency.printed)
          .Run();
    }
  }

  void WriteReasons() {
    int ordinal = 0;
    for (const Evidence& e : document_.evidence) {
      (connection_.Query(
           "INSERT INTO evidence (document_id, ordinal, field, page, box_left, box_top, box_right, "
           "box_bottom, raw, rule, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
       << id_ << ordinal++ << e.field << e.page << e.box.left << e.box.top << e.box.right << e.box.bottom
       << e.raw << e.rule << e.confidence)
          .Run();
    }
    ordinal = 0;
    for (const auto& [field, confidence] : document_.confidence) {
      (connection_.Query("INSERT INTO field_confidence VALUES (?, ?, ?, ?)")
       << id_ << ordinal++ << field << confidence)
          .Run();
    }
    ordinal = 0;
    for (const Flag& flag : document_.flags) {
      (connection_.Query(
           "INSERT INTO flags (document_id, ordinal, code, page, detail) VALUES (?, ?, ?, ?, ?)")
       << id_ << ordinal++ << flag.code << flag.page << flag.detail)
          .Run();
    }
  }

  void WriteOpenFields() {
    int ordinal = 0;
    for (const OpenField& open : document_.open_fields) {
      (connection_.Query(
           "INSERT INTO hand_fields (document_id, ordinal, field, page, box_left, box_top, box_right, "
           "box_bottom, raw, printed, before_symbol, unseen, blank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
           "?, ?)")
       << id_ << ordinal++ << open.field << open.page << open.box.left << open.box.top << open.box.right
       << open.box.bottom << open.raw << open.printed << open.before_symbol << open.unseen << open.blank)
          .Run();
      const long long key = connection_.LastId();
      int place = 0;
      for (const HandCandidate& one : open.candidates) {
        (connection_.Query("INSERT INTO hand_candidates VALUES (?, ?, ?, ?)")
         << key << place++ << one.text << one.probability)
            .Run();
      }
    }
  }

  Connection& connection_;
  const Document& document_;
  long long id_ = 0;
};

}  // namespace

long long InsertDocument(Connection& connection, long long file_id, int ordinal, const Document& document,
                         std::optional<long long> id) {
  return DocumentWriter(connection, document).Write(file_id, ordinal, id);
}

void UpdateDocument(Connection& connection, long long file_id, int ordinal, const Document& document, long long id,
                    const Document& before) {
  DocumentWriter(connection, document).Rewrite(file_id, ordinal, id, before);
}

}  // namespace trichluc
