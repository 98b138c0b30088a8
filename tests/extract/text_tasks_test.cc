// Work assigned outside tables, with the rules of the project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/letters.h"

namespace trichluc {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Letter;
using testing::PageBuilder;
using testing::Tasks;
using ::testing::SizeIs;

// Who prepares it, in one paragraph with when; what the last label says may go on below.
TEST(TextTasks, WhoPrepares) {
  EXPECT_THAT(Tasks(Letter({"1. Họp giao ban khóm trưởng, nắm tình hình an ninh trật tự trên địa bàn.",
                            "Chuẩn bị: Công an phường. Phối hợp: Tài chính - Kế toán, Tư pháp - Hộ tịch. Thời gian:", "thứ Hai hằng tuần.",
                            "2. Báo cáo tình hình kinh tế - xã hội của phường.",
                            "Chuẩn bị: Văn phòng - Thống kê. Thời gian: trước ngày 18 hằng tháng."})),
              ElementsAre("1 | Họp giao ban khóm trưởng, nắm tình hình an ninh trật tự trên địa bàn | Công an phường | Tài chính - Kế toán; "
                          "Tư pháp - Hộ tịch | thứ Hai hằng tuần",
                          "2 | Báo cáo tình hình kinh tế - xã hội của phường | Văn phòng - Thống kê |  | trước ngày 18 hằng tháng"));
  EXPECT_THAT(Tasks(Letter({"1. Tổ chức hội nghị sơ kết.", "Chuẩn bị: tài liệu, phòng họp và khánh tiết."})), IsEmpty());
}

TEST(TextTasks, LabelsBelowTheWork) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Hoàn thiện cơ sở dữ liệu đất đai của các huyện, kết nối với cơ sở dữ liệu quốc gia về dân cư.",
           "a) Đơn vị chủ trì: Sở Tài nguyên và Môi trường.", "b) Đơn vị phối hợp: Sở Tài chính.",
           "c) Thời gian thực hiện: Quý II/2024.",
           "2. Phát triển mạng lưới tổ công nghệ số cộng đồng tại các thôn, xóm trên địa bàn toàn tỉnh.",
           "- Cơ quan chủ trì: Sở Thông tin và Truyền thông."})),
      ElementsAre("1 | Hoàn thiện cơ sở dữ liệu đất đai của các huyện, kết nối với cơ sở dữ liệu quốc gia về "
                  "dân cư | Sở "
                  "Tài nguyên và Môi trường | Sở Tài chính | Quý II/2024",
                  "2 | Phát triển mạng lưới tổ công nghệ số cộng đồng tại các thôn, xóm trên địa bàn toàn "
                  "tỉnh | Sở Thông "
                  "tin và Truyền thông |  | "));
}

// As directives ask several offices at once, and who is parted by a semicolon.
TEST(TextTasks, SeveralOfficesAboveTheirWork) {
  EXPECT_THAT(Tasks(Letter({"1. Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện có trách nhiệm:",
                            "a) Kiểm tra, đôn đốc việc thi hành án hành chính.", "c) Đề nghị Tòa án nhân dân tỉnh; Viện kiểm sát nhân dân tỉnh:",
                            "Phối hợp chặt chẽ với cơ quan thi hành án dân sự trong việc cung cấp bản án."})),
              ElementsAre("a | Kiểm tra, đôn đốc việc thi hành án hành chính | Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện |  | ",
                          "c | Phối hợp chặt chẽ với cơ quan thi hành án dân sự trong việc cung cấp bản án | Tòa án nhân dân tỉnh; Viện kiểm "
                          "sát nhân dân tỉnh |  | "));
}

// Below an office's name items say who helps it, with a colon or straight ahead of the verb.
TEST(TextTasks, ItemsSayWhoHelps) {
  EXPECT_THAT(Tasks(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:", "1. Sở Tài chính:",
                            "a) Chủ trì, phối hợp với Công an tỉnh, Sở Y tế: rà soát quỹ đất dôi dư sau sắp xếp, xong trước 10 giờ ngày 28/9/2024.",
                            "b) Chủ trì phối hợp với Sở Nội vụ và các đơn vị liên quan tham mưu bố trí biên chế giáo viên.",
                            "c) Chủ trì cuộc họp giao ban hằng tuần."})),
              ElementsAre("a | rà soát quỹ đất dôi dư sau sắp xếp, xong trước 10 giờ ngày 28/9/2024 | Sở Tài chính | Công an tỉnh; Sở Y tế | "
                          "trước 10 giờ ngày 28/9/2024",
                          "b | Chủ trì phối hợp với Sở Nội vụ và các đơn vị liên quan tham mưu bố trí biên chế giáo viên | Sở Tài chính | Sở Nội vụ; các đơn vị liên quan | ",
                          "c | Chủ trì cuộc họp giao ban hằng tuần | Sở Tài chính |  | hằng tuần"));
}

// Who works beside the one that leads, with the work told as a whole; not where that is one piece of the work among others.
TEST(TextTasks, WorkBesideOthers) {
  EXPECT_THAT(Tasks(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:", "1. Sở Tài chính:",
                            "a) Phối hợp chặt chẽ với Cục Hải quan tỉnh, các sở, ban ngành tăng cường kiểm soát thị trường dịp cuối năm.",
                            "b) Phối hợp tổ chức hội chợ xuân an toàn, tiết kiệm.",
                            "2. Phòng Tổ chức cán bộ Sở phối hợp với Phòng Tài vụ Sở tham mưu phương án trợ cấp.",
                            "3. Hội Cựu chiến binh tỉnh: phối hợp với Hội Nông dân tỉnh tổ chức nói chuyện truyền thống."})),
              ElementsAre("a | Phối hợp chặt chẽ với Cục Hải quan tỉnh, các sở, ban ngành tăng cường kiểm soát thị trường dịp cuối năm | Sở Tài "
                          "chính | Cục Hải quan tỉnh; các sở, ban ngành | ",
                          "b | Phối hợp tổ chức hội chợ xuân an toàn, tiết kiệm | Sở Tài chính |  | ",
                          "2 | phối hợp với Phòng Tài vụ Sở tham mưu phương án trợ cấp | Phòng Tổ chức cán bộ Sở | Phòng Tài vụ Sở | ",
                          "3 | phối hợp với Hội Nông dân tỉnh tổ chức nói chuyện truyền thống | Hội Cựu chiến binh tỉnh |  | "));
}

// As plans of inspection share the work out: headings of a kind end each other, groups have work of their own, methods assign nothing.
TEST(TextTasks, HeadingsOfAKindEndEachOther) {
  EXPECT_THAT(
      Tasks(Letter({"Trưởng Ban ban hành Kế hoạch kiểm tra của Ban Chỉ đạo cải cách hành chính, cụ thể như sau:", "III. PHƯƠNG PHÁP KIỂM TRA",
                    "- Lãnh đạo Sở báo cáo những vấn đề về triển khai công tác cải cách hành chính;", "V. TỔ CHỨC THỰC HIỆN", "a) Thanh tra tỉnh",
                    "- Thông báo cho các đơn vị được kiểm tra về nội dung, thời gian kiểm tra;",
                    "- Kết thúc mỗi cuộc kiểm tra, Văn phòng Sở có trách nhiệm thông báo kết quả kiểm tra bằng văn bản.",
                    "b) Các đơn vị có liên quan thuộc Sở Nội vụ được mời tham gia đoàn kiểm tra",
                    "- Chuẩn bị nội dung theo các lĩnh vực thuộc chức năng quản lý của mình.", "c) Đối với các sở, ngành, địa phương được kiểm tra",
                    "- Lãnh đạo các sở, ngành, địa phương có trách nhiệm chuẩn bị tốt nội dung kiểm tra;",
                    "- Xây dựng báo cáo theo Phụ lục I và gửi về Sở Nội vụ;"},
                   "Số: 15/KH-SNV")),
      ElementsAre(" | Thông báo cho các đơn vị được kiểm tra về nội dung, thời gian kiểm tra | Thanh tra tỉnh |  | ",
                  " | thông báo kết quả kiểm tra bằng văn bản | Văn phòng Sở |  | ",
                  " | Chuẩn bị nội dung theo các lĩnh vực thuộc chức năng quản lý của mình | Các đơn vị có liên quan thuộc Sở Nội vụ được mời tham "
                  "gia đoàn kiểm tra |  | ",
                  " | chuẩn bị tốt nội dung kiểm tra | Lãnh đạo các sở, ngành, địa phương |  | ",
                  " | Xây dựng báo cáo theo Phụ lục I và gửi về Sở Nội vụ | các sở, ngành, địa phương được kiểm tra |  | "));
}

// A colon far behind who and verb ends no name.
TEST(TextTasks, AVerbAheadOfTheColon) {
  EXPECT_THAT(Tasks(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:",
                            "a) Sở Y tế chỉ đạo các trạm rà soát điểm tiêm chủng theo hướng: duy trì các điểm bảo đảm vệ sinh."})),
              ElementsAre("a | chỉ đạo các trạm rà soát điểm tiêm chủng theo hướng: duy trì các điểm bảo đảm vệ sinh | Sở Y tế |  | "));
}

// Papers that have to be sent by a day, of whom the letter asks or a directive ends with; not what a report tells.
TEST(TextTasks, DatedDutiesOfWhomIsAsked) {
  const std::vector<std::string> regime = {"Chế độ báo cáo:", "- Báo cáo công tác chuẩn bị, gửi trước ngày 26/6/2024;",
                                           "- Số liệu nhanh gửi về Sở Nội vụ trước 10 giờ 00 ngày 03/7/2024.",
                                           "Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc triển khai thực hiện Chỉ thị này./."};
  EXPECT_THAT(Tasks(Letter(regime, "Số: 15/CT-SNV")),
              ElementsAre(" | Báo cáo công tác chuẩn bị, gửi trước ngày 26/6/2024 | Thủ trưởng các sở, ban, ngành |  | trước ngày 26/6/2024",
                          " | Số liệu nhanh gửi về Sở Nội vụ trước 10 giờ 00 ngày 03/7/2024 | Thủ trưởng các sở, ban, ngành |  | trước 10 giờ 00 "
                          "ngày 03/7/2024"));
  EXPECT_THAT(Tasks(Letter(regime, "Số: 15/BC-SNV")), IsEmpty());
  EXPECT_THAT(Tasks(Letter({"Kính gửi: Sở Y tế; Sở Tài chính.", "1. Văn bản góp ý gửi về Sở Nội vụ trước ngày 15/6/2024."})),
              ElementsAre("1 | Văn bản góp ý gửi về Sở Nội vụ trước ngày 15/6/2024 | Sở Y tế; Sở Tài chính |  | trước ngày 15/6/2024"));
}

// Below who is asked a line that lists papers, and one with the next number behind it, are work and no headings.
TEST(TextTasks, WhatLettersAskForBelowAColon) {
  EXPECT_THAT(Tasks(Letter({"Thực hiện chế độ báo cáo theo quy định, Sở Nội vụ đề nghị các đơn vị:", "1. Lập báo cáo biên chế theo các biểu mẫu:",
                            "- Mẫu số 11, 12 tại Phụ lục II.", "- Báo cáo xin điều chỉnh (nếu có).", "2. Rà soát hồ sơ viên chức của đơn vị",
                            "3. Báo cáo được gửi trước ngày 15/6/2024 về Sở Nội vụ"})),
              ElementsAre("1 | Lập báo cáo biên chế theo các biểu mẫu | các đơn vị |  | ", "2 | Rà soát hồ sơ viên chức của đơn vị | các đơn vị |  | ",
                          "3 | Báo cáo được gửi trước ngày 15/6/2024 về Sở Nội vụ | các đơn vị |  | trước ngày 15/6/2024"));
  EXPECT_THAT(Tasks(Letter({"Kính gửi: Sở Y tế", "Để cuộc khảo sát đạt kết quả tốt, Cục kính đề nghị Quý Sở phối hợp một số nội dung sau:",
                            "1. Cung cấp đầy đủ thông tin theo phiếu khảo sát đính kèm;"})),
              ElementsAre("1 | Cung cấp đầy đủ thông tin theo phiếu khảo sát đính kèm | Sở Y tế |  | "));
  EXPECT_THAT(Tasks(Letter({"Giám đốc Sở đề nghị Thủ trưởng đơn vị thực hiện theo văn bản nêu trên, cụ thể:",
                            "a) Trung tâm Y tế dự phòng cung cấp thông tin theo mẫu số 2;"})),
              ElementsAre("a | cung cấp thông tin theo mẫu số 2 | Trung tâm Y tế dự phòng |  | "));
}

// What somebody answers for, what an article of a decision charges, and notes behind the name of who is responsible.
TEST(TextTasks, FormsOfDuty) {
  EXPECT_THAT(Tasks(Letter({"Điều 1. Thành lập Ban quản lý Chương trình", "Điều 2. Ban quản lý Chương trình có nhiệm vụ xây dựng kế hoạch triển khai các dự án.",
                            "Điều 3. Tổ chức thực hiện",
                            "1. Sở Tài chính chịu trách nhiệm toàn diện về nội dung đề xuất; đồng thời, cấp phát kinh phí theo quy định.",
                            "2. Chủ nhiệm nhiệm vụ (đối với đề tài cấp tỉnh) chịu trách nhiệm nhập dữ liệu đề xuất.",
                            "Điều 4. Chánh Văn phòng, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này."},
                           "Số: 15/QĐ-SNV")),
              ElementsAre("Điều 2 | xây dựng kế hoạch triển khai các dự án | Ban quản lý Chương trình |  | ",
                          "1 | chịu trách nhiệm toàn diện về nội dung đề xuất; đồng thời, cấp phát kinh phí theo quy định | Sở Tài chính |  | ",
                          "2 | nhập dữ liệu đề xuất | Chủ nhiệm nhiệm vụ |  | "));
}

// Whoever takes part in a meeting does nothing, and what was asked for in a paper cited asks nobody.
TEST(TextTasks, WhoTakesPartIsNotCharged) {
  EXPECT_THAT(Tasks(Letter({"Thực hiện ý kiến chỉ đạo tại Công văn số 12/UBND-NN, Sở Nội vụ tổ chức cuộc họp, cụ thể như sau:",
                            "1. Thành phần, kính mời:", "- Đại diện lãnh đạo Sở Tài chính;",
                            "- Công ty TNHH MTV Quản lý khai thác công trình thủy lợi Cao Bằng;", "2. Phân công chuẩn bị:",
                            "- Văn phòng Sở: chuẩn bị hội trường, tài liệu và đón tiếp đại biểu."})),
              ElementsAre(" | chuẩn bị hội trường, tài liệu và đón tiếp đại biểu | Văn phòng Sở |  | "));
}

// A later sentence that charges somebody, and a sentence that begins with the name of the heading above it.
TEST(TextTasks, SentencesThatChargeBelowAHeading) {
  EXPECT_THAT(Tasks(Letter({"2. Đấu thầu mua vật tư:",
                            "Thực hiện theo Công văn số 94/VP-KTTH của Ủy ban nhân dân tỉnh. Giao Giám đốc Sở Y tế tổ chức đấu thầu vật tư tiêu hao.",
                            "III. TỔ CHỨC THỰC HIỆN", "1. Các Tổ công tác", "Các Tổ công tác nghiên cứu tổng thể các báo cáo, tài liệu liên quan.",
                            "6. Về công tác kiểm tra: đề nghị Sở Y tế vận dụng công cụ giám sát của dự án."})),
              ElementsAre(" | tổ chức đấu thầu vật tư tiêu hao | Giám đốc Sở Y tế |  | ",
                          "1 | nghiên cứu tổng thể các báo cáo, tài liệu liên quan | Các Tổ công tác |  | ",
                          "6 | vận dụng công cụ giám sát của dự án | Sở Y tế |  | "));
}

// All that a letter asks for may stand in a paragraph without number; other papers, and letters that assign work, give none of it.
TEST(TextTasks, TheOnlyRequestOfALetter) {
  const std::vector<std::string> letter = {"Kính gửi: Giám đốc các bệnh viện trong tỉnh.",
                                           "Giám đốc Sở đề nghị Thủ trưởng các đơn vị góp ý dự thảo Quy chế gửi kèm.",
                                           "Văn bản góp ý của đơn vị gửi về Sở Nội vụ (qua Phòng Tổ chức) trước ngày 28/6/2024. Thông tin liên hệ: Phòng Tổ chức.",
                                           "Trân trọng./."};
  EXPECT_THAT(Tasks(Letter(letter)),
              ElementsAre(" | Văn bản góp ý của đơn vị gửi về Sở Nội vụ (qua Phòng Tổ chức) trước ngày 28/6/2024 | Thủ trưởng các đơn vị |  | trước "
                          "ngày 28/6/2024"));
  EXPECT_LT(Letter(letter).tasks.at(0).confidence, 0.7);
  EXPECT_THAT(Tasks(Letter(letter, "Số: 15/BC-SNV")), IsEmpty());
  EXPECT_THAT(Tasks(Letter({"Đề nghị các đơn vị hoàn chỉnh báo cáo trước ngày 05/6/2024 để Bộ Nội vụ tổng hợp."})),
              ElementsAre(" | hoàn chỉnh báo cáo trước ngày 05/6/2024 để Bộ Nội vụ tổng hợp | các đơn vị |  | trước ngày 05/6/2024"));
  EXPECT_THAT(Tasks(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:", "1. Sở Tài chính: bố trí kinh phí thực hiện kế hoạch.",
                            "Báo cáo gửi về Sở Nội vụ trước ngày 28/6/2024."})),
              SizeIs(1));
  EXPECT_THAT(Tasks(Letter({"Báo cáo của Sở Tài chính đã gửi về Sở Nội vụ trước ngày 28/4/2024."})), IsEmpty());
}

// A second paragraph of a lettered item is part of it; where the next letter is missing it may have lost its own.
TEST(TextTasks, AnItemsSecondParagraph) {
  const auto tasks = [](const std::string& last) {
    return Tasks(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:", "1. Sở Công Thương:", "a) Theo dõi nguồn cung hàng hóa.",
                         "Triển khai các hoạt động kết nối cung cầu.", last}));
  };
  EXPECT_THAT(tasks("b) Làm việc với Công ty Điện lực về cung ứng điện."),
              ElementsAre("a | Theo dõi nguồn cung hàng hóa. Triển khai các hoạt động kết nối cung cầu | Sở Công Thương |  | ",
                          "b | Làm việc với Công ty Điện lực về cung ứng điện | Sở Công Thương |  | "));
  EXPECT_THAT(tasks("c) Làm việc với Công ty Điện lực về cung ứng điện."), SizeIs(3));
}

// A notice of what a commune's meeting decided.
TEST(TextTasks, TasksAheadInWhatAMeetingDecided) {
  const std::vector<std::string> lines = {"Kết luận của Chủ tịch Ủy ban nhân dân xã tại cuộc họp giao ban", "II. Nhiệm vụ trọng tâm tháng 6/2024",
                                          "- Kế toán xã: Hoàn thiện hồ sơ quyết toán ngân sách quý I.",
                                          "- Giao công chức Văn hóa - Xã hội rà soát hộ nghèo, hộ cận nghèo.", "- Công an xã tăng cường tuần tra ban đêm."};
  EXPECT_THAT(Tasks(Letter(lines, "Số: 15/TB-SNV")), ElementsAre(" | Hoàn thiện hồ sơ quyết toán ngân sách quý I | Kế toán xã |  | ",
                                                                 " | rà soát hộ nghèo, hộ cận nghèo | công chức Văn hóa - Xã hội |  | ",
                                                                 " | tăng cường tuần tra ban đêm | Công an xã |  | "));
  EXPECT_THAT(Tasks(Letter(lines, "Số: 15/BC-SNV")), Not(Contains(" | tăng cường tuần tra ban đêm | Công an xã |  | ")));
}

TEST(TextTasks, ColonsInsideTheNamesOfWhoHelps) {
  EXPECT_THAT(Tasks(Letter({"Chủ tịch Ủy ban nhân dân tỉnh có ý kiến chỉ đạo như sau:",
                            "1. Giao Sở Nội vụ chủ trì, phối hợp với các Sở: Tài chính, Xây dựng tham mưu xây dựng Đề án vị trí việc làm."})),
              ElementsAre("1 | tham mưu xây dựng Đề án vị trí việc làm | Sở Nội vụ | Sở Tài chính; Sở Xây dựng | "));
}

TEST(TextTasks, HeadingsWithAnAsterisk) {
  EXPECT_THAT(Tasks(Letter({"III. TỔ CHỨC THỰC HIỆN", "* Sở Y tế", "- Tham mưu ban hành kế hoạch tiêm chủng.", "* Đối với Công an tỉnh:",
                            "- Kiểm tra việc chấp hành giờ giấc.", "(3) Sở Tài chính: Bố trí kinh phí thực hiện kế hoạch."})),
              ElementsAre(" | Tham mưu ban hành kế hoạch tiêm chủng | Sở Y tế |  | ", " | Kiểm tra việc chấp hành giờ giấc | Công an tỉnh |  | ",
                          "3 | Bố trí kinh phí thực hiện kế hoạch | Sở Tài chính |  | "));
}

TEST(TextTasks, NotesAndColonsInsideTheNameOfWhoLeads) {
  EXPECT_THAT(Tasks(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:",
                            "1. Phòng Nội vụ (cơ quan thường trực): Tham mưu ban hành kế hoạch kiểm tra công vụ.",
                            "2. Sở Y tế (chủ trì), Sở Tài chính: rà soát các cơ sở khám chữa bệnh tư nhân.",
                            "3. Giám đốc các sở: Tài chính, Xây dựng có trách nhiệm đôn đốc các chủ đầu tư.",
                            "4. Đề nghị Liên đoàn Lao động tỉnh và các tổ chức chính trị - xã hội tỉnh", "- Vận động hội viên tham gia hiến máu."})),
              ElementsAre("1 | Tham mưu ban hành kế hoạch kiểm tra công vụ | Phòng Nội vụ |  | ",
                          "2 | rà soát các cơ sở khám chữa bệnh tư nhân | Sở Y tế | Sở Tài chính | ",
                          "3 | đôn đốc các chủ đầu tư | Giám đốc Sở Tài chính; Giám đốc Sở Xây dựng |  | ",
                          " | Vận động hội viên tham gia hiến máu | Liên đoàn Lao động tỉnh; các tổ chức chính trị - xã hội tỉnh |  | "));
}

// "section | lead" of each task.
std::vector<std::string> Sections(const Document& document) {
  std::vector<std::string> sections;
  for (const Task& task : document.tasks) {
    std::string text;
    for (const std::string& title : task.section) text += (text.empty() ? "" : " / ") + title;
    sections.push_back(text + " | " + task.lead.at(0).name);
  }
  return sections;
}

TEST(TextTasks, ANameOfOfficesIsAHeadingWhereItemsSayThemselvesWho) {
  EXPECT_THAT(Sections(Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:", "1. Đối với các phòng chuyên môn, Văn phòng Sở",
                               "a) Phòng Tổ chức cán bộ: thẩm định đề án vị trí việc làm của các đơn vị.",
                               "b) Văn phòng Sở: theo dõi, đôn đốc, tổng hợp kết quả thực hiện.", "2. Đối với Công an tỉnh",
                               "- Kiểm tra, xử lý nghiêm các trường hợp vi phạm."})),
              ElementsAre("Đối với các phòng chuyên môn, Văn phòng Sở | Phòng Tổ chức cán bộ",
                          "Đối với các phòng chuyên môn, Văn phòng Sở | Văn phòng Sở", "Đối với Công an tỉnh | Công an tỉnh"));
}

// The title encloses the items and is a level of their section; their number is their own. What ends with a colon is
// the beginning of a sentence.
TEST(TextTasks, ATitleOfOfficesEnclosesItsItems) {
  const std::vector<Task> tasks = Letter({"Giám đốc Sở yêu cầu các đơn vị thực hiện các nội dung sau:", "II. PHÂN CÔNG NHIỆM VỤ", "1. Thanh tra tỉnh",
                                          "- Kiểm tra việc chấp hành quy định về bảo vệ môi trường tại các cụm công nghiệp;",
                                          "a) Báo cáo kết quả kiểm tra về Ủy ban nhân dân tỉnh.", "2. Giao Sở Tài chính:",
                                          "- Bố trí kinh phí thực hiện trong dự toán được giao hằng năm."}).tasks;
  ASSERT_THAT(tasks, SizeIs(3));
  EXPECT_THAT(tasks[0].section, ElementsAre("PHÂN CÔNG NHIỆM VỤ", "Thanh tra tỉnh"));
  EXPECT_EQ(tasks[0].no, std::nullopt);
  EXPECT_THAT(tasks[1].section, ElementsAre("PHÂN CÔNG NHIỆM VỤ", "Thanh tra tỉnh"));
  EXPECT_EQ(tasks[1].no, "a");
  EXPECT_THAT(tasks[2].section, ElementsAre("PHÂN CÔNG NHIỆM VỤ"));
  EXPECT_EQ(tasks[2].no, std::nullopt);
}

// … nor need it have a number where lines in capitals part the text.
TEST(TextTasks, BelowHeadingsInCapitalsOfficesHaveLinesOfTheirOwn) {
  const Document letter = Letter({"Hai cơ quan thống nhất kế hoạch liên tịch năm 2013 như sau:", "CHỈ TIÊU NĂM 2013", "- Dư nợ tăng trưởng 8% trở lên, nợ quá hạn dưới 0,7%.",
                                  "NHIỆM VỤ CỦA MỖI BÊN", "Hội Nông dân huyện:", "- Kiểm tra 100% cơ sở Hội, mỗi tổ kiểm tra 05 hộ vay từ tháng 4 đến tháng 10/2013;",
                                  "Hai bên cùng thực hiện:", "1. Đối chiếu dư nợ đến từng hộ vay tại 03 xã từ 01/7 đến 15/8/2013;",
                                  "PHÂN CÔNG THỰC HIỆN", "1. Văn phòng Hội", "- Chuẩn bị Lễ hội Xuân hồng, dự kiến tiếp nhận 1.200 đơn vị máu quý I/2026."});
  EXPECT_THAT(Tasks(letter), ElementsAre(" | Kiểm tra 100% cơ sở Hội, mỗi tổ kiểm tra 05 hộ vay từ tháng 4 đến tháng 10/2013 | Hội Nông dân huyện |  | từ tháng 4 đến tháng 10/2013",
                                         "1 | Đối chiếu dư nợ đến từng hộ vay tại 03 xã từ 01/7 đến 15/8/2013 | Hai bên |  | từ 01/7 đến 15/8/2013",
                                         " | Chuẩn bị Lễ hội Xuân hồng, dự kiến tiếp nhận 1.200 đơn vị máu quý I/2026 | Văn phòng Hội |  | quý I/2026"));
  ASSERT_THAT(letter.tasks, SizeIs(3));
  EXPECT_THAT(letter.tasks[0].section, ElementsAre("NHIỆM VỤ CỦA MỖI BÊN"));
  EXPECT_THAT(letter.tasks[2].section, ElementsAre("PHÂN CÔNG THỰC HIỆN", "Văn phòng Hội"));
}

TEST(TextTasks, ASentenceThatIntroducesIsNoHeading) {
  EXPECT_THAT(Sections(Letter({"II. Kết luận", "1. Về kết quả đạt được", "2. Để thực hiện tốt nhiệm vụ trong thời gian tới, Giám đốc Sở yêu cầu:",
                               "2.1. Công an tỉnh: Chỉ đạo rà soát phương án sơ tán dân."})),
              ElementsAre("Kết luận | Công an tỉnh"));
}

TEST(TextTasks, NumberedWorkGoesOnBehindAHeadingOfItsKind) {
  EXPECT_THAT(Sections(Letter({"Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:", "1. Về công tác bồi thường",
                               "- Công an tỉnh: bảo vệ hiện trường thi công.", "2. Các chủ đầu tư, Ban Quản lý dự án:",
                               "a) Lập lại biểu đồ tiến độ giải ngân chi tiết.", "3. Sở Y tế: Kiểm tra các trạm y tế xã.", "4. Về giải ngân",
                               "1. Sở Tài chính: Tổng hợp số liệu giải ngân.", "2. Sở Nội vụ: Rà soát biên chế."})),
              ElementsAre("Về công tác bồi thường | Công an tỉnh", " | Các chủ đầu tư", " | Sở Y tế", "Về giải ngân | Sở Tài chính",
                          "Về giải ngân | Sở Nội vụ"));
}

// "giao" also begins words ahead of who is asked.
TEST(TextTasks, WhoIsAskedBehindOtherWords) {
  EXPECT_THAT(Tasks(Letter({"Thực hiện Công văn số 2114/BGDĐT ngày 16/5/2019 về bảo đảm an toàn giao thông, hạn chế tai nạn giao thông cho học sinh, "
                            "Sở yêu cầu Thủ trưởng các đơn vị, trường học thực hiện một số nội dung sau:",
                            "1. Tăng cường công tác tuyên truyền, giáo dục pháp luật."})),
              ElementsAre("1 | Tăng cường công tác tuyên truyền, giáo dục pháp luật | Thủ trưởng các đơn vị, trường học |  | "));
  EXPECT_THAT(Tasks(Letter({"Bộ đề nghị Ủy ban nhân dân các tỉnh, thành phố phối hợp chặt chẽ và chỉ đạo các đơn vị chuyên môn tăng cường thực hiện "
                            "một số công tác sau đây:",
                            "1. Tuyên truyền, vận động nhân dân thực hiện đúng các khuyến cáo."})),
              ElementsAre("1 | Tuyên truyền, vận động nhân dân thực hiện đúng các khuyến cáo | Ủy ban nhân dân các tỉnh, thành phố |  | "));
}

// Marks of headings in bold capitals are easily lost.
TEST(TextTasks, HeadingOfOrganisationWithLostMarks) {
  EXPECT_THAT(Tasks(Letter({"V. TÔ CHỨC THỰC HIỆN", "- Kết thúc mỗi cuộc kiểm tra, Văn phòng Sở thông báo kết luận đến các đơn vị được kiểm tra.",
                            "3. Thư ký các Tổ công tác", "- Chuẩn bị các điều kiện hậu cần phục vụ hoạt động giám sát."})),
              ElementsAre(" | Kết thúc mỗi cuộc kiểm tra, thông báo kết luận đến các đơn vị được kiểm tra | Văn phòng Sở |  | ",
                          " | Chuẩn bị các điều kiện hậu cần phục vụ hoạt động giám sát | Thư ký các Tổ công tác |  | "));
}

// What stood above in the body encloses nothing in the annex.
TEST(TextTasks, AnnexBeginsAnew) {
  const Document document = Letter({"II. NHIỆM VỤ CHỦ YẾU", "PHỤ LỤC", "1. Rà soát, hoàn thiện cơ sở dữ liệu đất đai của các huyện.",
                                    "a) Đơn vị chủ trì: Sở Tài nguyên và Môi trường."});
  ASSERT_EQ(document.tasks.size(), 1u);
  EXPECT_THAT(document.tasks[0].section, IsEmpty());
}

// As scans have it: the colon is specks.
TEST(TextTasks, LabelsThatLostTheirColon) {
  EXPECT_THAT(Tasks(Letter({"4. Quan tâm công tác giáo dục lý tưởng cách mạng, đạo đức, lối sống cho học sinh, sinh viên.",
                            "a) Đơn vị chủ trì Sở Giáo dục và Đào tạo.", "b) Đơn vị phối hợp Sở Tài chính."})),
              ElementsAre("4 | Quan tâm công tác giáo dục lý tưởng cách mạng, đạo đức, lối sống cho học sinh, sinh viên | Sở Giáo "
                          "dục và Đào tạo | Sở Tài chính | "));
}

// As directives share work out: headings without a colon, of which one begins as work does.
TEST(TextTasks, HeadingsOfADirective) {
  EXPECT_THAT(
      Tasks(Letter({"Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành, cơ quan, đơn vị, Chủ tịch Ủy ban nhân dân "
                    "các huyện, thị xã, thành phố theo chức năng, nhiệm vụ cần tập trung thực hiện các nội dung sau:",
                    "10. Sở Thông tin và Truyền thông", "a) Tăng cường quản lý thông tin thuê bao, chất lượng dịch vụ viễn thông;",
                    "11. Thanh tra tỉnh chủ trì, phối hợp thực hiện",
                    "a) Phối hợp với Ban Tiếp công dân tỉnh chuẩn bị chu đáo nội dung tiếp công dân dịp Tết;",
                    "12. Giao Sở Y tế, Sở Tài nguyên và Môi trường chủ trì, cùng các cơ quan liên quan:",
                    "- Chỉ đạo các cơ sở y tế thực hiện nghiêm quy định về quản lý chất thải y tế.",
                    "13. Giao Sở Công Thương chủ trì, cùng Công an tỉnh tăng cường công tác kiểm tra, giám sát thị trường."})),
      ElementsAre(
          "a | Tăng cường quản lý thông tin thuê bao, chất lượng dịch vụ viễn thông | Sở Thông tin và Truyền thông |  | ",
          "a | Phối hợp với Ban Tiếp công dân tỉnh chuẩn bị chu đáo nội dung tiếp công dân dịp Tết | Thanh tra tỉnh | Ban Tiếp công dân tỉnh | ",
          " | Chỉ đạo các cơ sở y tế thực hiện nghiêm quy định về quản lý chất thải y tế | Sở Y tế; Sở Tài nguyên và Môi "
          "trường | các cơ quan liên quan | ",
          "13 | tăng cường công tác kiểm tra, giám sát thị trường | Sở Công Thương | Công an tỉnh | "));
}

TEST(TextTasks, ChargedAskedAndResponsible) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Giao Sở Nội vụ tham mưu kế hoạch sắp xếp đơn vị hành chính cấp xã trên địa bàn toàn tỉnh.",
           "2. Sở Y tế có trách nhiệm:",
           "a) Tổ chức khám sức khỏe cho người cao tuổi tại các huyện biên giới;",
           "b) Rà soát trang thiết bị của các trạm y tế xã.",
           "3. Đề nghị Hội Nông dân tỉnh tuyên truyền, vận động hội viên tham gia giám sát cộng đồng."})),
      ElementsAre(
          "1 | tham mưu kế hoạch sắp xếp đơn vị hành chính cấp xã trên địa bàn toàn tỉnh | Sở Nội vụ |  | ",
          "a | Tổ chức khám sức khỏe cho người cao tuổi tại các huyện biên giới | Sở Y tế |  | ",
          "b | Rà soát trang thiết bị của các trạm y tế xã | Sở Y tế |  | ",
          "3 | tuyên truyền, vận động hội viên tham gia giám sát cộng đồng | Hội Nông dân tỉnh |  | "));
}

// No colon parts those who help from the work: its verb does, and not one that belongs to a name.
TEST(TextTasks, WhoHelpsEndsWhereTheWorkBegins) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Giao Sở Nông nghiệp và Phát triển nông thôn hướng dẫn truy xuất nguồn gốc nông sản.",
           "2. Sở Y tế chủ trì, phối hợp với Sở Công Thương, Công an tỉnh thành lập các đoàn kiểm tra liên ngành.",
           "3. Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan, tổ chức liên quan tham mưu trình trước ngày 25/7/2024."})),
      ElementsAre("1 | hướng dẫn truy xuất nguồn gốc nông sản | Sở Nông nghiệp và Phát triển nông thôn |  | ",
                  "2 | thành lập các đoàn kiểm tra liên ngành | Sở Y tế | Sở Công Thương; Công an tỉnh | ",
                  "3 | tham mưu trình trước ngày 25/7/2024 | Sở Nội vụ | các cơ quan, tổ chức liên quan | trước ngày "
                  "25/7/2024"));
}

// An agency's name is the heading, with a colon or, where work is shared out, without.
TEST(TextTasks, TheWorkStandsBelowAnAgencysName) {
  EXPECT_THAT(Tasks(Letter({"1. Sở Giáo dục và Đào tạo:", "a) Chỉ đạo các cơ sở giáo dục tổ chức bếp ăn bán trú đúng quy định.",
                            "b) Rà soát hợp đồng cung cấp suất ăn, báo cáo định kỳ trước ngày 20 hằng tháng.",
                            "II. TỔ CHỨC THỰC HIỆN", "1. Ban Chính sách - Pháp luật",
                            "- Tham mưu Ban Thường vụ thành lập đoàn kiểm tra an toàn lao động.", "2. Kinh phí thực hiện",
                            "- Sử dụng nguồn kinh phí hoạt động thường xuyên trong năm."})),
              ElementsAre("a | Chỉ đạo các cơ sở giáo dục tổ chức bếp ăn bán trú đúng quy định | Sở Giáo dục và Đào tạo |  | ",
                          "b | Rà soát hợp đồng cung cấp suất ăn, báo cáo định kỳ trước ngày 20 hằng tháng | Sở Giáo dục và Đào "
                          "tạo |  | trước ngày 20 hằng tháng",
                          " | Tham mưu Ban Thường vụ thành lập đoàn kiểm tra an toàn lao động | Ban Chính sách - Pháp luật |  | "));
}

// Results reported within a month are due then; the first of several pieces of work ends with its month; what the time is for is
// no part of it.
TEST(TextTasks, DeadlinesInsideTheWork) {
  const std::vector<std::string> tasks = Tasks(Letter(
      {"Sở Nội vụ yêu cầu các đơn vị thực hiện các nội dung sau:",
       "1. Sở Giáo dục và Đào tạo: Kiểm tra việc thực hiện các khoản thu đầu năm học, báo cáo kết quả trong tháng 9/2024.",
       "2. Sở Tài nguyên và Môi trường: Tổ chức lễ ra quân tổng vệ sinh môi trường trong tháng 12/2024; kiểm tra việc thu gom rác.",
       "3. Sở Y tế: Tổng hợp kết quả kiểm tra, báo cáo Sở Nội vụ trước ngày 25/5/2024 theo mẫu gửi kèm."}));
  ASSERT_THAT(tasks, SizeIs(3));
  EXPECT_THAT(tasks[0], ::testing::EndsWith("| trong tháng 9/2024"));
  EXPECT_THAT(tasks[1], ::testing::EndsWith("| trong tháng 12/2024"));
  EXPECT_THAT(tasks[2], ::testing::EndsWith("| trước ngày 25/5/2024"));
}

// An office that no register has, where work is shared out; a deadline at the end of the sentence.
TEST(TextTasks, OfficesThatAreNotRegisteredHaveDuties) {
  EXPECT_THAT(Tasks(Letter({"II. TỔ CHỨC THỰC HIỆN", "1. Trung tâm Thông tin y tế Quốc gia có trách nhiệm tổng hợp, báo cáo định kỳ hằng quý.",
                            "2. Sở Y tế:", "a) Kiện toàn Ban Chỉ huy phòng, chống thiên tai cấp huyện trong tháng 8/2024;"})),
              ElementsAre("1 | tổng hợp, báo cáo định kỳ hằng quý | Trung tâm Thông tin y tế Quốc gia |  | định kỳ hằng quý",
                          "a | Kiện toàn Ban Chỉ huy phòng, chống thiên tai cấp huyện trong tháng 8/2024 | Sở Y tế |  | trong tháng 8/2024"));
}

// Where work is shared out, who stands before a colon or has a duty is believed without a register; "đơn vị cung cấp dịch vụ" is
// who they are, not what they do.
TEST(TextTasks, WhereWorkIsSharedOutOfficesAreBelieved) {
  EXPECT_THAT(
      Tasks(Letter({"III. TỔ CHỨC THỰC HIỆN", "1. Chi cục Kiểm ngư Vùng I, II, III: xây dựng lịch tuần tra trên biển.",
                    "2. Trung tâm Thông tin giám sát tàu cá chủ trì, phối hợp với các đơn vị cung cấp dịch vụ giám sát cung cấp dữ liệu.",
                    "3. Văn phòng Cục có trách nhiệm bố trí kinh phí, phương tiện cho các đoàn công tác.",
                    "4. Đề nghị Sở Nông nghiệp và Môi trường các tỉnh ven biển:", "a) Công khai danh sách tàu cá có nguy cơ vi phạm;"})),
      ElementsAre("1 | xây dựng lịch tuần tra trên biển | Chi cục Kiểm ngư Vùng I, II, III |  | ",
                  "2 | cung cấp dữ liệu | Trung tâm Thông tin giám sát tàu cá | các đơn vị cung cấp dịch vụ giám sát | ",
                  "3 | bố trí kinh phí, phương tiện cho các đoàn công tác | Văn phòng Cục |  | ",
                  "a | Công khai danh sách tàu cá có nguy cơ vi phạm | Sở Nông nghiệp và Môi trường các tỉnh ven biển |  | "));
}

// What a conclusion asks for stands under any heading but those that say what was found.
TEST(TextTasks, ConclusionsAskForWhatStandsBelow) {
  const std::vector<std::string> body = {"1. Về đánh giá chung", "- Sở Xây dựng hoàn thành quy hoạch phân khu trước thời hạn.",
                                         "2. Về nhiệm vụ thời gian tới",
                                         "- Sở Giao thông vận tải đôn đốc nhà thầu; báo cáo vào thứ Sáu hằng tuần."};
  std::vector<std::string> asked = {"Sau khi nghe báo cáo, Phó Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:"};
  asked.insert(asked.end(), body.begin(), body.end());
  EXPECT_THAT(Tasks(Letter(asked)), ElementsAre(" | đôn đốc nhà thầu; báo cáo vào thứ Sáu hằng tuần | Sở Giao thông vận tải |  | "
                                                "thứ Sáu hằng tuần"));
  EXPECT_THAT(Tasks(Letter(body)), IsEmpty());
}

// Among items of work one whose verb no rule knows is work, too, and less sure; persons, figures and offices are none.
TEST(TextTasks, ItemsAmongWorkAreWork) {
  const Document document = Letter({"II. PHÂN CÔNG NHIỆM VỤ", "1. Phòng Hành chính - Quản trị",
                                    "- Rà soát, bổ sung thùng đựng chất thải tại sân, hoàn thành trước ngày 31/3/2024.",
                                    "- Dời nhà để xe khỏi khuôn viên khu điều trị nội trú.", "- 100% khoa, phòng phân loại chất thải.",
                                    "- Ông Lê Văn Hoa, Phó Trưởng phòng Hành chính - Quản trị."});
  EXPECT_THAT(Tasks(document),
              ElementsAre(" | Rà soát, bổ sung thùng đựng chất thải tại sân, hoàn thành trước ngày 31/3/2024 | Phòng Hành chính - "
                          "Quản trị |  | trước ngày 31/3/2024",
                          " | Dời nhà để xe khỏi khuôn viên khu điều trị nội trú | Phòng Hành chính - Quản trị |  | "));
  EXPECT_LT(document.tasks.at(1).confidence, document.tasks.at(0).confidence);
}

// "… Chủ tịch yêu cầu:" asks for what stands below; a verb may be a part of the name; no later than a day is a deadline
// wherever it stands.
TEST(TextTasks, WhoAsksAsksForWhatStandsBelow) {
  EXPECT_THAT(
      Tasks(Letter({"Triển khai Công điện của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh yêu cầu:",
                    "1. Sở Y tế: đẩy nhanh tiến độ; chậm nhất đến ngày 15 tháng 9 năm 2024 phải bàn giao mặt bằng.",
                    "2. Giao Ban Quản lý dự án Đầu tư xây dựng tỉnh khẩn trương hoàn thành thủ tục đấu thầu.",
                    "3. Sở Xây dựng công bố chỉ số giá xây dựng hằng tháng; kịp thời tháo gỡ vướng mắc.",
                    "4. Các chủ đầu tư định kỳ trước ngày 25 hằng tháng gửi báo cáo tiến độ."})),
      ElementsAre("1 | đẩy nhanh tiến độ; chậm nhất đến ngày 15 tháng 9 năm 2024 phải bàn giao mặt bằng | Sở Y tế |  | chậm nhất "
                  "đến ngày 15 tháng 9 năm 2024",
                  "2 | khẩn trương hoàn thành thủ tục đấu thầu | Ban Quản lý dự án đầu tư xây dựng tỉnh |  | ",
                  "3 | công bố chỉ số giá xây dựng hằng tháng; kịp thời tháo gỡ vướng mắc | Sở Xây dựng |  | hằng tháng",
                  "4 | định kỳ trước ngày 25 hằng tháng gửi báo cáo tiến độ | Các chủ đầu tư |  | trước ngày 25 hằng tháng"));
}

// A sentence that asks somebody for all the items below, which name nobody; the closing words end it. They are doubtful beside
// items that say who.
TEST(TextTasks, WhoIsAskedForAllItemsBelow) {
  const Document document = Letter({"Ban Thường vụ yêu cầu các công đoàn cơ sở thực hiện một số nội dung sau:",
                                    "1. Nắm tình hình tiền lương của doanh nghiệp, gửi báo cáo chậm nhất là ngày 15/12/2024.",
                                    "2. Rà soát, lập danh sách đoàn viên có hoàn cảnh khó khăn, hoàn thành trước ngày 05/01/2025.",
                                    "Trong quá trình thực hiện có vướng mắc đề nghị phản ánh.", "3. Tổ chức gặp mặt đoàn viên tiêu biểu."});
  EXPECT_THAT(Tasks(document),
              ElementsAre("1 | Nắm tình hình tiền lương của doanh nghiệp, gửi báo cáo chậm nhất là ngày 15/12/2024 | các công đoàn cơ "
                          "sở |  | chậm nhất là ngày 15/12/2024",
                          "2 | Rà soát, lập danh sách đoàn viên có hoàn cảnh khó khăn, hoàn thành trước ngày 05/01/2025 | các công đoàn "
                          "cơ sở |  | trước ngày 05/01/2025"));
  EXPECT_LT(document.tasks.at(0).confidence, 0.8);
  EXPECT_THAT(Tasks(Letter({"Sở yêu cầu các đơn vị báo cáo các nội dung sau:", "1. Tổ chức bộ máy của đơn vị năm 2024."})), IsEmpty());
}

// Behind a known agency's name and a colon, where work is shared out, any verb is work; figures and persons are none.
TEST(TextTasks, AColonSaysThatWorkFollows) {
  EXPECT_THAT(Tasks(Letter({"II. PHÂN CÔNG NHIỆM VỤ", "1. Công an tỉnh: Kích hoạt tài khoản định danh điện tử cho công dân.",
                            "2. Sở Y tế: 12 bác sĩ, 30 điều dưỡng và 05 xe cứu thương.",
                            "3. Các bệnh khác như sau: Thương hàn tám ca, viêm não hai ca."})),
              ElementsAre("1 | Kích hoạt tài khoản định danh điện tử cho công dân | Công an tỉnh |  | "));
}

// Among the duties of one office an item can have an actor of its own.
TEST(TextTasks, AnItemsOwnActorGoesAhead) {
  EXPECT_THAT(Tasks(Letter({"1. Sở Y tế:", "- Tổng hợp kết quả kiểm tra của các đoàn kiểm tra liên ngành.",
                            "- Căn cứ kế hoạch kiểm tra đã được phê duyệt, các đơn vị chủ động liên hệ với Sở Y tế để cử người.",
                            "- Chuẩn bị nội dung làm việc với các đơn vị được kiểm tra."})),
              ElementsAre(" | Tổng hợp kết quả kiểm tra của các đoàn kiểm tra liên ngành | Sở Y tế |  | ",
                          " | chủ động liên hệ với Sở Y tế để cử người | các đơn vị |  | ",
                          " | Chuẩn bị nội dung làm việc với các đơn vị được kiểm tra | Sở Y tế |  | "));
}

// What was set for a period says nothing of when the work is done.
TEST(TextTasks, WhatWasSetForAYearIsNoDeadline) {
  EXPECT_THAT(Tasks(Letter({"1. Sở Y tế:", "a) Khắc phục khó khăn để thực hiện đạt các chỉ tiêu, nhiệm vụ đề ra trong năm 2024.",
                            "b) Kiện toàn Ban Chỉ huy phòng, chống thiên tai cấp huyện trong năm 2024."})),
              ElementsAre("a | Khắc phục khó khăn để thực hiện đạt các chỉ tiêu, nhiệm vụ đề ra trong năm 2024 | Sở Y tế |  | ",
                          "b | Kiện toàn Ban Chỉ huy phòng, chống thiên tai cấp huyện trong năm 2024 | Sở Y tế |  | trong năm 2024"));
}

// Duties said in so many words are believed of units that no register has; words of a name's field are no work.
TEST(TextTasks, DutiesOfUnitsThatNoRegisterHas) {
  EXPECT_THAT(Tasks(Letter({"1. Liên đội có nhiệm vụ tổ chức hội thi kể chuyện theo sách.",
                            "2. Giao Phòng Quản lý đầu tư rà soát danh mục dự án khởi công mới."})),
              ElementsAre("1 | tổ chức hội thi kể chuyện theo sách | Liên đội |  | ",
                          "2 | rà soát danh mục dự án khởi công mới | Phòng Quản lý đầu tư |  | "));
}

// Papers that give orders are believed of offices that no register has, less surely.
TEST(TextTasks, OrdersToOfficesThatNoRegisterHas) {
  const Document document = Letter({"II. CÔNG TÁC KIỂM TRA", "- Phòng Quản lý vận tải: Thành lập đoàn kiểm tra bến xe.", "- Số liệu: Xây dựng 05 tuyến đường."});
  EXPECT_THAT(Tasks(document), ElementsAre(" | Thành lập đoàn kiểm tra bến xe | Phòng Quản lý vận tải |  | "));
  EXPECT_LT(document.tasks.at(0).confidence, 0.75);
}

// A heading of topics names nobody, though it looks like a group.
TEST(TextTasks, TopicsLeadNothing) {
  EXPECT_THAT(Tasks(Letter({"II. NHIỆM VỤ CỤ THỂ", "8. Một số công tác khác:", "- Xây dựng Kế hoạch luân chuyển cán bộ năm 2024."})), IsEmpty());
}

// Who presides at a meeting does no work.
TEST(TextTasks, InvitationsAssignNothing) {
  EXPECT_THAT(Tasks(Letter({"- Giám đốc Đoàn Ca múa nhạc Hải Đăng.", "Thời gian: 14 giờ 00, ngày 17 tháng 6 năm 2024.",
                            "Địa điểm: Phòng họp A.", "Chủ trì: Ông Lê Văn Hoa - Phó Giám đốc Sở Nội vụ."})),
              IsEmpty());
}

// Conclusions of party committees: "2- Giao …"; what the committee itself agrees to, and watching over the paper, are no work.
TEST(TextTasks, ConclusionsOfPartyCommittees) {
  EXPECT_THAT(
      Tasks(Letter({"Ban Thường vụ Huyện ủy thảo luận và kết luận như sau:",
                    "1- Ban Thường vụ Huyện ủy cơ bản thống nhất với báo cáo của Ủy ban nhân dân huyện.",
                    "2- Giao Ủy ban nhân dân huyện chỉ đạo các xã sơ tán dân, xong trước 17 giờ ngày 18/9/2024.",
                    "3- Giao Văn phòng thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh tổng hợp tình hình.",
                    "4- Văn phòng Huyện ủy theo dõi, đôn đốc việc thực hiện Kết luận này."})),
      ElementsAre("2 | chỉ đạo các xã sơ tán dân, xong trước 17 giờ ngày 18/9/2024 | Ủy ban nhân dân huyện |  | trước 17 giờ ngày "
                  "18/9/2024",
                  "3 | tổng hợp tình hình | Văn phòng thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh |  | "));
}

// "Điều 2. Tổ chức thực hiện" shares the work out; a mark read twice.
TEST(TextTasks, ArticlesShareTheWorkOut) {
  EXPECT_THAT(
      Tasks(Letter({"Điều 2. Tổ chức thực hiện", "1. Sở Tài chính cân đối, bố trí kinh phí theo phân cấp, hằng quý báo cáo Sở Y tế.",
                    "2. Công an huyện", "aả) Xét duyệt lý lịch chính trị công dân trong độ tuổi theo quy định.",
                    "b) Tổ chức phiên giao dịch lưu động tại huyện vào ngày 10/6/2024."})),
      ElementsAre("1 | cân đối, bố trí kinh phí theo phân cấp, hằng quý báo cáo Sở Y tế | Sở Tài chính |  | hằng quý",
                  " | Xét duyệt lý lịch chính trị công dân trong độ tuổi theo quy định | Công an huyện |  | ",
                  "b | Tổ chức phiên giao dịch lưu động tại huyện vào ngày 10/6/2024 | Công an huyện |  | ngày 10/6/2024"));
}

TEST(TextTasks, OneCellALine) {
  EXPECT_THAT(Tasks(Letter({"TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "1",
                            "Tổng kết công tác năm học", "Sở Giáo dục và Đào tạo", "Tháng 6/2024", "2",
                            "Kiểm tra công tác tuyển quân", "Công an tỉnh", "Quý IV/2024"})),
              ElementsAre("1 | Tổng kết công tác năm học | Sở Giáo dục và Đào tạo |  | Tháng 6/2024",
                          "2 | Kiểm tra công tác tuyển quân | Công an tỉnh |  | Quý IV/2024"));
}

TEST(TextTasks, OneCellALineWhereANumberWasNotRead) {
  EXPECT_THAT(Tasks(Letter({"TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian", "1",
                            "Tổng kết công tác năm học", "Sở Giáo dục và Đào tạo", "Tháng 6/2024",
                            "Kiểm tra công tác tuyển quân", "Công an tỉnh", "Quý IV/2024", "3",
                            "Sơ kết công tác sáu tháng đầu năm", "Sở Nội vụ", "Tháng 7/2024"})),
              ElementsAre("1 | Tổng kết công tác năm học | Sở Giáo dục và Đào tạo |  | Tháng 6/2024",
                          " | Kiểm tra công tác tuyển quân | Công an tỉnh |  | Quý IV/2024",
                          "3 | Sơ kết công tác sáu tháng đầu năm | Sở Nội vụ |  | Tháng 7/2024"));
}

// An agency that the registry does not have is believed where the sentence says that it leads.
TEST(TextTasks, AnUnknownAgencyThatLeads) {
  EXPECT_THAT(
      Tasks(Letter({"2. Chi cục Hải quan tỉnh chủ trì, phối hợp các lực lượng chức năng: Tạo thuận lợi cho "
                    "xuất khẩu."})),
      ElementsAre("2 | Tạo thuận lợi cho xuất khẩu | Chi cục Hải quan tỉnh | các lực lượng chức năng | "));
}

TEST(TextTasks, AimsAskNobody) {
  EXPECT_THAT(
      Tasks(Letter(
          {"1. Các cơ quan, đơn vị xác định rõ nhiệm vụ, phân công rõ trách nhiệm và thời gian thực hiện.",
           "2. Việc triển khai phải có lộ trình cụ thể, bảo đảm tính khả thi và nguồn lực."})),
      IsEmpty());
}

// "… chỉ thị:", then offices as headings without a colon; what stands right below them is work, known verb or not.
TEST(TextTasks, OfficesBelowAnInstruction) {
  EXPECT_THAT(Tasks(Letter({"Để chủ động ứng phó, Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:", "1. Sở Y tế",
                            "a) Rà soát cơ số thuốc dự phòng.", "2. Sở Nội vụ", "a) Ươm mầm tài năng trẻ trong các cơ quan của tỉnh."})),
              ElementsAre("a | Rà soát cơ số thuốc dự phòng | Sở Y tế |  | ",
                          "a | Ươm mầm tài năng trẻ trong các cơ quan của tỉnh | Sở Nội vụ |  | "));
}

TEST(TextTasks, WhoIsChargedStandsAsAHeading) {
  EXPECT_THAT(Tasks(Letter({"1. Giao Sở Y tế", "- Rà soát cơ số thuốc dự phòng.", "2. Đề nghị Công an tỉnh", "- Bảo đảm an ninh trật tự."})),
              ElementsAre(" | Rà soát cơ số thuốc dự phòng | Sở Y tế |  | ", " | Bảo đảm an ninh trật tự | Công an tỉnh |  | "));
}

// "- … gồm:" lists its parts with another mark: they are no work of their own.
TEST(TextTasks, PartsOfAnItemAreNoItems) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện", "1. Sở Y tế:", "- Xây dựng kế hoạch đấu thầu thuốc gồm:",
                            "+ Danh mục thuốc đấu thầu tập trung cấp địa phương.", "- Thành lập Hội đồng đấu thầu."})),
              ElementsAre(" | Xây dựng kế hoạch đấu thầu thuốc gồm: | Sở Y tế |  | ", " | Thành lập Hội đồng đấu thầu | Sở Y tế |  | "));
}

TEST(TextTasks, NamesAreNotCutAtTheirOwnVerbs) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện", "- Trưởng đoàn thẩm định phân công nhiệm vụ cụ thể cho từng thành viên.",
                            "- Bệnh viện công lập cử cán bộ có chứng chỉ đấu thầu tham gia."})),
              ElementsAre(" | phân công nhiệm vụ cụ thể cho từng thành viên | Trưởng đoàn thẩm định |  | ",
                          " | cử cán bộ có chứng chỉ đấu thầu tham gia | Bệnh viện công lập |  | "));
}

TEST(TextTasks, TheAgendaOfAMeetingIsNoWork) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện", "- Sở Nội vụ báo cáo kết quả tự kiểm tra của các đơn vị.",
                            "- Trưởng đoàn kiểm tra kết luận.", "- Giám đốc Sở phát biểu chỉ đạo."})),
              ElementsAre(" | báo cáo kết quả tự kiểm tra của các đơn vị | Sở Nội vụ |  | "));
}

TEST(TextTasks, OfficesOfAllHousesAreOneGroup) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện", "- Ban Nữ công các Sở, ngành, đoàn thể, quận, huyện xây dựng kế hoạch hoạt động năm 2024.",
                            "- Thủ trưởng các sở, ban, ngành, Thành Đoàn Cao Bằng tổ chức sơ kết."})),
              ElementsAre(" | xây dựng kế hoạch hoạt động năm 2024 | Ban Nữ công các Sở, ngành, đoàn thể, quận, huyện |  | ",
                          " | tổ chức sơ kết | Thủ trưởng các sở, ban, ngành; Thành đoàn Cao Bằng |  | "));
}

// A speck between two lines ends no paragraph.
TEST(TextTasks, AParagraphGoesOnBelowASpeck) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 15/SNV-TCBC"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
      .At(850, 300, {"Cao Bằng, ngày 08 tháng 5 năm 2024"}, BlockColumn::kRight)
      .At(250, 600, {"1. Sở Y tế chủ trì, phối hợp với Công an tỉnh: Thực hiện nghiêm các quy định về bảo vệ"})
      .At(250, 632, {"môi trường trong các cơ sở khám bệnh, chữa bệnh."})
      .At(250, 700, {"2. Sở Nội vụ chủ trì, phối hợp với Công an tỉnh: Tổng hợp kết quả của các nơi trên,"})
      .At(250, 732, {"báo cáo Ủy ban nhân dân tỉnh."});
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  const Document document = Extractor(rules).Extract(file, [](int, int) { return std::vector<Table>{}; }).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].content, "Thực hiện nghiêm các quy định về bảo vệ môi trường trong các cơ sở khám bệnh, chữa bệnh");
  EXPECT_EQ(document.tasks[1].content, "Tổng hợp kết quả của các nơi trên, báo cáo Ủy ban nhân dân tỉnh");
}

// A name begins the next line.
TEST(TextTasks, AParagraphGoesOnWithAName) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 15/SNV-TCBC"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
      .At(850, 300, {"Cao Bằng, ngày 08 tháng 5 năm 2024"}, BlockColumn::kRight)
      .At(250, 600, {"1. Sở Y tế chủ trì, phối hợp với Công an tỉnh: Thực hiện nghiêm các quy định của"})
      .At(250, 632, {"Chính phủ về bảo vệ môi trường trong các cơ sở khám bệnh, chữa bệnh."})
      .At(250, 700, {"2. Sở Nội vụ chủ trì, phối hợp với Công an tỉnh: Tổng hợp báo cáo."});
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  const Document document = Extractor(rules).Extract(file, [](int, int) { return std::vector<Table>{}; }).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].content, "Thực hiện nghiêm các quy định của Chính phủ về bảo vệ môi trường trong các cơ sở khám bệnh, chữa bệnh");
}

// The dash of the second item was not read: it is set as the items beside it are. A plain paragraph begins where dashes do.
TEST(TextTasks, ALostDash) {
  const auto document = [](int left) {
    PageBuilder page(1);
    page.At(250, 160, {"UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"}, BlockColumn::kLeft)
        .At(300, 300, {"Số: 15/SNV-TCBC"}, BlockColumn::kLeft)
        .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
        .At(850, 300, {"Cao Bằng, ngày 08 tháng 5 năm 2024"}, BlockColumn::kRight)
        .At(250, 540, {"III. TỔ CHỨC THỰC HIỆN"})
        .At(250, 600, {"- Sở Nội vụ tổ chức đoàn kiểm tra theo nội dung của kế hoạch này, liên hệ và thông"})
        .At(190, 632, {"báo đến các xã, phường về thời gian và địa điểm kiểm tra trong năm của tỉnh nhà;"})
        .At(left, 700, {"Văn phòng Ủy ban nhân dân tỉnh chuẩn bị các điều kiện cần thiết cho đoàn kiểm"})
        .At(190, 732, {"tra làm việc tại các xã, phường và tổng hợp các kiến nghị của những nơi được kiểm tra;"})
        .At(250, 800, {"- Sở Tài chính bố trí kinh phí."});
    FileLayout file{"scan.pdf", {page.Layout()}, {}};
    static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
    return Extractor(rules).Extract(file, [](int, int) { return std::vector<Table>{}; }).at(0);
  };
  EXPECT_THAT(document(272).tasks, SizeIs(3));
  EXPECT_THAT(document(250).tasks, SizeIs(2));
}

// A colon that lost its dot, beside items that have theirs.
TEST(TextTasks, AColonThatLostItsDot) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện", "a) Phòng Đào tạo: xây dựng mẫu biểu, hướng dẫn các khoa thực hiện;",
                            "b) Phòng Kế hoạch - Tài chính; bố trí kinh phí hoạt động của Tổ công tác;", "c) Sở Y tế chủ trì; phối hợp với Công an tỉnh: rà soát hồ sơ."})),
              ElementsAre("a | xây dựng mẫu biểu, hướng dẫn các khoa thực hiện | Phòng Đào tạo |  | ",
                          "b | bố trí kinh phí hoạt động của Tổ công tác | Phòng Kế hoạch - Tài chính |  | ",
                          "c | rà soát hồ sơ | Sở Y tế | Công an tỉnh | "));
}

// Who is named in the work does not do it where labels below it say who does.
TEST(TextTasks, LabelsSayWhoDoesItWhoeverIsNamedInTheWork) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện",
                            "17. Các trường đại học, cao đẳng tập trung đầu tư, xây dựng các ngành nghề phù hợp với định hướng của tỉnh.",
                            "- Cơ quan chủ trì: Sở Y tế.", "- Cơ quan phối hợp: Sở Tài chính."})),
              ElementsAre("17 | Các trường đại học, cao đẳng tập trung đầu tư, xây dựng các ngành nghề phù hợp với định hướng của tỉnh | "
                          "Sở Y tế | Sở Tài chính | "));
}

// Articles about who is responsible for what; a lone 1 read as an I is told by the 2 below it.
TEST(TextTasks, ArticlesOfResponsibility) {
  EXPECT_THAT(Tasks(Letter({"Điều 2. Trách nhiệm của Sở Y tế", "I. Kiểm tra định kỳ các cơ sở đã được cấp phép.", "2. Xử lý vi phạm theo thẩm quyền.",
                            "Điều 3. Trách nhiệm của Công an tỉnh", "1, Đấu tranh với hoạt động khai thác cát trái phép.",
                            "2. Kiểm soát phương tiện vận chuyển."})),
              ElementsAre("1 | Kiểm tra định kỳ các cơ sở đã được cấp phép | Sở Y tế |  | ", "2 | Xử lý vi phạm theo thẩm quyền | Sở Y tế |  | ",
                          "1 | Đấu tranh với hoạt động khai thác cát trái phép | Công an tỉnh |  | ", "2 | Kiểm soát phương tiện vận chuyển | Công an tỉnh |  | "));
}

// The matter first, then who is charged with it.
TEST(TextTasks, TheMatterStandsAhead) {
  EXPECT_THAT(Tasks(Letter({"Sau khi thảo luận, Giám đốc Sở kết luận như sau:",
                            "1. Về giải ngân vốn: Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát các dự án chậm tiến độ.",
                            "2. Về chuyển đổi số: Sở Nội vụ chủ trì, phối hợp với Sở Y tế hoàn thành việc kiểm kê.",
                            "3. Về dự thảo Nghị quyết: Thống nhất nội dung do Sở Xây dựng trình; giao Sở Xây dựng tiếp thu ý kiến thành viên."})),
              ElementsAre("1 | rà soát các dự án chậm tiến độ | Sở Tài chính | Sở Y tế | ", "2 | hoàn thành việc kiểm kê | Sở Nội vụ | Sở Y tế | ",
                          "3 | tiếp thu ý kiến thành viên | Sở Xây dựng |  | "));
}

TEST(TextTasks, TheMatterStandsAheadOfSmallLetters) {
  const Document document = Letter({"III. Tổ chức thực hiện", "1. Sử dụng thiết bị:", "- Các Trạm Y tế xã tiến hành đánh giá tình hình sử dụng thiết bị.",
                                    "2. Về công tác kiểm tra: đề nghị Trung tâm Y tế huyện Hòa An vận dụng mẫu giám sát của Sở."});
  EXPECT_THAT(Tasks(document), ElementsAre(" | tiến hành đánh giá tình hình sử dụng thiết bị | Các Trạm Y tế xã |  | ",
                                           "2 | vận dụng mẫu giám sát của Sở | Trung tâm Y tế huyện Hòa An |  | "));
  EXPECT_THAT(document.tasks.at(1).section, ElementsAre("Tổ chức thực hiện"));
}

TEST(TextTasks, APartWhoseTitleAStopEnds) {
  const Document document = Letter({"I. Kết quả thực hiện.", "- Các xã đã tổ chức 12 lớp.", "II. Nhiệm vụ cụ thể, phân công.", "1. Sở Y tế: tổ chức khám sức khỏe cho người cao tuổi."});
  ASSERT_THAT(document.tasks, SizeIs(1));
  EXPECT_THAT(document.tasks[0].section, ElementsAre("Nhiệm vụ cụ thể, phân công"));
}

TEST(TextTasks, WhatWasGivenToThoseWhoAreMeant) {
  EXPECT_THAT(Tasks(Letter({"III. Tổ chức thực hiện", "- Các đơn vị được dự án hỗ trợ đầu tư thiết bị lập hồ sơ đề nghị sửa chữa."})),
              ElementsAre(" | lập hồ sơ đề nghị sửa chữa | Các đơn vị được dự án hỗ trợ đầu tư thiết bị |  | "));
}

TEST(TextTasks, UnitsBehindAColon) {
  const Document document = Letter({"Sau khi thảo luận, Giám đốc Sở kết luận như sau:", "5. Yêu cầu UBND các xã: Khánh Bình, Đá Bạc",
                                    "- Di dời các hộ dân trong vùng nguy hiểm."});
  ASSERT_THAT(document.tasks, SizeIs(1));
  EXPECT_EQ(document.tasks[0].content, "Di dời các hộ dân trong vùng nguy hiểm");
  EXPECT_THAT(document.tasks[0].lead, SizeIs(2));
}

// As party committees write; figures with dots; meetings that are planned.
TEST(TextTasks, LeadingIsWork) {
  EXPECT_THAT(Tasks(Letter({"II- Yêu cầu các cấp ủy, tổ chức đảng chỉ đạo thực hiện tốt các nhiệm vụ sau:",
                            "5- Đảng ủy Quân sự tỉnh: Lãnh đạo chuẩn bị chu đáo diễn tập khu vực phòng thủ các huyện.",
                            "6- Ban Tổ chức Tỉnh ủy: Hoàn thành rà soát 35.000 hồ sơ trong tháng 11/2024; chuẩn bị kiểm tra.",
                            "8- Văn phòng Tỉnh ủy: Tham mưu chuẩn bị nội dung Hội nghị, dự kiến tổ chức ngày 28/9/2024."})),
              ElementsAre("5 | Lãnh đạo chuẩn bị chu đáo diễn tập khu vực phòng thủ các huyện | Đảng ủy Quân sự tỉnh |  | ",
                          "6 | Hoàn thành rà soát 35.000 hồ sơ trong tháng 11/2024; chuẩn bị kiểm tra | Ban Tổ chức Tỉnh ủy |  | "
                          "trong tháng 11/2024",
                          "8 | Tham mưu chuẩn bị nội dung Hội nghị, dự kiến tổ chức ngày 28/9/2024 | Văn phòng Tỉnh ủy |  | ngày "
                          "28/9/2024"));
}

TEST(TextTasks, LevelsOfGovernmentAreHeadings) {
  const Document document = Letter({"III. PHÂN CÔNG THỰC HIỆN", "1. Cấp huyện",
                                    "- Công an huyện: chỉ đạo công an các xã, thị trấn bảo đảm an ninh trật tự.", "2. Cấp xã",
                                    "- Trạm Y tế các xã, thị trấn: tham mưu Ủy ban nhân dân cấp xã xây dựng kế hoạch."});
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_THAT(document.tasks[0].section, ElementsAre("PHÂN CÔNG THỰC HIỆN", "Cấp huyện"));
  EXPECT_THAT(document.tasks[1].section, ElementsAre("PHÂN CÔNG THỰC HIỆN", "Cấp xã"));
}

TEST(TextTasks, NamesThatShareTheirHead) {
  EXPECT_THAT(Tasks(Letter({"Trung tâm Y tế yêu cầu các khoa, phòng thực hiện các nội dung sau:",
                            "3. Các khoa: Khám bệnh, Hồi sức cấp cứu: Tổ chức phân tuyến, thu dung, điều trị người bệnh."})),
              ElementsAre("3 | Tổ chức phân tuyến, thu dung, điều trị người bệnh | Khoa Khám bệnh; Khoa Hồi sức cấp cứu |  | "));
}

// A party cell's resolution, a university's notice: persons, the cell's committee, staff, offices said by what they do.
TEST(TextTasks, PersonsAndCommitteesAreCharged) {
  EXPECT_THAT(
      Tasks(Letter({"- Chi ủy: quán triệt các văn bản mới của cấp trên đến toàn thể đảng viên.",
                    "- Đồng chí Lê Thị Mỹ Dung: viết chuyên đề sinh hoạt chi bộ quý III, gửi Chi ủy trước ngày 20/9/2023.",
                    "- Chi hội Chữ thập đỏ: tiếp nhận, trao học bổng cho học sinh có hoàn cảnh khó khăn.",
                    "- Đồng chí Nguyễn Văn Khải: Trưởng ban."})),
      ElementsAre(" | quán triệt các văn bản mới của cấp trên đến toàn thể đảng viên | Chi ủy |  | ",
                  " | viết chuyên đề sinh hoạt chi bộ quý III, gửi Chi ủy trước ngày 20/9/2023 | Đồng chí Lê Thị Mỹ Dung |  | trước ngày 20/9/2023",
                  " | tiếp nhận, trao học bổng cho học sinh có hoàn cảnh khó khăn | Chi hội Chữ thập đỏ |  | "));
}

TEST(TextTasks, TimesAheadAndLabelled) {
  EXPECT_THAT(
      Tasks(Letter({"1. Phòng Đối ngoại và Hợp tác phát triển: hằng tháng báo cáo Hiệu trưởng tình hình đoàn ra, đoàn vào.",
                    "2. Giao Khoa Sư phạm, Khoa Ngoại ngữ: chuẩn bị hồ sơ mở ngành đào tạo thạc sĩ; thời hạn: quý I/2022.",
                    "3. Đề nghị Chi cục có chức năng quản lý chuyên ngành chăn nuôi, thú y các tỉnh, thành phố: tham mưu Sở tiêm phòng vắc xin."})),
      ElementsAre("1 | hằng tháng báo cáo Hiệu trưởng tình hình đoàn ra, đoàn vào | Phòng Đối ngoại và Hợp tác phát triển |  | hằng tháng",
                  "2 | chuẩn bị hồ sơ mở ngành đào tạo thạc sĩ; thời hạn: quý I/2022 | Khoa Sư phạm; Khoa Ngoại ngữ |  | quý I/2022",
                  "3 | tham mưu Sở tiêm phòng vắc xin | Chi cục có chức năng quản lý chuyên ngành chăn nuôi, thú y các tỉnh, thành phố |  | "));
}

// Names that a colon or "chủ trì" ends: several parted by semicolons, "Văn phòng" alone, offices that are called by a word of work or
// by a short name with a full stop.
TEST(TextTasks, WhatOpensASentenceSaysWhen) {
  EXPECT_THAT(Tasks(Letter({"TỔ CHỨC THỰC HIỆN", "II. TỔ CHỨC THỰC HIỆN",
                            "- Kết thúc mỗi đợt kiểm tra, Văn phòng Sở tổng hợp kết quả gửi các đơn vị được kiểm tra.",
                            "- Sở Tài chính có trách nhiệm xây dựng báo cáo và gửi về Sở Nội vụ trước khi kiểm tra ít nhất 05 ngày."})),
              ElementsAre(" | Kết thúc mỗi đợt kiểm tra, tổng hợp kết quả gửi các đơn vị được kiểm tra | Văn phòng Sở |  | ",
                          " | xây dựng báo cáo và gửi về Sở Nội vụ trước khi kiểm tra ít nhất 05 ngày | Sở Tài chính |  | trước "
                          "khi kiểm tra ít nhất 05 ngày"));
}

TEST(TextTasks, TimesOfSeveralWords) {
  const Document document = Letter({"III. Tổ chức thực hiện", "1. Sở Y tế: Báo cáo kết quả về Sở Nội vụ trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm).",
                                    "2. Sở Xây dựng: Từ nay đến hết năm 2024, tổ chức 02 đợt kiểm tra.",
                                    "3. Báo Cao Bằng: Tuyên truyền trên các số báo từ ngày 01/6/2024 đến hết ngày 30/6/2024.",
                                    "4. Văn phòng Sở: Trong thời hạn 05 ngày kể từ ngày ban hành, thông báo đến các đơn vị.",
                                    "5. Sở Tư pháp: Đến cuối tháng 9/2024 hoàn thành việc số hóa hồ sơ."});
  std::vector<std::string> times;
  for (const Task& task : document.tasks)
    times.push_back(task.deadline ? task.deadline->kind + " " + task.deadline->from.value_or("") + ".." + task.deadline->to.value_or("") : "");
  EXPECT_THAT(times, ElementsAre("range 2024-06-15..2024-12-15", "range ..2024-12-31", "range 2024-06-01..2024-06-30", "unknown ..",
                                 "month 2024-09-01..2024-09-30"));
}

TEST(TextTasks, NamesThatTheSentenceEnds) {
  EXPECT_THAT(
      Tasks(Letter({"Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh chỉ thị:", "1. Phòng Tham mưu: Điều chỉnh hệ thống kế hoạch ứng phó thiên tai.",
                    "2. Phòng Hậu cần chủ trì, phối hợp với Phòng Kỹ thuật: Tiếp nhận, cấp phát trang bị cứu hộ.",
                    "3. Trung đoàn Bộ binh 82; Tiểu đoàn Thiết giáp: Tổ chức lực lượng cơ động sẵn sàng tăng cường.",
                    "4. Văn phòng: Bảo đảm thông tin, đường truyền hội nghị phục vụ chỉ huy.",
                    "5. Giao Văn phòng chủ trì, phối hợp Công đoàn cơ sở: Truyền thông, vận động tiết kiệm điện.",
                    "6. Giao P.KD: Ký lại thỏa thuận cung cấp điện với khách hàng lớn."})),
      ElementsAre("1 | Điều chỉnh hệ thống kế hoạch ứng phó thiên tai | Phòng Tham mưu |  | ",
                  "2 | Tiếp nhận, cấp phát trang bị cứu hộ | Phòng Hậu cần | Phòng Kỹ thuật | ",
                  "3 | Tổ chức lực lượng cơ động sẵn sàng tăng cường | Trung đoàn Bộ binh 82; Tiểu đoàn Thiết giáp |  | ",
                  "4 | Bảo đảm thông tin, đường truyền hội nghị phục vụ chỉ huy | Văn phòng |  | ",
                  "5 | Truyền thông, vận động tiết kiệm điện | Văn phòng | Công đoàn cơ sở | ",
                  "6 | Ký lại thỏa thuận cung cấp điện với khách hàng lớn | Phòng Kinh doanh |  | "));
}

// A colon read as a semicolon; several offices stay several.
// "QUAN ĐIỂM CHỈ ĐẠO" is no office, though Ban Chỉ đạo is one.
TEST(TextTasks, PointsOfViewAreNobodysWork) {
  EXPECT_THAT(Tasks(Letter({"I. QUAN ĐIỂM CHỈ ĐẠO", "1. Bám sát chương trình công tác của Ủy ban nhân dân tỉnh; chủ động tham mưu kịp thời.",
                            "2. Đẩy mạnh cải cách hành chính, nâng cao trách nhiệm của người đứng đầu."})),
              IsEmpty());
}

// One paragraph, several who are charged: each sentence is a piece of work.
TEST(TextTasks, SentencesThatEachChargeSomebody) {
  EXPECT_THAT(Tasks(Letter({"Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh: hoàn thành tiêm mũi 2 trước ngày 30/6/2024, không để quá hạn. Giao Sở Tài chính: "
                            "cân đối kinh phí mua sắm sinh phẩm, xong trong tháng 7/2024. Giao ban hằng tuần."})),
              ElementsAre(" | hoàn thành tiêm mũi 2 trước ngày 30/6/2024, không để quá hạn | Sở Y tế | Công an tỉnh | trước ngày 30/6/2024",
                          " | cân đối kinh phí mua sắm sinh phẩm, xong trong tháng 7/2024. Giao ban hằng tuần | Sở Tài chính |  | trong tháng 7/2024"));
  // A colon says that work follows, whatever its verb
  EXPECT_THAT(Tasks(Letter({"Yêu cầu Sở Y tế: kích hoạt lại toàn bộ tổ cộng đồng. Yêu cầu trên phải được thực hiện nghiêm."})),
              ElementsAre(" | kích hoạt lại toàn bộ tổ cộng đồng. Yêu cầu trên phải được thực hiện nghiêm | Sở Y tế |  | "));
}

// What plans say below their measures is told to offices that are known; a bare "Văn phòng" heads its items.
TEST(TextTasks, MeasuresOfOfficesThatAreKnown) {
  EXPECT_THAT(Tasks(Letter({"III. GIẢI PHÁP", "1. Trong mùa khô", "a) Sở Y tế kiểm tra chất lượng nước tại 214 trạm cấp nước tập trung.", "b) Nhân dân tiết kiệm nước, sử dụng nước hợp lý."})),
              ElementsAre("a | kiểm tra chất lượng nước tại 214 trạm cấp nước tập trung | Sở Y tế |  | "));
  EXPECT_THAT(Tasks(Letter({"III. PHÂN CÔNG THỰC HIỆN", "1. Văn phòng", "- Trong tháng 01/2026, tổ chức 06 đoàn giám sát việc phân bổ quà."})),
              ElementsAre(" | Trong tháng 01/2026, tổ chức 06 đoàn giám sát việc phân bổ quà | Văn phòng |  | Trong tháng 01/2026"));
}

// "3. A does this; B does that": two pieces of work under one number. A list of who helps is none.
TEST(TextTasks, OfficesWithWorkOfTheirOwnInOneItem) {
  EXPECT_THAT(Tasks(Letter({"II. TỔ CHỨC THỰC HIỆN",
                            "1. Sở Tài chính cân đối 3,5 tỷ đồng để mua hóa chất, trình Ủy ban nhân dân tỉnh trước ngày 15/7/2024; Kho bạc Nhà nước tỉnh bố trí đủ tiền mặt, "
                            "chi trả trong ngày làm việc.",
                            "2. Sở Y tế chủ trì, phối hợp với Sở Nội vụ; Công an tỉnh tổ chức kiểm tra các cơ sở khám, chữa bệnh."})),
              ElementsAre("1 | cân đối 3,5 tỷ đồng để mua hóa chất, trình Ủy ban nhân dân tỉnh trước ngày 15/7/2024 | Sở Tài chính |  | trước ngày 15/7/2024",
                          "1 | bố trí đủ tiền mặt, chi trả trong ngày làm việc | Kho bạc Nhà nước tỉnh |  | ",
                          "2 | tổ chức kiểm tra các cơ sở khám, chữa bệnh | Sở Y tế | Sở Nội vụ; Công an tỉnh | "));
}

TEST(TextTasks, ASpeckBeforeTheFiguresOfADay) {
  EXPECT_THAT(Tasks(Letter({"1. Sở Y tế: tổng hợp, báo cáo kết quả chậm nhất ngày. 20/5/2024."})),
              ElementsAre("1 | tổng hợp, báo cáo kết quả chậm nhất ngày. 20/5/2024 | Sở Y tế |  | chậm nhất ngày 20/5/2024"));
}

TEST(TextTasks, AColonReadAsASemicolon) {
  EXPECT_THAT(Tasks(Letter({"Giám đốc Công ty kết luận như sau:", "4. Phòng An toàn: Kiểm tra đột xuất hiện trường tại các đội.",
                            "5. Phòng Tài chính Kế toán; Cân đối nguồn vốn sửa chữa lớn.", "6. Phòng Vật tư; Phòng Điều độ: Bảo đảm dự phòng vật tư."})),
              ElementsAre("4 | Kiểm tra đột xuất hiện trường tại các đội | Phòng An toàn |  | ",
                          "5 | Cân đối nguồn vốn sửa chữa lớn | Phòng Tài chính Kế toán |  | ",
                          "6 | Bảo đảm dự phòng vật tư | Phòng Vật tư; Phòng Điều độ |  | "));
}

// What a verb stands in is no name, whatever semicolons part.
TEST(TextTasks, SeveralWithSemicolonsAndAVerb) {
  EXPECT_THAT(Tasks(Letter({"Để chủ động ứng phó, Ban Chỉ huy Phòng, chống thiên tai tỉnh yêu cầu:",
                            "3. Công ty TNHH MTV Thủy nông Đồng Cam; Công ty CP Thủy điện Sông Ba Hạ; Công ty Thủy điện Sông Hinh vận hành hồ chứa đúng quy trình.",
                            "4. Sở Giao thông vận tải cắm biển cảnh báo tại 34 ngầm tràn; bố trí lực lượng trực gác.", "5. Sở Công Thương: bảo đảm dự trữ hàng hóa."})),
              ElementsAre("3 | vận hành hồ chứa đúng quy trình | Công ty TNHH MTV Thủy nông Đồng Cam; Công ty Cổ phần Thủy điện Sông Ba Hạ; Công ty Thủy điện Sông Hinh |  | ",
                          "4 | cắm biển cảnh báo tại 34 ngầm tràn; bố trí lực lượng trực gác | Sở Giao thông vận tải |  | ",
                          "5 | bảo đảm dự trữ hàng hóa | Sở Công Thương |  | "));
}

TEST(TextTasks, NamesWithWhatIsNotedBehindThem) {
  EXPECT_THAT(Tasks(Letter({"Tổ trưởng Tổ công tác kết luận như sau:", "6. UBND các huyện chưa đạt chỉ tiêu (Tri Tôn, An Phú): kiểm điểm trách nhiệm người đứng đầu."})),
              ElementsAre("6 | kiểm điểm trách nhiệm người đứng đầu | Ủy ban nhân dân các huyện chưa đạt chỉ tiêu |  | "));
  EXPECT_THAT(Tasks(Letter({"Giám đốc Công ty có ý kiến chỉ đạo như sau:", "4. Phòng Tổ chức - Hành chính (bà Hoa) chuẩn bị Hội nghị người lao động.",
                            "5. Về an toàn lao động, giao ông Trí - Trưởng phòng An toàn kiểm tra toàn bộ công trường."})),
              ElementsAre("4 | chuẩn bị Hội nghị người lao động | Phòng Tổ chức - Hành chính |  | ", "5 | kiểm tra toàn bộ công trường | ông Trí - Trưởng phòng An toàn |  | "));
}

// Resolutions ask in an article of their own; committees charge in an item.
TEST(TextTasks, WhoAsksStandsAhead) {
  EXPECT_THAT(Tasks(Letter({"Điều 2. Hội đồng nhân dân tỉnh yêu cầu Ủy ban nhân dân tỉnh tập trung thực hiện một số nhiệm vụ, giải pháp sau:",
                            "1. Rà soát, điều chỉnh quy hoạch 12 xã chưa phù hợp."})),
              ElementsAre("1 | Rà soát, điều chỉnh quy hoạch 12 xã chưa phù hợp | Ủy ban nhân dân tỉnh Cao Bằng |  | "));
  EXPECT_THAT(Tasks(Letter({"III. TỔ CHỨC THỰC HIỆN", "2. Các ban xây dựng Đảng, Văn phòng Huyện ủy hướng dẫn, kiểm tra, đôn đốc các chi bộ.",
                            "4. Ban Thường vụ Huyện ủy giao Ban Tuyên giáo Huyện ủy tham mưu sơ kết vào năm 2025."})),
              ElementsAre("2 | hướng dẫn, kiểm tra, đôn đốc các chi bộ | Các ban xây dựng Đảng; Văn phòng Huyện ủy |  | ",
                          "4 | tham mưu sơ kết vào năm 2025 | Ban Tuyên giáo Huyện ủy |  | năm 2025"));
}

// The list of those addressed ends where a sentence does, and "Quý cơ quan" are they.
TEST(TextTasks, ThoseAddressedAreAsked) {
  EXPECT_THAT(Tasks(Letter({"Kính gửi:", "- Các bộ, cơ quan ngang bộ;", "- Ủy ban nhân dân các tỉnh, thành phố. Thực hiện Quyết định số 876/QĐ-BNV",
                            "Để đánh giá kết quả, Bộ Nội vụ đề nghị Quý cơ quan:", "1. Tự đánh giá, chấm điểm trên phần mềm; hoàn thành trước ngày 31/12/2023."})),
              ElementsAre("1 | Tự đánh giá, chấm điểm trên phần mềm; hoàn thành trước ngày 31/12/2023 | Các bộ, cơ quan ngang bộ; Ủy ban nhân dân các tỉnh, thành phố |  | trước ngày 31/12/2023"));
}

// Short last lines stand over the list of recipients as lines of one column do.
TEST(TextTasks, TheLastLineOfTheTextIsNoRecipient) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"}, BlockColumn::kLeft).At(300, 300, {"Số: 15/KH-SNV"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
      .At(850, 300, {"Cao Bằng, ngày 08 tháng 5 năm 2024"}, BlockColumn::kRight)
      .Centred(460, {"KẾ HOẠCH", "Cải cách hành chính năm 2024"}).Body(600, {"III. TỔ CHỨC THỰC HIỆN"});
  for (const int y : {660, 700, 740}) page.Body(y, {"Các phòng chuyên môn phổ biến Kế hoạch này tới công chức, viên chức và người lao động."});
  page.Body(800, {"6. Sở Nội vụ và các phòng thuộc Ủy ban nhân dân huyện, thành phố tổ chức tự kiểm tra trước"})
      .At(236, 840, {"20/11/2024.", "7. Văn phòng Sở tổng hợp kết quả.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."}, BlockColumn::kLeft)
      .At(900, 920, {"GIÁM ĐỐC"}, BlockColumn::kRight);
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  const Document document = Extractor(rules).Extract(file, [](int, int) { return std::vector<Table>{}; }).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].content, "tổ chức tự kiểm tra trước 20/11/2024");
  EXPECT_EQ(document.tasks[1].content, "tổng hợp kết quả");
  EXPECT_THAT(document.recipients, ElementsAre("Như trên", "Lưu: VT"));
}

TEST(TextTasks, NumbersOfSeveralLevelsNeedNoStop) {
  EXPECT_THAT(Tasks(Letter({"6. Tổ chức thực hiện:", "6.1 Văn phòng Sở Y tế:", "Chuẩn bị phương tiện đi lại cho đoàn thẩm định.",
                            "6.2 Sở Tài chính chủ trì, phối hợp với Sở Nội vụ: Bố trí kinh phí thực hiện."})),
              ElementsAre("6.1 | Chuẩn bị phương tiện đi lại cho đoàn thẩm định | Văn phòng Sở Y tế |  | ",
                          "6.2 | Bố trí kinh phí thực hiện | Sở Tài chính | Sở Nội vụ | "));
}

TEST(TextTasks, ALineBehindAHeadingOfItsKindIsOneThoughAStopEndsIt) {
  const Document document = Letter({"Sở Y tế đề nghị các đơn vị thực hiện một số nội dung sau:", "1. Kiện toàn mạng lưới:",
                                    "- Các Trung tâm Y tế huyện rà soát đội ngũ nhân viên.", "2. Tập huấn Quản lý y tế cho cán bộ tuyến huyện.",
                                    "- Các đơn vị trong ngành lập danh sách cán bộ chưa được tập huấn."});
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_THAT(document.tasks[1].section, ElementsAre("Tập huấn Quản lý y tế cho cán bộ tuyến huyện"));
}

// Items with numbers of two levels below the name of who does them; what somebody has others do is his own work.
TEST(TextTasks, ItemsOfTwoLevelsBelowAName) {
  const Document directive = Letter({"Chủ tịch Ủy ban nhân dân thành phố chỉ thị:",
                                     "2. Sở Xây dựng có trách nhiệm: Hướng dẫn Ủy ban nhân dân cấp xã về trình tự cấp giấy phép; tham mưu quy định phân cấp trong tháng 11/2025.",
                                     "4. Thanh tra thành phố", "- Đưa nội dung quản lý đất công vào kế hoạch thanh tra năm 2026;", "- Thanh tra đột xuất trách nhiệm của Chủ tịch Ủy ban nhân dân cấp xã.",
                                     "5. Công an thành phố chỉ đạo Công an các xã, phường, đặc khu: Nắm tình hình, xử lý nghiêm các đối tượng môi giới.",
                                     "6. Ủy ban nhân dân các xã, phường, đặc khu",
                                     "6.1. Chịu trách nhiệm toàn diện trước Chủ tịch Ủy ban nhân dân thành phố về quản lý đất đai.",
                                     "6.2. Phối hợp với Văn phòng Đăng ký đất đai thành phố cập nhật hồ sơ địa chính.",
                                     "7. Chủ tịch Ủy ban nhân dân các tỉnh nêu trên:",
                                     "a) Bằng mọi biện pháp tiếp cận các khu vực còn bị cô lập, không để người dân nào bị đói;",
                                     "b) Sớm khôi phục cấp điện cho các trạm bơm tiêu;"}, "Số: 15/CT-UBND");
  const std::string all = "Ủy ban nhân dân các xã, phường, đặc khu", there = "Chủ tịch Ủy ban nhân dân các tỉnh nêu trên";
  EXPECT_THAT(Tasks(directive),
              ElementsAre("2 | Hướng dẫn Ủy ban nhân dân cấp xã về trình tự cấp giấy phép; tham mưu quy định phân cấp trong tháng 11/2025 | Sở Xây dựng |  | trong tháng 11/2025",
                          " | Đưa nội dung quản lý đất công vào kế hoạch thanh tra năm 2026 | Thanh tra thành phố |  | ",
                          " | Thanh tra đột xuất trách nhiệm của Chủ tịch Ủy ban nhân dân cấp xã | Thanh tra thành phố |  | ",
                          "5 | chỉ đạo Công an các xã, phường, đặc khu: Nắm tình hình, xử lý nghiêm các đối tượng môi giới | Công an thành phố |  | ",
                          "6.1 | Chịu trách nhiệm toàn diện trước Chủ tịch Ủy ban nhân dân thành phố về quản lý đất đai | " + all + " |  | ",
                          "6.2 | Phối hợp với Văn phòng Đăng ký đất đai thành phố cập nhật hồ sơ địa chính | " + all + " | Văn phòng Đăng ký đất đai thành phố | ",
                          "a | Bằng mọi biện pháp tiếp cận các khu vực còn bị cô lập, không để người dân nào bị đói | " + there + " |  | ",
                          "b | Sớm khôi phục cấp điện cho các trạm bơm tiêu | " + there + " |  | "));
}

// A heading that speaks of offices in general charges those that the headings below it name.
TEST(TextTasks, TheDutiesOfAllAreThoseOfEach) {
  const Document plan = Letter({"II. TRÁCH NHIỆM CỦA CÁC NGÀNH", "1. Công an tỉnh", "1.1. Chỉ đạo Công an các xã rà soát dữ liệu; thu thập bổ sung trong tháng 10 năm 2025.",
                                "1.2. Bảo đảm đường truyền cho các bệnh viện.", "2. Sở Y tế", "2.1. Chỉ đạo các cơ sở khám bệnh nâng cấp phần mềm quản lý."}, "Số: 15/KH-UBND");
  EXPECT_THAT(Tasks(plan), ElementsAre("1.1 | Chỉ đạo Công an các xã rà soát dữ liệu; thu thập bổ sung trong tháng 10 năm 2025 | Công an tỉnh |  | trong tháng 10 năm 2025",
                                       "1.2 | Bảo đảm đường truyền cho các bệnh viện | Công an tỉnh |  | ",
                                       "2.1 | Chỉ đạo các cơ sở khám bệnh nâng cấp phần mềm quản lý | Sở Y tế |  | "));
}

}  // namespace
}  // namespace trichluc
