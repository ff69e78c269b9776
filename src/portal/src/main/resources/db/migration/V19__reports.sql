-- statistical forms: what a circular prints is rows, so that the next circular is another set ----------

create table report_form (
  code        varchar(16)   not null,
  valid_from  date          not null,
  valid_to    date          null comment 'last day',
  number      varchar(40)   not null comment 'as printed at its head',
  title       varchar(500)  not null,
  basis       varchar(300)  not null,
  source      varchar(12)   not null comment 'AWARDS, CAMPAIGNS: counted here; ENTERED: by hand only',
  measure     varchar(60)   null comment 'unit of measure of the whole form; null: each row has its own',
  row_measure boolean       not null comment 'whether it has a column with the unit of each row',
  due_month   int           not null,
  due_day     int           not null,
  certainty   varchar(12)   not null,
  note        varchar(1000) not null,
  primary key (code, valid_from)
);

create table report_form_column (
  form_code  varchar(16)  not null,
  valid_from date         not null,
  position   int          not null,
  heading    varchar(600) not null comment 'from the top down, parted by |',
  letter     varchar(20)  not null,
  kind       varchar(8)   not null comment 'TOTAL: sum of the parts; PART; OF_WHICH: inside another',
  counts     varchar(300) not null comment 'dimension=value,value;…; empty: everything',
  primary key (form_code, valid_from, position),
  constraint fk_report_form_column foreign key (form_code, valid_from)
    references report_form (code, valid_from)
);

create table report_form_row (
  form_code  varchar(16)  not null,
  valid_from date         not null,
  position   int          not null,
  number     varchar(8)   null comment 'null: the heading of a section',
  label      varchar(300) not null,
  depth      int          not null comment '0 total or section, 1 a part, 2 a part of the part before',
  measure    varchar(60)  null,
  of_which   boolean      not null comment 'inside the row before, not beside it',
  counts     varchar(300) not null,
  primary key (form_code, valid_from, position),
  constraint fk_report_form_row foreign key (form_code, valid_from)
    references report_form (code, valid_from)
);

-- the year a report covers, where it is not the usual one -----------------------------------------------

create table report_period (
  year            int          not null primary key,
  from_day        date         not null,
  to_day          date         not null comment 'last day',
  due_on          date         not null,
  reason          varchar(500) not null,
  changed_by_name varchar(120) not null,
  changed_at      datetime(6)  not null
);

-- what the system does not know, entered by the Office with its source ----------------------------------

create table report_entry (
  id                char(36)     not null primary key comment 'made by the form: sent twice, entered once',
  form_code         varchar(16)  not null,
  year              int          not null,
  facts             varchar(300) not null comment 'dimension=value;… like a row of what is counted',
  label             varchar(500) not null comment 'the column and rows chosen, as they read then',
  amount            int          not null,
  source            varchar(500) not null,
  entered_by_name   varchar(120) not null,
  entered_at        datetime(6)  not null,
  cancelled_by_name varchar(120) null,
  cancelled_at      datetime(6)  null,
  cancel_reason     varchar(500) null,
  index ix_report_entry (form_code, year, cancelled_at)
);

create table report_classification (
  award_id          bigint       not null primary key comment 'an award entered in the register without a case',
  position_class    varchar(30)  null comment 'null: a collective',
  commendation_type varchar(12)  not null,
  source            varchar(500) not null,
  entered_by_name   varchar(120) not null,
  entered_at        datetime(6)  not null,
  constraint fk_report_classification_award foreign key (award_id) references award_given (id)
);

-- what was handed in keeps its figures ------------------------------------------------------------------

create table report_issued (
  id             char(36)     not null primary key,
  code           varchar(16)  not null comment 'of the form, or RESULT',
  scope          varchar(40)  not null comment 'the year, or the campaign',
  number         int          not null comment 'counts the issues of one scope from 1',
  title          varchar(500) not null,
  from_day       date         not null,
  to_day         date         not null,
  figures        mediumtext   not null comment 'JSON',
  issued_by_name varchar(120) not null,
  issued_at      datetime(6)  not null,
  unique key uq_report_issued (code, scope, number)
);

-- Circular 02/2023/TT-BNV -------------------------------------------------------------------------------

insert into report_form
  (code, valid_from, valid_to, number, title, basis, source, measure, row_measure, due_month, due_day,
   certainty, note)
values
  ('0601', '2023-03-23', null, '0601.N/BNV-TĐKT', 'Số phong trào thi đua',
   'Thông tư số 2/2023/TT-BNV ngày 23/3/2023', 'CAMPAIGNS', 'Phong trào', false, 12, 15, 'UNVERIFIED',
   'Dòng, cột lấy từ phần mềm công khai của một địa phương, chưa đối chiếu với Thông tư; chưa xác minh ngày có hiệu lực.'),
  ('0602', '2023-03-23', null, '0602.N/BNV-TĐKT', 'Số lượng khen thưởng cấp Nhà nước',
   'Thông tư số 2/2023/TT-BNV ngày 23/3/2023', 'AWARDS', null, true, 12, 15, 'UNVERIFIED',
   'Dòng, cột lấy từ phần mềm công khai của một địa phương, chưa đối chiếu với Thông tư; mã số dòng bỏ 04, 05 như trong nguồn. Mỗi hình thức khen thưởng ghi riêng một cột: cột 2 ghi các hạng Huân chương Lao động có trong danh mục.'),
  ('0603', '2023-03-23', null, '0603.N/BNV-TĐKT',
   'Số lượng khen thưởng cấp bộ, ban, ngành, đoàn thể Trung ương và tỉnh, thành phố trực thuộc Trung ương',
   'Thông tư số 2/2023/TT-BNV ngày 23/3/2023', 'AWARDS', null, true, 12, 15, 'UNVERIFIED',
   'Dòng, cột lấy từ phần mềm công khai của một địa phương, chưa đối chiếu với Thông tư. Biểu không có cột Tập thể lao động xuất sắc.'),
  ('0604', '2023-03-23', null, '0604.N/BNV-TĐKT',
   'Số lượng tổ chức làm công tác thi đua, khen thưởng của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương',
   'Thông tư số 2/2023/TT-BNV ngày 23/3/2023', 'ENTERED', null, true, 12, 15, 'UNVERIFIED',
   'Dòng, cột lấy từ phần mềm công khai của một địa phương, chưa đối chiếu với Thông tư. Hệ thống không có số liệu: Văn phòng nhập.'),
  ('0605', '2023-03-23', null, '0605.N/BNV-TĐKT',
   'Số lượng công chức làm công tác thi đua, khen thưởng của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương',
   'Thông tư số 2/2023/TT-BNV ngày 23/3/2023', 'ENTERED', 'Người', false, 12, 15, 'UNVERIFIED',
   'Dòng, cột lấy từ phần mềm công khai của một địa phương, chưa đối chiếu với Thông tư; nguồn ghi trùng mã số 14, ở đây dòng cuối là 15. Hệ thống không có số liệu: Văn phòng nhập.');

insert into report_form_column (form_code, valid_from, position, heading, letter, kind, counts) values
  ('0601', '2023-03-23', 1, 'Tổng số', '1=(2+3+4)', 'TOTAL', ''),
  ('0601', '2023-03-23', 2, 'Số phong trào thi đua chia theo cấp chủ trì phát động thi đua|Cấp Trung ương (Hội đồng Thi đua - Khen thưởng Trung ương)', '2', 'PART', 'level=CENTRAL'),
  ('0601', '2023-03-23', 3, 'Số phong trào thi đua chia theo cấp chủ trì phát động thi đua|Cấp bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương', '3', 'PART', 'level=PROVINCE'),
  ('0601', '2023-03-23', 4, 'Số phong trào thi đua chia theo cấp chủ trì phát động thi đua|Cơ quan, tổ chức, đơn vị', '4', 'PART', 'level=UNIT'),
  ('0602', '2023-03-23', 1, 'Tổng số', '1', 'TOTAL', ''),
  ('0602', '2023-03-23', 2, 'Chia ra|Các loại huân chương, huy chương (Mỗi hình thức khen thưởng ghi riêng một cột)|Huân chương Lao động hạng Nhất|Tập thể', '2', 'PART', 'award=HCLD-1;subject=COLLECTIVE,ENTERPRISE,HOUSEHOLD'),
  ('0602', '2023-03-23', 3, 'Chia ra|Các loại huân chương, huy chương (Mỗi hình thức khen thưởng ghi riêng một cột)|Huân chương Lao động hạng Nhất|Cá nhân', '2', 'PART', 'award=HCLD-1;subject=INDIVIDUAL'),
  ('0602', '2023-03-23', 4, 'Chia ra|Các loại huân chương, huy chương (Mỗi hình thức khen thưởng ghi riêng một cột)|Huân chương Lao động hạng Nhì|Tập thể', '2', 'PART', 'award=HCLD-2;subject=COLLECTIVE,ENTERPRISE,HOUSEHOLD'),
  ('0602', '2023-03-23', 5, 'Chia ra|Các loại huân chương, huy chương (Mỗi hình thức khen thưởng ghi riêng một cột)|Huân chương Lao động hạng Nhì|Cá nhân', '2', 'PART', 'award=HCLD-2;subject=INDIVIDUAL'),
  ('0602', '2023-03-23', 6, 'Chia ra|Các loại huân chương, huy chương (Mỗi hình thức khen thưởng ghi riêng một cột)|Huân chương Lao động hạng Ba|Tập thể', '2', 'PART', 'award=HCLD-3;subject=COLLECTIVE,ENTERPRISE,HOUSEHOLD'),
  ('0602', '2023-03-23', 7, 'Chia ra|Các loại huân chương, huy chương (Mỗi hình thức khen thưởng ghi riêng một cột)|Huân chương Lao động hạng Ba|Cá nhân', '2', 'PART', 'award=HCLD-3;subject=INDIVIDUAL'),
  ('0602', '2023-03-23', 8, 'Chia ra|Giải thưởng Hồ Chí Minh', '3', 'PART', 'award=GT-HCM'),
  ('0602', '2023-03-23', 9, 'Chia ra|Giải thưởng Nhà nước', '4', 'PART', 'award=GT-NN'),
  ('0602', '2023-03-23', 10, 'Chia ra|Danh hiệu vinh dự nhà nước|Tập thể', '5', 'PART', 'award=DHVD-NN;subject=COLLECTIVE,ENTERPRISE,HOUSEHOLD'),
  ('0602', '2023-03-23', 11, 'Chia ra|Danh hiệu vinh dự nhà nước|Cá nhân', '5', 'PART', 'award=DHVD-NN;subject=INDIVIDUAL'),
  ('0602', '2023-03-23', 12, 'Chia ra|Cờ thi đua của Chính phủ', '6', 'PART', 'award=CO-CP'),
  ('0602', '2023-03-23', 13, 'Chia ra|Bằng khen của Thủ tướng Chính phủ|Tập thể', '7', 'PART', 'award=BK-TTG;subject=COLLECTIVE,ENTERPRISE,HOUSEHOLD'),
  ('0602', '2023-03-23', 14, 'Chia ra|Bằng khen của Thủ tướng Chính phủ|Cá nhân', '7', 'PART', 'award=BK-TTG;subject=INDIVIDUAL'),
  ('0602', '2023-03-23', 15, 'Chia ra|Danh hiệu “Chiến sĩ thi đua toàn quốc”', '8', 'PART', 'award=CSTD-TQ'),
  ('0602', '2023-03-23', 16, 'Chia ra|Các hình thức khen thưởng khác|Tập thể', '9', 'PART', 'award=NN-KHAC;subject=COLLECTIVE,ENTERPRISE,HOUSEHOLD'),
  ('0602', '2023-03-23', 17, 'Chia ra|Các hình thức khen thưởng khác|Cá nhân', '9', 'PART', 'award=NN-KHAC;subject=INDIVIDUAL'),
  ('0603', '2023-03-23', 1, 'Tổng số', '1', 'TOTAL', ''),
  ('0603', '2023-03-23', 2, 'Chia ra|Bằng khen', '2', 'PART', 'award=BK-TINH'),
  ('0603', '2023-03-23', 3, 'Chia ra|Chiến sĩ thi đua cấp bộ, cấp tỉnh', '3', 'PART', 'award=CSTD-TINH'),
  ('0603', '2023-03-23', 4, 'Chia ra|Cờ thi đua của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương', '4', 'PART', 'award=CO-TINH'),
  ('0603', '2023-03-23', 5, 'Chia ra|Huy hiệu (kỷ niệm chương) của bộ, ban, ngành, đoàn thể Trung ương, tỉnh, thành phố trực thuộc Trung ương', '5', 'PART', 'award=KNC'),
  ('0604', '2023-03-23', 1, 'Số lượng', '1', 'PART', ''),
  ('0605', '2023-03-23', 1, 'Số lượng (Người)|Tổng số', '1', 'PART', ''),
  ('0605', '2023-03-23', 2, 'Số lượng (Người)|Trong đó: Nữ', '2', 'OF_WHICH', 'gender=FEMALE');

insert into report_form_row
  (form_code, valid_from, position, number, label, depth, measure, of_which, counts) values
  ('0601', '2023-03-23', 1, '01', 'Tổng số', 0, null, false, ''),
  ('0601', '2023-03-23', 2, null, '1. Chia theo phạm vi tổ chức thi đua', 0, null, false, ''),
  ('0601', '2023-03-23', 3, '02', 'Toàn quốc', 1, null, false, 'range=NATION'),
  ('0601', '2023-03-23', 4, '03', 'Bộ, ban, ngành, đoàn thể, địa phương', 1, null, false, 'range=PROVINCE'),
  ('0601', '2023-03-23', 5, '04', 'Cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng các cấp tổ chức', 1, null, false, 'range=CLUSTER'),
  ('0601', '2023-03-23', 6, '05', 'Cơ quan, tổ chức, đơn vị', 1, null, false, 'range=UNIT'),
  ('0601', '2023-03-23', 7, null, '2. Chia theo thời hạn thi đua', 0, null, false, ''),
  ('0601', '2023-03-23', 8, '06', 'Dưới 1 năm', 1, null, false, 'duration=BELOW-1'),
  ('0601', '2023-03-23', 9, '07', '1 năm', 1, null, false, 'duration=ONE'),
  ('0601', '2023-03-23', 10, '08', 'Từ 1 năm đến dưới 3 năm', 1, null, false, 'duration=1-3'),
  ('0601', '2023-03-23', 11, '09', 'Từ 3 năm đến dưới 5 năm', 1, null, false, 'duration=3-5'),
  ('0601', '2023-03-23', 12, '10', 'Từ 5 năm trở lên', 1, null, false, 'duration=FROM-5'),
  ('0601', '2023-03-23', 13, null, '3. Chia theo phương thức tổ chức phong trào thi đua', 0, null, false, ''),
  ('0601', '2023-03-23', 14, '11', 'Thi đua theo chuyên đề', 1, null, false, 'method=MOVEMENT,UNPLANNED,DEDICATION,TENURE,FOREIGN'),
  ('0601', '2023-03-23', 15, '12', 'Thi đua thường xuyên hàng năm', 1, null, false, 'method=MERIT'),
  ('0602', '2023-03-23', 1, '01', 'Tổng số', 0, null, false, ''),
  ('0602', '2023-03-23', 2, null, '1. Chia theo đơn vị ban hành tờ trình Thủ tướng Chính phủ về khen thưởng', 0, null, false, ''),
  ('0602', '2023-03-23', 3, '02', 'Bộ, ban, ngành, đoàn thể Trung ương', 1, 'Bộ, ngành', false, 'submitter=MINISTRY'),
  ('0602', '2023-03-23', 4, '03', 'Tỉnh, thành phố trực thuộc Trung ương', 1, 'Tỉnh, TP', false, 'submitter=PROVINCE'),
  ('0602', '2023-03-23', 5, null, '2. Chia theo đối tượng khen thưởng', 0, null, false, ''),
  ('0602', '2023-03-23', 6, '06', 'Tập thể', 1, 'Tập thể', false, 'subject=COLLECTIVE,ENTERPRISE'),
  ('0602', '2023-03-23', 7, '07', 'Trong đó: Doanh nghiệp', 2, 'Doanh nghiệp', true, 'subject=ENTERPRISE'),
  ('0602', '2023-03-23', 8, '08', 'Hộ gia đình', 1, 'Hộ', false, 'subject=HOUSEHOLD'),
  ('0602', '2023-03-23', 9, '09', 'Cá nhân', 1, 'Người', false, 'subject=INDIVIDUAL'),
  ('0602', '2023-03-23', 10, '10', 'Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên', 2, 'Người', false, 'subject=INDIVIDUAL;class=PROVINCE_LEADER'),
  ('0602', '2023-03-23', 11, '11', 'Lãnh đạo cấp vụ, sở, ngành và tương đương', 2, 'Người', false, 'subject=INDIVIDUAL;class=DEPARTMENT_LEADER'),
  ('0602', '2023-03-23', 12, '12', 'Doanh nhân', 2, 'Người', false, 'subject=INDIVIDUAL;class=BUSINESS'),
  ('0602', '2023-03-23', 13, '13', 'Các cấp lãnh đạo khác từ phó phòng trở lên', 2, 'Người', false, 'subject=INDIVIDUAL;class=OTHER_MANAGER'),
  ('0602', '2023-03-23', 14, '14', 'Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)', 2, 'Người', false, 'subject=INDIVIDUAL;class=DIRECT_WORKER'),
  ('0602', '2023-03-23', 15, null, '3. Chia theo phương thức khen thưởng', 0, null, false, ''),
  ('0602', '2023-03-23', 16, '15', 'Thường xuyên', 1, null, false, 'method=MERIT'),
  ('0602', '2023-03-23', 17, '16', 'Chuyên đề', 1, null, false, 'method=MOVEMENT'),
  ('0602', '2023-03-23', 18, '17', 'Đột xuất', 1, null, false, 'method=UNPLANNED'),
  ('0602', '2023-03-23', 19, '18', 'Đối ngoại', 1, null, false, 'method=FOREIGN'),
  ('0602', '2023-03-23', 20, '19', 'Cống hiến', 1, null, false, 'method=DEDICATION'),
  ('0602', '2023-03-23', 21, '20', 'Niên hạn', 1, null, false, 'method=TENURE'),
  ('0602', '2023-03-23', 22, '21', 'Kháng chiến', 1, null, false, 'method=RESISTANCE'),
  ('0603', '2023-03-23', 1, '01', 'Tổng số', 0, null, false, ''),
  ('0603', '2023-03-23', 2, null, '1. Chia theo đối tượng khen thưởng', 0, null, false, ''),
  ('0603', '2023-03-23', 3, '02', 'Tập thể', 1, 'Tập thể', false, 'subject=COLLECTIVE,ENTERPRISE'),
  ('0603', '2023-03-23', 4, '03', 'Trong đó: Doanh nghiệp', 2, 'Doanh nghiệp', true, 'subject=ENTERPRISE'),
  ('0603', '2023-03-23', 5, '04', 'Hộ gia đình', 1, 'Hộ', false, 'subject=HOUSEHOLD'),
  ('0603', '2023-03-23', 6, '05', 'Cá nhân', 1, 'Người', false, 'subject=INDIVIDUAL'),
  ('0603', '2023-03-23', 7, '06', 'Lãnh đạo cấp bộ, cấp tỉnh và tương đương trở lên', 2, 'Người', false, 'subject=INDIVIDUAL;class=PROVINCE_LEADER'),
  ('0603', '2023-03-23', 8, '07', 'Lãnh đạo cấp vụ, sở, ngành và tương đương', 2, 'Người', false, 'subject=INDIVIDUAL;class=DEPARTMENT_LEADER'),
  ('0603', '2023-03-23', 9, '08', 'Doanh nhân', 2, 'Người', false, 'subject=INDIVIDUAL;class=BUSINESS'),
  ('0603', '2023-03-23', 10, '09', 'Các cấp lãnh đạo khác từ phó phòng trở lên', 2, 'Người', false, 'subject=INDIVIDUAL;class=OTHER_MANAGER'),
  ('0603', '2023-03-23', 11, '10', 'Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)', 2, 'Người', false, 'subject=INDIVIDUAL;class=DIRECT_WORKER'),
  ('0603', '2023-03-23', 12, null, '2. Chia theo phương thức khen thưởng', 0, null, false, ''),
  ('0603', '2023-03-23', 13, '11', 'Thường xuyên', 1, null, false, 'method=MERIT'),
  ('0603', '2023-03-23', 14, '12', 'Chuyên đề', 1, null, false, 'method=MOVEMENT'),
  ('0603', '2023-03-23', 15, '13', 'Đột xuất', 1, null, false, 'method=UNPLANNED'),
  ('0603', '2023-03-23', 16, '14', 'Đối ngoại', 1, null, false, 'method=FOREIGN'),
  ('0603', '2023-03-23', 17, '15', 'Cống hiến', 1, null, false, 'method=DEDICATION'),
  ('0603', '2023-03-23', 18, '16', 'Niên hạn', 1, null, false, 'method=TENURE'),
  ('0603', '2023-03-23', 19, '17', 'Kháng chiến', 1, null, false, 'method=RESISTANCE'),
  ('0604', '2023-03-23', 1, '01', 'Tổng số', 0, 'Tổ chức', false, ''),
  ('0604', '2023-03-23', 2, null, 'Chia theo cơ cấu tổ chức bộ máy', 0, null, false, ''),
  ('0604', '2023-03-23', 3, '02', 'Cấp Vụ thuộc bộ, ban, ngành, đoàn thể Trung ương', 1, 'Vụ', false, 'organisation=MINISTRY_DEPARTMENT'),
  ('0604', '2023-03-23', 4, '03', 'Cấp phòng, ban hoặc bộ phận thuộc Vụ', 1, 'Phòng', false, 'organisation=MINISTRY_DIVISION'),
  ('0604', '2023-03-23', 5, '04', 'Cấp ban thuộc Sở Nội vụ', 1, 'Ban', false, 'organisation=PROVINCE_BOARD'),
  ('0604', '2023-03-23', 6, '05', 'Cấp phòng thuộc Sở Nội vụ', 1, 'Phòng', false, 'organisation=PROVINCE_DIVISION'),
  ('0605', '2023-03-23', 1, '01', 'Tổng số', 0, null, false, ''),
  ('0605', '2023-03-23', 2, null, '1. Chia theo độ tuổi', 0, null, false, ''),
  ('0605', '2023-03-23', 3, '02', 'Từ 30 trở xuống', 1, null, false, 'age=TO-30'),
  ('0605', '2023-03-23', 4, '03', 'Từ 31 đến 40', 1, null, false, 'age=31-40'),
  ('0605', '2023-03-23', 5, '04', 'Từ 41 đến 50', 1, null, false, 'age=41-50'),
  ('0605', '2023-03-23', 6, '05', 'Từ 51 đến 55', 1, null, false, 'age=51-55'),
  ('0605', '2023-03-23', 7, '06', 'Từ 56 đến 60', 1, null, false, 'age=56-60'),
  ('0605', '2023-03-23', 8, '07', 'Trên 60 tuổi', 1, null, false, 'age=ABOVE-60'),
  ('0605', '2023-03-23', 9, null, '2. Chia theo trình độ đào tạo', 0, null, false, ''),
  ('0605', '2023-03-23', 10, '08', 'Sơ cấp', 1, null, false, 'education=ELEMENTARY'),
  ('0605', '2023-03-23', 11, '09', 'Trung cấp', 1, null, false, 'education=INTERMEDIATE'),
  ('0605', '2023-03-23', 12, '10', 'Cao đẳng', 1, null, false, 'education=COLLEGE'),
  ('0605', '2023-03-23', 13, '11', 'Đại học', 1, null, false, 'education=UNIVERSITY'),
  ('0605', '2023-03-23', 14, '12', 'Trên đại học', 1, null, false, 'education=POSTGRADUATE'),
  ('0605', '2023-03-23', 15, null, '3. Chia theo thâm niên công tác trong lĩnh vực thi đua, khen thưởng', 0, null, false, ''),
  ('0605', '2023-03-23', 16, '13', 'Dưới 5 năm', 1, null, false, 'seniority=BELOW-5'),
  ('0605', '2023-03-23', 17, '14', 'Từ 5 đến 10 năm', 1, null, false, 'seniority=5-10'),
  ('0605', '2023-03-23', 18, '15', 'Từ 10 năm trở lên', 1, null, false, 'seniority=FROM-10');
