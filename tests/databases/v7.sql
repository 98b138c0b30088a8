PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE runs (  -- one call of ingest or reextract
  id INTEGER PRIMARY KEY,          -- key
  started_at TEXT NOT NULL,        -- UTC, YYYY-MM-DDTHH:MM:SSZ
  ended_at TEXT,                   -- UTC; NULL while it runs, or when it was cut off
  command TEXT NOT NULL,           -- 'ingest' or 'reextract'
  program_version TEXT NOT NULL,   -- of trichluc
  engine TEXT NOT NULL,            -- recognition engine or language asked for; '' when nothing was recognised
  rules_hash TEXT NOT NULL,        -- SHA-256 over the rule files
  done INTEGER,                    -- files finished; NULL while it runs
  failed INTEGER,                  -- files that could not be read
  skipped INTEGER                  -- files that were stored already
) STRICT;
INSERT INTO runs VALUES(1,'2026-11-29T00:54:45Z','2026-11-29T00:54:46Z','ingest','0.1.0','vie','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0,0);
CREATE TABLE run_readers (  -- what read the pages of a run of ingest; none: it was not noted before schema 6
  run_id INTEGER PRIMARY KEY REFERENCES runs (id),  -- the run
  reader TEXT NOT NULL             -- engine and models with the beginnings of their SHA-256: 'tesseract 5.3.0, trichluc 0123456789ab, hand 0123456789ab'
) STRICT;
INSERT INTO run_readers VALUES(1,'tesseract 5.3.0, vie 0123456789ab');
CREATE TABLE run_repairers (  -- what repaired the words of the files that a run extracted; none: it was not noted
  run_id INTEGER PRIMARY KEY REFERENCES runs (id),  -- the run
  repairer TEXT NOT NULL           -- SHA-256 over program and rules of repair: as long as both are the same, repairs are
) STRICT;
INSERT INTO run_repairers VALUES(1,'0123');
CREATE TABLE files (  -- one PDF, known by its content
  id INTEGER PRIMARY KEY,          -- key
  path TEXT NOT NULL,              -- as given to ingest
  sha256 TEXT NOT NULL,            -- of the bytes, hexadecimal; '' when it could not be opened
  bytes INTEGER NOT NULL,          -- size; 0 when it could not be opened
  page_count INTEGER NOT NULL,     -- pages of the PDF; 0 when it could not be opened
  status TEXT NOT NULL CHECK (status IN ('done', 'failed')),  -- 'failed' files have no pages and no documents
  error_code TEXT,                 -- of a failed file: 'not_found', 'encrypted', 'not_pdf' ...
  error TEXT,                      -- of a failed file: the cause in words
  read_run_id INTEGER NOT NULL REFERENCES runs (id),     -- the run that read the pages, or failed
  extract_run_id INTEGER NOT NULL REFERENCES runs (id)   -- the run that made the documents: its rules_hash says if they are stale
) STRICT;
INSERT INTO files VALUES(1,'in/rich.pdf','bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',1234,3,'done',NULL,NULL,1,1);
CREATE TABLE known_files (  -- where files lay when they were last looked at: what is unchanged need not be hashed again
  path TEXT PRIMARY KEY,           -- absolute, links resolved
  bytes INTEGER NOT NULL,          -- size then
  modified INTEGER NOT NULL,       -- time of its last change, nanoseconds since 1970
  sha256 TEXT NOT NULL             -- of the bytes, hexadecimal
) STRICT, WITHOUT ROWID;
CREATE TABLE pages (  -- what was read of one page
  id INTEGER PRIMARY KEY,          -- key
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,  -- the file it belongs to
  page INTEGER NOT NULL,           -- 1-based
  width INTEGER NOT NULL,          -- of the upright page image, pixels
  height INTEGER NOT NULL,         -- of the upright page image, pixels
  dpi INTEGER NOT NULL,            -- of the upright page image
  engine TEXT NOT NULL,            -- engine and model that read it: 'tesseract 5.3.0 vie'
  text TEXT NOT NULL,              -- the page's text in reading order, lines separated by line feeds
  reading BLOB NOT NULL,           -- words, grids and regions: Zstandard-compressed JSON, see store/reading_codec.h
  UNIQUE (file_id, page)
) STRICT;
INSERT INTO pages VALUES(1,1,1,1654,2339,200,'tesseract 5.3.0 vie','trang một',X'28b52ffd60c401c50d00969a512e80256d0e3338713aafcc1d9d09fb5040f1d1285d13b5f0fbedcbfd37f20e37311d42fe6dcd6c39d607990c0cd6034200450043006a3db93a9f1b08eac5de613e9c999d5939afa6ed00a9588407e7b3df3941d031f6dbd0c0c088822c435db8d99476ddb61de1137bcf9cb485d2db3b4d5b2ac9b95884d135f6cea3a759dbbe86a6e9907339e494646d0a3946db48d62a1505b125b95f0ce1b6bd88fd2023266de942fb795d10a309920e63cc99972b5e4a3577185bce18e28a9507f0e9b9576dfb71528d1df59ca8eb68cf1425695b1b0f6c46d4817be73f56529bb67450f73b5b114d71a100c5db307cb8a318c25f4571b24d750fbee856929c19f5c55e001e8ea3ce5f14b6d43791d8c41309282c1438906080e08ae00704c2e7459d597d5b82c2428037a563bf2c46b56dd4071d06db13a4d8237e38f3f5eae203e9bee5ca4a91ab34ca30284002421462b70110704713a5397488f1869d85b27cce86d524bff2557e2d2d754060cedacfae760eff4c0550708e7081d289c4585f68c6739151d7d6309b84cff033d1d9b0b2acc1a0e51c096f43b73915dc001f6d907ae8d477323d16d4fda0ff96e69d65449209b279800e05');
CREATE TABLE page_measurements (  -- properties of a page that decided a step of the reading
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,  -- the page measured
  ordinal INTEGER NOT NULL,        -- order of measuring
  name TEXT NOT NULL,              -- 'skew_degrees', 'mean_confidence', 'image_dpi' ...
  value REAL NOT NULL,             -- in the unit that the name says
  PRIMARY KEY (page_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO page_measurements VALUES(1,0,'skew_degrees',-0.12345678901230000557);
INSERT INTO page_measurements VALUES(1,1,'mean_confidence',0.5);
CREATE TABLE word_repairs (  -- words that were misread and changed by what the program knows of the language
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,  -- the page; its reading keeps what was read
  ordinal INTEGER NOT NULL,        -- order on the page
  box_left INTEGER NOT NULL,       -- box of the word on the page
  box_top INTEGER NOT NULL,        -- box on the page
  box_right INTEGER NOT NULL,      -- box on the page
  box_bottom INTEGER NOT NULL,     -- box on the page
  raw TEXT NOT NULL,               -- as read
  text TEXT NOT NULL,              -- as repaired: what page text and documents were made of
  rule TEXT NOT NULL,              -- 'word.context': a valid word that does not fit; 'word.syllable': no word at all
  confidence REAL NOT NULL,        -- chance that the repair is right, 0..1
  PRIMARY KEY (page_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE crops (  -- pieces of the page image kept as evidence, so that a person can look
  id INTEGER PRIMARY KEY,          -- key
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,  -- the page it was cut from
  ordinal INTEGER NOT NULL,        -- order on the page
  kind TEXT NOT NULL,              -- 'number': the box of number and symbol; 'date': of place and date
  box_left INTEGER NOT NULL,       -- box on the page
  box_top INTEGER NOT NULL,        -- box on the page
  box_right INTEGER NOT NULL,      -- box on the page
  box_bottom INTEGER NOT NULL,     -- box on the page
  png BLOB NOT NULL,               -- the picture
  UNIQUE (page_id, ordinal)
) STRICT;
INSERT INTO crops VALUES(1,1,0,'number',90,190,300,230,X'89504e470d0a000aff');
INSERT INTO crops VALUES(2,1,1,'date',1,1,2,2,X'');
CREATE TABLE document_types (  -- loại văn bản
  id INTEGER PRIMARY KEY,          -- key
  code TEXT NOT NULL,              -- abbreviation: 'QĐ', 'KH', 'CV' ...
  name TEXT NOT NULL,              -- 'Quyết định', 'Kế hoạch', 'Công văn' ...
  UNIQUE (code, name)
) STRICT;
INSERT INTO document_types VALUES(1,'KH','Kế hoạch');
CREATE TABLE agencies (  -- cơ quan, đơn vị: every distinct agency that a document names
  id INTEGER PRIMARY KEY,          -- key in this database
  registry_key TEXT,               -- key in the registry (rules/agencies); NULL when it is not registered
  name TEXT NOT NULL               -- canonical full name
) STRICT;
INSERT INTO agencies VALUES(1,'H33.1','Ủy ban nhân dân thành phố Hà Tiên');
INSERT INTO agencies VALUES(2,NULL,'Ủy ban nhân dân tỉnh Kiên Giang');
INSERT INTO agencies VALUES(3,'H33.2','Văn phòng HĐND và UBND');
INSERT INTO agencies VALUES(4,NULL,'Phòng Nội vụ');
INSERT INTO agencies VALUES(5,NULL,'các phường');
CREATE TABLE agency_aliases (  -- each form in which an agency was printed
  agency_id INTEGER NOT NULL REFERENCES agencies (id) ON DELETE CASCADE,  -- the agency
  printed TEXT NOT NULL,           -- 'Sở NN&PTNT', 'UBND tỉnh' ...
  PRIMARY KEY (agency_id, printed)
) STRICT, WITHOUT ROWID;
INSERT INTO agency_aliases VALUES(1,'UBND TP');
INSERT INTO agency_aliases VALUES(1,'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TIÊN');
INSERT INTO agency_aliases VALUES(2,'UBND TỈNH KIÊN GIANG');
INSERT INTO agency_aliases VALUES(3,'Văn phòng');
INSERT INTO agency_aliases VALUES(4,'Phòng Nội vụ');
INSERT INTO agency_aliases VALUES(5,'các phường');
CREATE TABLE agency_lives (  -- when agencies were, and what followed them, as the registry has it
  agency_id INTEGER PRIMARY KEY REFERENCES agencies (id) ON DELETE CASCADE,  -- the agency; none: nothing is known
  valid_from TEXT,                 -- first day: YYYY, YYYY-MM or YYYY-MM-DD
  valid_to TEXT,                   -- first day on which it no longer was; NULL: it still is
  successor_key TEXT,              -- key in the registry of the agency that took over
  successor TEXT                   -- its name; that agency need not be in this database
) STRICT;
CREATE TABLE documents (  -- one administrative document; a PDF that bundles several gives several
  id INTEGER PRIMARY KEY,          -- key; kept when the document is extracted again
  file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,  -- the file it stands in
  ordinal INTEGER NOT NULL,        -- order in the file
  page_from INTEGER NOT NULL,      -- first page in the file, 1-based
  page_to INTEGER NOT NULL,        -- last page, inclusive
  number TEXT,                     -- số, ký hiệu in full: '112/KH-UBND'
  number_seq INTEGER,              -- the sequence number in it: 112
  symbol TEXT,                     -- what follows it: 'KH-UBND'
  document_type_id INTEGER REFERENCES document_types (id),  -- loại văn bản
  issued_on TEXT,                  -- ngày ban hành
  place TEXT,                      -- địa danh
  issuer_id INTEGER,               -- cơ quan ban hành
  issuer_printed TEXT,             -- as printed on the letterhead
  parent_issuer_id INTEGER,        -- cơ quan chủ quản: the agency printed above the issuer
  parent_issuer_printed TEXT,      -- as printed on the letterhead
  subject TEXT,                    -- trích yếu
  urgency TEXT,                    -- 'Khẩn', 'Thượng khẩn', 'Hỏa tốc'
  secrecy TEXT,                    -- 'Mật', 'Tối mật', 'Tuyệt mật'
  UNIQUE (file_id, ordinal),
  FOREIGN KEY (issuer_id, issuer_printed) REFERENCES agency_aliases (agency_id, printed),
  FOREIGN KEY (parent_issuer_id, parent_issuer_printed) REFERENCES agency_aliases (agency_id, printed)
) STRICT;
INSERT INTO documents VALUES(1,1,0,1,3,'07/KH-UBND',7,'KH-UBND',1,'2024-02-05','Hà Tiên',1,'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TIÊN',2,'UBND TỈNH KIÊN GIANG','chuyển đổi số năm 2024, mục tiêu "3 không"','Hỏa tốc','Mật');
CREATE TABLE signers (  -- người ký
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document signed
  ordinal INTEGER NOT NULL,        -- order of signing
  name TEXT NOT NULL,              -- họ tên
  title TEXT,                      -- chức vụ: 'Phó Chủ tịch'
  authority TEXT,                  -- quyền hạn, thể thức đề ký: 'TM. ỦY BAN NHÂN DÂN'
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO signers VALUES(1,0,'Nguyễn Văn A','Phó Chủ tịch','TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH');
INSERT INTO signers VALUES(1,1,'Trần B',NULL,NULL);
CREATE TABLE recipients (  -- nơi nhận
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document sent
  ordinal INTEGER NOT NULL,        -- order of the lines
  text TEXT NOT NULL,              -- one line, without its dash and closing mark
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO recipients VALUES(1,0,'Như Điều 3');
INSERT INTO recipients VALUES(1,1,'Lưu: VT, KSTTHC');
CREATE TABLE incoming_stamps (  -- dấu đến of the receiving office
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,  -- the document stamped
  agency TEXT,                     -- the office that received it
  number TEXT,                     -- số đến
  date TEXT                        -- ngày đến
) STRICT;
INSERT INTO incoming_stamps VALUES(1,'Trung tâm Y tế','1171','2024-02-07');
CREATE TABLE electronic_signatures (  -- the visible block of an electronic signature
  document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,  -- the document signed
  signer TEXT,                     -- người ký
  agency TEXT,                     -- cơ quan
  email TEXT,                      -- e-mail address
  signed_at TEXT                   -- RFC 3339 date and time
) STRICT;
INSERT INTO electronic_signatures VALUES(1,'Ủy ban',NULL,'ubnd@example.vn','2024-02-05T10:00:00+07:00');
CREATE TABLE document_references (  -- every other document that the text names
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document that names it
  ordinal INTEGER NOT NULL,        -- order in the text
  type TEXT,                       -- 'Quyết định', 'Luật' ...
  number TEXT,                     -- its number
  date TEXT,                       -- its date
  agency TEXT,                     -- its issuer
  relation TEXT NOT NULL,          -- 'basis', 'implements', 'amends', 'replaces', 'attached_to', 'mentions'
  page INTEGER NOT NULL,           -- where it is named first
  target_document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,  -- that document, where this database holds it
  UNIQUE (document_id, ordinal)
) STRICT;
INSERT INTO document_references VALUES(1,1,0,'Quyết định','12/QĐ-TTg','2024-01-09','Thủ tướng Chính phủ','basis',1,NULL);
INSERT INTO document_references VALUES(2,1,1,'Luật',NULL,'2023-06-20','Giao dịch điện tử','mentions',2,NULL);
CREATE TABLE tables (  -- a table of a document, joined over its pages
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document it stands in
  ordinal INTEGER NOT NULL,        -- order in the document
  page_from INTEGER NOT NULL,      -- first page in the file
  page_to INTEGER NOT NULL,        -- last page
  UNIQUE (document_id, ordinal)
) STRICT;
INSERT INTO tables VALUES(1,1,0,2,3);
INSERT INTO tables VALUES(2,1,1,3,3);
CREATE TABLE table_columns (  -- titles of a table's columns
  table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,  -- the table
  ordinal INTEGER NOT NULL,        -- from the left
  title TEXT NOT NULL,             -- as printed, on one line
  PRIMARY KEY (table_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO table_columns VALUES(1,0,'TT');
INSERT INTO table_columns VALUES(1,1,'Nội dung');
INSERT INTO table_columns VALUES(1,2,'Thời gian');
CREATE TABLE table_rows (  -- rows below the heading
  id INTEGER PRIMARY KEY,          -- key
  table_id INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,  -- the table
  ordinal INTEGER NOT NULL,        -- from the top
  UNIQUE (table_id, ordinal)
) STRICT;
INSERT INTO table_rows VALUES(1,1,0);
INSERT INTO table_rows VALUES(2,1,1);
INSERT INTO table_rows VALUES(3,1,2);
CREATE TABLE table_cells (  -- one string for each column of a row
  row_id INTEGER NOT NULL REFERENCES table_rows (id) ON DELETE CASCADE,  -- the row
  ordinal INTEGER NOT NULL,        -- from the left
  text TEXT NOT NULL,              -- lines joined by one blank
  PRIMARY KEY (row_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO table_cells VALUES(1,0,'I');
INSERT INTO table_cells VALUES(1,1,'HẠ TẦNG');
INSERT INTO table_cells VALUES(1,2,'');
INSERT INTO table_cells VALUES(2,0,'1');
INSERT INTO table_cells VALUES(2,1,'Lắp mạng; "LAN"');
INSERT INTO table_cells VALUES(2,2,'Quý I');
CREATE TABLE tasks (  -- nhiệm vụ: assigned work
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document that assigns it
  ordinal INTEGER NOT NULL,        -- order in the document
  no TEXT,                         -- số thứ tự as printed: an observed label, never a key
  kind TEXT,                       -- loại sản phẩm where a column names it: 'Quyết định', 'Đề án'
  content TEXT NOT NULL,           -- nội dung
  output TEXT,                     -- sản phẩm
  basis TEXT,                      -- căn cứ, ghi chú
  source TEXT NOT NULL,            -- 'table': a table row; 'text': running text
  page_from INTEGER NOT NULL,      -- first page in the file
  page_to INTEGER NOT NULL,        -- last page
  confidence REAL NOT NULL,        -- chance that every field of the task is right, 0..1
  table_ordinal INTEGER,           -- tables.ordinal of the table it came from; NULL for running text
  row_ordinal INTEGER,             -- table_rows.ordinal of the row it came from; NULL for running text
  UNIQUE (document_id, ordinal)
) STRICT;
INSERT INTO tasks VALUES(1,1,0,'1','Đề án',replace('Lắp mạng; "LAN",\ncáp quang','\n',char(10)),'Biên bản','Nghị quyết 5','table',2,3,0.875,0,1);
INSERT INTO tasks VALUES(2,1,1,NULL,NULL,'Báo cáo kết quả',NULL,NULL,'text',3,3,0.33333333333333331482,NULL,NULL);
CREATE TABLE task_sections (  -- titles of the section rows or headings around a task
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,  -- the task
  ordinal INTEGER NOT NULL,        -- 0 is the outermost
  title TEXT NOT NULL,             -- without its number
  PRIMARY KEY (task_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO task_sections VALUES(1,0,'HẠ TẦNG');
INSERT INTO task_sections VALUES(1,1,'Mạng nội bộ');
CREATE TABLE task_agencies (  -- who has to do with a task
  task_id INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,  -- the task
  role TEXT NOT NULL CHECK (role IN ('lead', 'coordinator', 'approver')),  -- chủ trì, phối hợp, cấp trình
  ordinal INTEGER NOT NULL,        -- order within the role
  agency_id INTEGER NOT NULL,      -- the agency
  printed TEXT NOT NULL,           -- as printed here
  PRIMARY KEY (task_id, role, ordinal),
  FOREIGN KEY (agency_id, printed) REFERENCES agency_aliases (agency_id, printed)
) STRICT, WITHOUT ROWID;
INSERT INTO task_agencies VALUES(1,'approver',0,1,'UBND TP');
INSERT INTO task_agencies VALUES(1,'lead',0,3,'Văn phòng');
INSERT INTO task_agencies VALUES(1,'coordinator',0,4,'Phòng Nội vụ');
INSERT INTO task_agencies VALUES(1,'coordinator',1,5,'các phường');
CREATE TABLE deadlines (  -- thời hạn of a task; a task without one has no row
  task_id INTEGER PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,  -- the task
  text TEXT NOT NULL,              -- as printed
  kind TEXT NOT NULL,              -- date month quarter half_year year range recurring ongoing conditional unknown
  date_from TEXT,                  -- first day of the period
  date_to TEXT,                    -- last day: what a task is late after
  recurrence TEXT                  -- daily weekly monthly quarterly half_yearly yearly
) STRICT;
INSERT INTO deadlines VALUES(1,'Quý I/2024','quarter','2024-01-01','2024-03-31',NULL);
INSERT INTO deadlines VALUES(2,'trước ngày 25 hằng tháng','recurring',NULL,NULL,'monthly');
CREATE TABLE evidence (  -- why a value is what it is; one value may have several rows
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  ordinal INTEGER NOT NULL,        -- order of finding
  field TEXT NOT NULL,             -- path in the export: 'number', 'references/2/date', 'tasks/5/deadline'
  page INTEGER NOT NULL,           -- page in the file, 1-based
  box_left INTEGER NOT NULL,       -- box on the page
  box_top INTEGER NOT NULL,        -- box on the page
  box_right INTEGER NOT NULL,      -- box on the page
  box_bottom INTEGER NOT NULL,     -- box on the page
  raw TEXT NOT NULL,               -- the words as read
  rule TEXT NOT NULL,              -- id of the rule that decided: 'number.state'
  confidence REAL NOT NULL,        -- of this piece of evidence, 0..1
  UNIQUE (document_id, ordinal)
) STRICT;
INSERT INTO evidence VALUES(1,1,0,'number',1,10,20,300,40,'Số: 07/KH-UBND','number.state',0.93000000000000004884);
INSERT INTO evidence VALUES(2,1,1,'tasks/0/deadline',2,5,6,7,8,'Quý I/2024','deadline.quarter',0.9000000000000000222);
INSERT INTO evidence VALUES(3,1,2,'tasks/0/deadline',3,5,6,7,8,'2024','deadline.year',0.9000000000000000222);
CREATE TABLE field_confidence (  -- calibrated chance that a field is right
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  ordinal INTEGER NOT NULL,        -- order in the record
  field TEXT NOT NULL,             -- 'number', 'issued_on', 'issuer' ...
  confidence REAL NOT NULL,        -- 0..1
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO field_confidence VALUES(1,0,'number',0.93000000000000004884);
INSERT INTO field_confidence VALUES(1,1,'issuer',0.3000000000000000444);
CREATE TABLE flags (  -- what a person should look at
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  ordinal INTEGER NOT NULL,        -- order of raising
  code TEXT NOT NULL,              -- 'handwritten', 'numbering_gap' ...
  page INTEGER,                    -- page in the file; NULL: the whole document
  detail TEXT NOT NULL,            -- in words
  UNIQUE (document_id, ordinal)
) STRICT;
INSERT INTO flags VALUES(1,1,0,'handwritten',1,'number: 07 (0.93)');
INSERT INTO flags VALUES(2,1,1,'numbering_gap',NULL,'1, 3');
CREATE TABLE hand_fields (  -- handwritten numbers and days, as far as each document tells by itself
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  ordinal INTEGER NOT NULL,        -- order of reading
  field TEXT NOT NULL,             -- 'number' or 'issued_on'
  page INTEGER NOT NULL,           -- page in the file, 1-based
  box_left INTEGER NOT NULL,       -- box of its line on the page
  box_top INTEGER NOT NULL,        -- box on the page
  box_right INTEGER NOT NULL,      -- box on the page
  box_bottom INTEGER NOT NULL,     -- box on the page
  raw TEXT NOT NULL,               -- the line as read
  printed TEXT NOT NULL,           -- what the engine for print made of the handwriting
  before_symbol TEXT NOT NULL,     -- between number and symbol: '/', '-', '/2021/'
  unseen REAL NOT NULL,            -- chance that it is none of the candidates, 0..1
  blank REAL NOT NULL,             -- chance that nothing is written, 0..1
  UNIQUE (document_id, field)
) STRICT;
INSERT INTO hand_fields VALUES(1,1,0,'number',1,10,20,300,40,'Số: &7/KH-UBND','&7','/',0.0625,0.25);
INSERT INTO hand_fields VALUES(2,1,1,'issued_on',1,0,0,0,0,'','','',1.0,0.0);
CREATE TABLE hand_candidates (  -- what such a field may be
  hand_field_id INTEGER NOT NULL REFERENCES hand_fields (id) ON DELETE CASCADE,  -- the field
  ordinal INTEGER NOT NULL,        -- 0 is the likeliest
  value TEXT NOT NULL,             -- figures of a number, or a day YYYY-MM-DD
  chance REAL NOT NULL,            -- 0..1
  PRIMARY KEY (hand_field_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO hand_candidates VALUES(1,0,'07',0.875);
INSERT INTO hand_candidates VALUES(1,1,'01',0.0625);
CREATE TABLE field_changes (  -- values that other documents of the database raised, changed or took back
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL,    -- documents.id; no foreign key, so that the log outlives a new extraction
  field TEXT NOT NULL,             -- 'number' or 'issued_on'
  before TEXT,                     -- the value as it was; NULL: none
  after TEXT,                      -- as it is since; NULL: none
  probability REAL NOT NULL,       -- of `after`, 0..1
  reason TEXT NOT NULL,            -- rules of the evidence that spoke: 'hand.cited_by, hand.order'
  run_id INTEGER NOT NULL REFERENCES runs (id)  -- the run that changed it
) STRICT;
CREATE TABLE search_entries (  -- what `search` finds beside the text of pages
  id INTEGER PRIMARY KEY,          -- key
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,  -- the document
  task_ordinal INTEGER,            -- tasks.ordinal; NULL: the document itself
  page INTEGER NOT NULL,           -- where it begins in the file, 1-based
  head TEXT NOT NULL,              -- of a document: subject, number, agencies, signers; of a task ''
  task TEXT NOT NULL,              -- of a task: content, output, agencies; of a document ''
  UNIQUE (document_id, task_ordinal)
) STRICT;
INSERT INTO search_entries VALUES(1,1,NULL,1,'chuyển đổi số năm 2024, mục tiêu "3 không" · 07/KH-UBND · Ủy ban nhân dân thành phố Hà Tiên · ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ TIÊN · Ủy ban nhân dân tỉnh Kiên Giang · UBND TỈNH KIÊN GIANG · Nguyễn Văn A · Trần B','');
INSERT INTO search_entries VALUES(2,1,0,2,'',replace('Lắp mạng; "LAN",\ncáp quang · Biên bản · Ủy ban nhân dân thành phố Hà Tiên (UBND TP) · Phòng Nội vụ · các phường · Văn phòng HĐND và UBND (Văn phòng)','\n',char(10)));
INSERT INTO search_entries VALUES(3,1,1,3,'','Báo cáo kết quả');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','entry_index','entry_index',0,'CREATE VIRTUAL TABLE entry_index  -- search_entries by word; marks are folded, đ is written d (hence never ''rebuild'')
USING fts5 (head, task, content=''search_entries'', content_rowid=''id'', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'entry_index_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO entry_index_data VALUES(1,X'032c21');
INSERT INTO entry_index_data VALUES(10,X'000000000102020002010101020101');
INSERT INTO entry_index_data VALUES(137438953473,X'000000ee0330303701020b01043230323401020601013301020901016101022b01016201022d0202616e01060f0a0a010663687579656e010202010364616e0106110a0a02026f6901020301056769616e6701042406010268610104140a01026b6801020c03036f6e6701020a020369656e0104230601036d756301020701036e616d0102050205677579656e010229020368616e0106100a0a010370686f0104130a0102736f01020401057468616e680104120a020369656e0104150a04017501020803026e6801042206020372616e01022c010475626e6401040d1a02017901060e0a0a010376616e01022a040709060606090b0a070b0807080908080a0a09070b090608080a08');
INSERT INTO entry_index_data VALUES(274877906945,X'00000112043062616e02080101080403016f0306010102020369656e02060101070103636163020601011603016f03060101030301700206010105010364616e020601010c01026861020601010f0203646e64020601011a01036b6574030601010401036c616e0206010104030170020601010201046d616e67020601010301046e68616e020601010b02026f690206010114010370686f020601010e04026e67020a01011308070304756f6e6702060101170103717561030601010504026e67020601010601057468616e68020601010d020369656e02060101100201700206010112010475626e6402080101110d020179020601010901027661020601011b03016e0208010118070201750206010115040b080a0a08080a090a0a0a080b0b090a0b0b0a090c0a080c080909');
CREATE TABLE IF NOT EXISTS 'entry_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO entry_index_idx VALUES(1,X'',2);
INSERT INTO entry_index_idx VALUES(2,X'',2);
CREATE TABLE IF NOT EXISTS 'entry_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO entry_index_docsize VALUES(1,X'2c00');
INSERT INTO entry_index_docsize VALUES(2,X'001d');
INSERT INTO entry_index_docsize VALUES(3,X'0004');
CREATE TABLE IF NOT EXISTS 'entry_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO entry_index_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','page_index','page_index',0,'CREATE VIRTUAL TABLE page_index  -- pages.text by word, folded as entry_index
USING fts5 (text, content=''pages'', content_rowid=''id'', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'page_index_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO page_index_data VALUES(1,X'0102');
INSERT INTO page_index_data VALUES(10,X'000000000101010001010101');
INSERT INTO page_index_data VALUES(137438953473,X'0000001604306d6f7401020301057472616e670102020408');
CREATE TABLE IF NOT EXISTS 'page_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO page_index_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'page_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO page_index_docsize VALUES(1,X'02');
CREATE TABLE IF NOT EXISTS 'page_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO page_index_config VALUES('version',4);
CREATE UNIQUE INDEX files_by_sha256 ON files (sha256) WHERE sha256 <> '';
CREATE INDEX files_by_path ON files (path);
CREATE INDEX files_by_name ON files (substr(path, 1 + length(rtrim(path, replace(path, '/', '')))));
CREATE INDEX files_failed ON files (path) WHERE status <> 'done';
CREATE INDEX pages_not_read ON pages (file_id) WHERE engine = '';
CREATE UNIQUE INDEX agencies_by_name ON agencies (name, registry_key) WHERE registry_key IS NOT NULL;
CREATE UNIQUE INDEX agencies_unregistered ON agencies (name) WHERE registry_key IS NULL;
CREATE INDEX documents_by_number ON documents (number);
CREATE INDEX documents_by_date ON documents (issued_on);
CREATE INDEX documents_by_issuer ON documents (issuer_id, issuer_printed);
CREATE INDEX documents_by_parent_issuer ON documents (parent_issuer_id, parent_issuer_printed);
CREATE INDEX documents_by_sequence ON documents (number_seq);
CREATE INDEX documents_by_symbol ON documents (symbol);
CREATE INDEX document_references_by_number ON document_references (number);
CREATE INDEX document_references_by_target ON document_references (target_document_id);
CREATE INDEX task_agencies_by_agency ON task_agencies (agency_id, printed);
CREATE INDEX deadlines_by_date ON deadlines (date_to);
CREATE INDEX evidence_by_field ON evidence (document_id, field);
CREATE INDEX field_changes_by_document ON field_changes (document_id, field);
CREATE TRIGGER search_entries_added AFTER INSERT ON search_entries BEGIN
  INSERT INTO entry_index (rowid, head, task) VALUES (new.id,
    replace(replace(new.head, 'đ', 'd'), 'Đ', 'D'), replace(replace(new.task, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER search_entries_gone AFTER DELETE ON search_entries BEGIN
  INSERT INTO entry_index (entry_index, rowid, head, task) VALUES ('delete', old.id,
    replace(replace(old.head, 'đ', 'd'), 'Đ', 'D'), replace(replace(old.task, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER pages_added AFTER INSERT ON pages BEGIN
  INSERT INTO page_index (rowid, text) VALUES (new.id, replace(replace(new.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER pages_gone AFTER DELETE ON pages BEGIN
  INSERT INTO page_index (page_index, rowid, text)
    VALUES ('delete', old.id, replace(replace(old.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE TRIGGER pages_changed AFTER UPDATE OF text ON pages WHEN new.text <> old.text BEGIN
  INSERT INTO page_index (page_index, rowid, text)
    VALUES ('delete', old.id, replace(replace(old.text, 'đ', 'd'), 'Đ', 'D'));
  INSERT INTO page_index (rowid, text) VALUES (new.id, replace(replace(new.text, 'đ', 'd'), 'Đ', 'D'));
END;
CREATE VIEW v_documents AS  -- one row a document, for people
SELECT
  d.id,
  d.number,
  d.issued_on,
  y.code AS type_code,
  y.name AS type,
  i.name AS issuer,
  p.name AS parent_issuer,
  d.subject,
  d.place,
  d.urgency,
  d.secrecy,
  (SELECT group_concat(name, '; ') FROM (SELECT name FROM signers s WHERE s.document_id = d.id ORDER BY s.ordinal))
    AS signers,
  (SELECT count(*) FROM tasks t WHERE t.document_id = d.id) AS task_count,
  (SELECT count(*) FROM document_references r WHERE r.document_id = d.id) AS reference_count,
  (SELECT count(*) FROM flags g WHERE g.document_id = d.id) AS flag_count,
  f.path AS file,
  d.page_from,
  d.page_to
FROM documents d
JOIN files f ON f.id = d.file_id
LEFT JOIN document_types y ON y.id = d.document_type_id
LEFT JOIN agencies i ON i.id = d.issuer_id
LEFT JOIN agencies p ON p.id = d.parent_issuer_id
;
CREATE VIEW v_tasks AS  -- one row a task with its agencies joined by '; ', for people
SELECT
  t.id,
  d.number,
  d.issued_on,
  i.name AS issuer,
  t.no,
  (SELECT group_concat(title, ' > ') FROM (SELECT title FROM task_sections s WHERE s.task_id = t.id ORDER BY s.ordinal))
    AS section,
  t.kind,
  t.content,
  (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM task_agencies x JOIN agencies a ON a.id = x.agency_id
     WHERE x.task_id = t.id AND x.role = 'lead' ORDER BY x.ordinal)) AS lead,
  (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM task_agencies x JOIN agencies a ON a.id = x.agency_id
     WHERE x.task_id = t.id AND x.role = 'coordinator' ORDER BY x.ordinal)) AS coordinators,
  (SELECT group_concat(name, '; ') FROM (SELECT a.name FROM task_agencies x JOIN agencies a ON a.id = x.agency_id
     WHERE x.task_id = t.id AND x.role = 'approver' ORDER BY x.ordinal)) AS approver,
  l.text AS deadline,
  l.kind AS deadline_kind,
  l.date_from AS deadline_from,
  l.date_to AS deadline_to,
  l.recurrence,
  t.output,
  t.basis,
  t.source,
  t.page_from,
  t.page_to,
  t.confidence,
  t.document_id,
  f.path AS file
FROM tasks t
JOIN documents d ON d.id = t.document_id
JOIN files f ON f.id = d.file_id
LEFT JOIN agencies i ON i.id = d.issuer_id
LEFT JOIN deadlines l ON l.task_id = t.id
;
CREATE VIEW v_agencies AS  -- one row an agency with its printed forms joined by '; ', its end and successor, for people
SELECT
  a.id,
  a.registry_key,
  a.name,
  (SELECT group_concat(printed, '; ') FROM (SELECT printed FROM agency_aliases x WHERE x.agency_id = a.id
     ORDER BY x.printed)) AS printed,
  l.valid_from,
  l.valid_to,
  l.successor_key,
  l.successor,
  (SELECT count(*) FROM documents d WHERE d.issuer_id = a.id) AS issued_count,
  (SELECT count(DISTINCT x.task_id) FROM task_agencies x WHERE x.agency_id = a.id) AS task_count
FROM agencies a
LEFT JOIN agency_lives l ON l.agency_id = a.id
;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 1953655907; PRAGMA user_version = 7;
