-- The result report has a number series of its own (Báo cáo, BC).
insert into document_symbol
  (organisation, document_type, valid_from, valid_to, pattern, basis, verified)
values
  ('SKHCN', 'REPORT', '2010-01-01', null, '{number}/BC-SKHCN',
   'Nghị định số 30/2020/NĐ-CP, Phụ lục I; chữ viết tắt của Sở chưa xác minh', false);

insert into document_recipient (organisation, kind, position, line) values
  ('SKHCN', 'RESULT_REPORT', 1, 'Như trên'),
  ('SKHCN', 'RESULT_REPORT', 2, 'Lãnh đạo Sở'),
  ('SKHCN', 'RESULT_REPORT', 3, 'Hội đồng Thi đua - Khen thưởng Sở'),
  ('SKHCN', 'RESULT_REPORT', 4, 'Các phòng, đơn vị thuộc Sở'),
  ('SKHCN', 'RESULT_REPORT', 9, 'Lưu: VT, VP');

-- reports take cases by the day of their first submission
alter table nomination add index ix_nomination_submitted (submitted_at);
