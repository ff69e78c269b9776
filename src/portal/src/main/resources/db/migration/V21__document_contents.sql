-- the paper an award is handed over with ---------------------------------------------------------

alter table award
  add column certificate           varchar(60) null
    comment 'title of the certificate the Department makes; null: it makes none',
  add column certificate_certainty varchar(12) null;

update award set certificate = 'GIẤY KHEN', certificate_certainty = 'CONFIRMED'
where code = 'GK-SO';
update award set certificate = 'GIẤY CHỨNG NHẬN', certificate_certainty = 'UNVERIFIED'
where code in ('CSTDCS', 'TTLDTT');

-- money ------------------------------------------------------------------------------------------

create table base_salary (
  valid_from  date         not null primary key,
  amount      bigint       not null comment 'đồng a month, until the next row',
  legal_basis varchar(300) not null,
  certainty   varchar(12)  not null
);

insert into base_salary (valid_from, amount, legal_basis, certainty) values
  ('2019-07-01', 1490000, 'Nghị định số 38/2019/NĐ-CP ngày 09/5/2019 của Chính phủ', 'CONFIRMED'),
  ('2023-07-01', 1800000, 'Nghị định số 24/2023/NĐ-CP của Chính phủ', 'UNVERIFIED'),
  ('2024-07-01', 2340000, 'Nghị định số 73/2024/NĐ-CP của Chính phủ', 'UNVERIFIED');

-- the plan of a campaign in full -----------------------------------------------------------------

alter table campaign
  add column plan_subject        varchar(1000) null comment 'what the plan is about (trích yếu)',
  add column plan_short_subject  varchar(500)  null comment 'the same in short, for its last sentence',
  add column plan_purpose        text          null comment 'I; a paragraph a line',
  add column plan_content        text          null comment 'II',
  add column plan_implementation text          null comment 'III',
  add column plan_capacity       varchar(20)   not null default 'HEAD' comment 'in whose place it is signed',
  add column plan_signer         varchar(120)  null comment 'null: the copy names nobody';

-- who issues documents, in the words of a sentence; the letterhead has its own --------------------

create table organisation (
  code        varchar(32)  not null,
  valid_from  date         not null,
  valid_to    date         null,
  name        varchar(200) not null,
  parent_name varchar(200) not null,
  province    varchar(100) not null comment 'with what it is: tỉnh …',
  mandate     varchar(500) null comment 'the document that gives it its tasks, as documents quote it; null: not known',
  verified    boolean      not null,
  primary key (code, valid_from)
);

insert into organisation
  (code, valid_from, valid_to, name, parent_name, province, mandate, verified)
values
  ('SKHCN', '2010-01-01', null, 'Sở Khoa học và Công nghệ', 'Ủy ban nhân dân tỉnh Tây Ninh',
   'tỉnh Tây Ninh', null, true);

-- to whom copies go (Nơi nhận); a line each, in this order
create table document_recipient (
  organisation varchar(32)  not null,
  kind         varchar(30)  not null,
  position     int          not null,
  line         varchar(200) not null comment 'without dash and punctuation',
  primary key (organisation, kind, position)
);

insert into document_recipient (organisation, kind, position, line) values
  ('SKHCN', 'PLAN', 1, 'Các phòng, đơn vị'),
  ('SKHCN', 'PLAN', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'UNIT_MINUTES', 1, 'Văn phòng Sở'),
  ('SKHCN', 'UNIT_MINUTES', 9, 'Lưu: đơn vị'),
  ('SKHCN', 'UNIT_PROPOSAL', 1, 'Như trên'),
  ('SKHCN', 'UNIT_PROPOSAL', 9, 'Lưu: đơn vị'),
  ('SKHCN', 'APPRAISAL_SHEET', 1, 'Hội đồng Thi đua - Khen thưởng Sở'),
  ('SKHCN', 'APPRAISAL_SHEET', 9, 'Lưu: hồ sơ'),
  ('SKHCN', 'SUPPLEMENT_REQUEST', 1, 'Như trên'),
  ('SKHCN', 'SUPPLEMENT_REQUEST', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'REFUSAL_NOTICE', 1, 'Như trên'),
  ('SKHCN', 'REFUSAL_NOTICE', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'DISCLOSURE_NOTICE', 1, 'Lãnh đạo Sở'),
  ('SKHCN', 'DISCLOSURE_NOTICE', 2, 'Các phòng, đơn vị thuộc Sở'),
  ('SKHCN', 'DISCLOSURE_NOTICE', 3, 'Cổng thông tin điện tử Sở'),
  ('SKHCN', 'DISCLOSURE_NOTICE', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'MEETING_INVITATION', 1, 'Thành viên Hội đồng'),
  ('SKHCN', 'MEETING_INVITATION', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'COUNTING_MINUTES', 1, 'Hội đồng Thi đua - Khen thưởng Sở'),
  ('SKHCN', 'COUNTING_MINUTES', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'MEETING_MINUTES', 1, 'Lãnh đạo Sở'),
  ('SKHCN', 'MEETING_MINUTES', 2, 'Thành viên Hội đồng'),
  ('SKHCN', 'MEETING_MINUTES', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'DECISION', 1, 'Như Điều 3'),
  ('SKHCN', 'DECISION', 2, 'Lãnh đạo Sở'),
  ('SKHCN', 'DECISION', 3, 'Hội đồng Thi đua - Khen thưởng Sở'),
  ('SKHCN', 'DECISION', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'PROVINCE_PROPOSAL', 1, 'Như trên'),
  ('SKHCN', 'PROVINCE_PROPOSAL', 2, 'Hội đồng Thi đua - Khen thưởng tỉnh'),
  ('SKHCN', 'PROVINCE_PROPOSAL', 3, 'Sở Nội vụ'),
  ('SKHCN', 'PROVINCE_PROPOSAL', 4, 'Lãnh đạo Sở'),
  ('SKHCN', 'PROVINCE_PROPOSAL', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'TRANSMISSION_LETTER', 1, 'Như trên'),
  ('SKHCN', 'TRANSMISSION_LETTER', 2, 'Sở Nội vụ'),
  ('SKHCN', 'TRANSMISSION_LETTER', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'REVOCATION_DECISION', 1, 'Như Điều 3'),
  ('SKHCN', 'REVOCATION_DECISION', 2, 'Lãnh đạo Sở'),
  ('SKHCN', 'REVOCATION_DECISION', 3, 'Hội đồng Thi đua - Khen thưởng Sở'),
  ('SKHCN', 'REVOCATION_DECISION', 9, 'Lưu: VT, VP'),
  ('SKHCN', 'REVOCATION_PROPOSAL', 1, 'Như trên'),
  ('SKHCN', 'REVOCATION_PROPOSAL', 2, 'Hội đồng Thi đua - Khen thưởng tỉnh'),
  ('SKHCN', 'REVOCATION_PROPOSAL', 3, 'Sở Nội vụ'),
  ('SKHCN', 'REVOCATION_PROPOSAL', 9, 'Lưu: VT, VP');

-- letters and invitations have symbols; the clerk numbers them by hand
insert into document_symbol
  (organisation, document_type, valid_from, valid_to, pattern, basis, verified)
values
  ('SKHCN', 'LETTER', '2010-01-01', null, '{number}/SKHCN-VP',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false),
  ('SKHCN', 'INVITATION', '2010-01-01', null, '{number}/GM-SKHCN',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false);

-- the law as documents quote it (căn cứ); a rule set quotes the lines of its regime
create table legal_citation (
  regime    varchar(10)  not null,
  position  int          not null,
  line      varchar(500) not null comment 'what follows "Căn cứ", without the semicolon',
  certainty varchar(12)  not null,
  primary key (regime, position)
);

insert into legal_citation (regime, position, line, certainty) values
  ('R1', 1, 'Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 6 năm 2005; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 16 tháng 11 năm 2013', 'CONFIRMED'),
  ('R1', 2, 'Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng', 'CONFIRMED'),
  ('R1', 3, 'Thông tư số 12/2019/TT-BNV ngày 04 tháng 11 năm 2019 của Bộ trưởng Bộ Nội vụ quy định chi tiết thi hành một số điều của Nghị định số 91/2017/NĐ-CP', 'CONFIRMED'),
  ('R2', 1, 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', 'UNVERIFIED'),
  ('R2', 2, 'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng', 'CONFIRMED'),
  ('R2', 3, 'Thông tư số 01/2024/TT-BNV của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP', 'UNVERIFIED'),
  ('R3', 1, 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022', 'UNVERIFIED'),
  ('R3', 2, 'Nghị định số 152/2025/NĐ-CP của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng', 'UNVERIFIED'),
  ('R3', 3, 'Thông tư số 15/2025/TT-BNV của Bộ trưởng Bộ Nội vụ quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP', 'UNVERIFIED'),
  ('R4', 1, 'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, được sửa đổi, bổ sung bởi Luật số 06/2026/QH16', 'UNVERIFIED'),
  ('R4', 2, 'Nghị định số 152/2025/NĐ-CP của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng', 'UNVERIFIED');
