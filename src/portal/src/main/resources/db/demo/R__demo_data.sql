-- A fictional staff for trying the system out; the units follow the plan of 30 May 2022.

insert ignore into unit (id, code, name, kind, valid_from) values
  (1, 'LDS', 'Lãnh đạo Sở', 'LEADERSHIP', '2010-01-01'),
  (2, 'VP', 'Văn phòng Sở', 'OFFICE', '2010-01-01'),
  (3, 'TTR', 'Thanh tra Sở', 'DIVISION', '2010-01-01'),
  (4, 'KHTC', 'Phòng Kế hoạch - Tài chính', 'DIVISION', '2010-01-01'),
  (5, 'QLKH', 'Phòng Quản lý Khoa học', 'DIVISION', '2010-01-01'),
  (6, 'QLCN', 'Phòng Quản lý Công nghệ và Chuyên ngành', 'DIVISION', '2010-01-01'),
  (7, 'TDC', 'Chi cục Tiêu chuẩn Đo lường Chất lượng', 'AFFILIATE', '2010-01-01'),
  (8, 'TTUD', 'Trung tâm Thông tin, Ứng dụng tiến bộ khoa học và công nghệ', 'AFFILIATE', '2010-01-01');

insert ignore into person
  (id, code, full_name, gender, position_name, position_class, direct_worker, unit_id, valid_from)
values
  (1, 'LDS-01', 'Nguyễn Văn Hùng', 'MALE', 'Giám đốc Sở', 'DEPARTMENT_LEADER', false, 1, '2015-01-01'),
  (2, 'LDS-02', 'Đặng Thị Phương', 'FEMALE', 'Phó Giám đốc Sở', 'DEPARTMENT_LEADER', false, 1, '2015-01-01'),
  (3, 'LDS-03', 'Lê Quốc Bảo', 'MALE', 'Phó Giám đốc Sở', 'DEPARTMENT_LEADER', false, 1, '2015-01-01'),
  (4, 'VP-01', 'Võ Thanh Sơn', 'MALE', 'Chánh Văn phòng', 'OTHER_MANAGER', false, 2, '2015-01-01'),
  (5, 'VP-02', 'Phạm Thị Minh Thư', 'FEMALE', 'Chuyên viên thi đua, khen thưởng', 'DIRECT_WORKER', true, 2, '2015-01-01'),
  (6, 'VP-03', 'Bùi Thị Mai', 'FEMALE', 'Văn thư', 'DIRECT_WORKER', true, 2, '2015-01-01'),
  (7, 'VP-04', 'Đỗ Hoàng Long', 'MALE', 'Chuyên viên, Thư ký Hội đồng Thi đua - Khen thưởng', 'DIRECT_WORKER', true, 2, '2015-01-01'),
  (8, 'VP-05', 'Trần Đức Quân', 'MALE', 'Chuyên viên quản trị hệ thống', 'DIRECT_WORKER', true, 2, '2015-01-01'),
  (9, 'VP-06', 'Huỳnh Thị Ngọc Ánh', 'FEMALE', 'Kế toán', 'DIRECT_WORKER', true, 2, '2015-01-01'),
  (10, 'TTR-01', 'Ngô Văn Thắng', 'MALE', 'Chánh Thanh tra', 'OTHER_MANAGER', false, 3, '2015-01-01'),
  (11, 'TTR-02', 'Lý Thị Kim Oanh', 'FEMALE', 'Thanh tra viên', 'DIRECT_WORKER', true, 3, '2015-01-01'),
  (12, 'TTR-03', 'Phan Minh Trí', 'MALE', 'Thanh tra viên', 'DIRECT_WORKER', true, 3, '2015-01-01'),
  (13, 'KHTC-01', 'Trương Thị Hồng Nhung', 'FEMALE', 'Trưởng phòng', 'OTHER_MANAGER', false, 4, '2015-01-01'),
  (14, 'KHTC-02', 'Cao Văn Đạt', 'MALE', 'Phó Trưởng phòng', 'OTHER_MANAGER', false, 4, '2015-01-01'),
  (15, 'KHTC-03', 'Mai Thị Thu Hà', 'FEMALE', 'Chuyên viên', 'DIRECT_WORKER', true, 4, '2015-01-01'),
  (16, 'KHTC-04', 'Hồ Quang Vinh', 'MALE', 'Chuyên viên', 'DIRECT_WORKER', true, 4, '2015-01-01'),
  (17, 'QLKH-01', 'Trần Thị Thanh Hòa', 'FEMALE', 'Trưởng phòng', 'OTHER_MANAGER', false, 5, '2015-01-01'),
  (18, 'QLKH-02', 'Nguyễn Hữu Nghĩa', 'MALE', 'Phó Trưởng phòng', 'OTHER_MANAGER', false, 5, '2015-01-01'),
  (19, 'QLKH-03', 'Lê Thị Bích Ngọc', 'FEMALE', 'Chuyên viên', 'DIRECT_WORKER', true, 5, '2015-01-01'),
  (20, 'QLKH-04', 'Đinh Công Thành', 'MALE', 'Chuyên viên', 'DIRECT_WORKER', true, 5, '2015-01-01'),
  (21, 'QLKH-05', 'Vũ Thị Quỳnh Như', 'FEMALE', 'Chuyên viên', 'DIRECT_WORKER', true, 5, '2015-01-01'),
  (22, 'QLCN-01', 'Phùng Văn Khánh', 'MALE', 'Trưởng phòng', 'OTHER_MANAGER', false, 6, '2015-01-01'),
  (23, 'QLCN-02', 'Nguyễn Thị Ái Vân', 'FEMALE', 'Phó Trưởng phòng', 'OTHER_MANAGER', false, 6, '2015-01-01'),
  (24, 'QLCN-03', 'Tạ Đình Phúc', 'MALE', 'Chuyên viên', 'DIRECT_WORKER', true, 6, '2015-01-01'),
  (25, 'QLCN-04', 'Châu Thị Mỹ Duyên', 'FEMALE', 'Chuyên viên', 'DIRECT_WORKER', true, 6, '2015-01-01'),
  (26, 'QLCN-05', 'Kiều Anh Tuấn', 'MALE', 'Chuyên viên', 'DIRECT_WORKER', true, 6, '2015-01-01'),
  (27, 'TDC-01', 'Đoàn Văn Lâm', 'MALE', 'Chi cục trưởng', 'OTHER_MANAGER', false, 7, '2015-01-01'),
  (28, 'TDC-02', 'Lương Thị Cẩm Tú', 'FEMALE', 'Phó Chi cục trưởng', 'OTHER_MANAGER', false, 7, '2015-01-01'),
  (29, 'TDC-03', 'Nguyễn Trọng Nhân', 'MALE', 'Kiểm soát viên chất lượng', 'DIRECT_WORKER', true, 7, '2015-01-01'),
  (30, 'TDC-04', 'Hà Thị Tuyết Mai', 'FEMALE', 'Kiểm soát viên chất lượng', 'DIRECT_WORKER', true, 7, '2015-01-01'),
  (31, 'TDC-05', 'Thái Bá Lộc', 'MALE', 'Kiểm định viên', 'DIRECT_WORKER', true, 7, '2015-01-01'),
  (32, 'TDC-06', 'Dương Thị Yến Nhi', 'FEMALE', 'Chuyên viên', 'DIRECT_WORKER', true, 7, '2015-01-01'),
  (33, 'TDC-07', 'Quách Gia Huy', 'MALE', 'Kiểm định viên', 'DIRECT_WORKER', true, 7, '2015-01-01'),
  (34, 'TTUD-01', 'Lê Quang Minh', 'MALE', 'Giám đốc Trung tâm', 'OTHER_MANAGER', false, 8, '2015-01-01'),
  (35, 'TTUD-02', 'Nguyễn Thị Diễm Hương', 'FEMALE', 'Phó Giám đốc Trung tâm', 'OTHER_MANAGER', false, 8, '2015-01-01'),
  (36, 'TTUD-03', 'Trịnh Xuân Bách', 'MALE', 'Kỹ sư ứng dụng công nghệ', 'DIRECT_WORKER', true, 8, '2015-01-01'),
  (37, 'TTUD-04', 'Đào Thị Lan Chi', 'FEMALE', 'Kỹ sư công nghệ sinh học', 'DIRECT_WORKER', true, 8, '2015-01-01'),
  (38, 'TTUD-05', 'Phạm Hoàng Nam', 'MALE', 'Kỹ sư công nghệ thông tin', 'DIRECT_WORKER', true, 8, '2015-01-01'),
  (39, 'TTUD-06', 'Võ Thị Như Ý', 'FEMALE', 'Chuyên viên truyền thông', 'DIRECT_WORKER', true, 8, '2015-01-01'),
  (40, 'TTUD-07', 'Lâm Chí Cường', 'MALE', 'Kỹ thuật viên', 'DIRECT_WORKER', true, 8, '2015-01-01'),
  (41, 'TTUD-08', 'Nguyễn Ngọc Hân', 'FEMALE', 'Kỹ thuật viên', 'DIRECT_WORKER', true, 8, '2015-01-01');

-- every password: Khenthuong@2022
insert ignore into account (username, person_id, display_name, password_hash, email) values
  ('qlkh', 17, 'Trần Thị Thanh Hòa',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'qlkh@tayninh.example'),
  ('ttud', 34, 'Lê Quang Minh',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'ttud@tayninh.example'),
  ('chuyenvien', 5, 'Phạm Thị Minh Thư',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'chuyenvien@tayninh.example'),
  ('chanhvp', 4, 'Võ Thanh Sơn',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'chanhvp@tayninh.example'),
  ('giamdoc', 1, 'Nguyễn Văn Hùng',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'giamdoc@tayninh.example'),
  ('phogiamdoc', 2, 'Đặng Thị Phương',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'phogiamdoc@tayninh.example'),
  ('vanthu', 6, 'Bùi Thị Mai',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'vanthu@tayninh.example'),
  ('thuky', 7, 'Đỗ Hoàng Long',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'thuky@tayninh.example'),
  ('quantri', 8, 'Trần Đức Quân',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'quantri@tayninh.example');

insert ignore into account_role (username, role) values
  ('qlkh', 'UNIT_HEAD'),
  ('ttud', 'UNIT_HEAD'),
  ('chuyenvien', 'OFFICE_OFFICER'),
  ('chanhvp', 'OFFICE_CHIEF'),
  ('chanhvp', 'UNIT_HEAD'),
  ('giamdoc', 'DIRECTOR'),
  ('phogiamdoc', 'DEPUTY_DIRECTOR'),
  ('vanthu', 'CLERK'),
  ('thuky', 'COUNCIL_SECRETARY'),
  ('quantri', 'ADMIN');

-- The plan sets no deadline for nominations: the first stays open.
insert ignore into campaign
  (id, code, title, theme, plan_number, plan_date, basis, description, opens_at, closes_at,
   achievement_from, achievement_to)
values
  (1, 'HTB-2022',
   'Đẩy mạnh “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” năm 2022',
   'Về xây dựng đội ngũ cán bộ, đảng viên nâng cao đạo đức cách mạng, bản lĩnh chính trị, tiên phong, gương mẫu, ngang tầm nhiệm vụ',
   '/KH-KHCN', '2022-05-30',
   'Công văn số 74/HĐTĐ ngày 06/5/2022 của Hội đồng Thi đua Khen thưởng tỉnh về triển khai thực hiện phong trào thi đua “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” năm 2022',
   'Kịp thời biểu dương, khen thưởng, tuyên truyền, nhân rộng những tập thể, cá nhân điển hình tiên tiến trong học tập và làm theo Bác; bảo đảm công tác khen thưởng tại Sở được công khai, minh bạch, kịp thời. Các phòng, đơn vị thuộc Sở kịp thời đề xuất, khen thưởng tập thể, cá nhân có thành tích tiêu biểu. Văn phòng Sở theo dõi, kiểm tra, giám sát và tổng hợp báo cáo kết quả.',
   '2022-05-29 17:00:00', null, '2022-01-01', '2022-12-31'),
  (2, 'HTB-2021',
   'Đẩy mạnh “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” năm 2021 (dữ liệu mẫu)',
   'Đợt thi đua mẫu đã kết thúc nhận đề nghị, để minh họa',
   '/KH-KHCN', '2021-06-01', 'Dữ liệu mẫu', 'Dữ liệu mẫu: đợt thi đua đã hết hạn nhận đề nghị.',
   '2021-05-31 17:00:00', '2021-12-15 10:00:00', '2021-01-01', '2021-12-31');

insert ignore into campaign_award (campaign_id, award_code) values
  (1, 'GK-SO'), (1, 'BK-TINH'), (2, 'GK-SO'), (2, 'BK-TINH');
