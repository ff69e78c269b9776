-- Fictional awards of the province, entered in the register without a case, one of them classified;
-- the others show what the Office has to say before it can issue the form.
insert ignore into award_given
  (id, person_id, unit_id, subject, nominee_name, award_code, year, achievement_from,
   achievement_to, decision_number, decided_on, decided_by, entered_by, entered_at)
values
  (9000001, 24, 6, 'P24', 'Tạ Đình Phúc', 'BK-TINH', 2025, '2024-01-01', '2025-12-31',
   '412/QĐ-UBND', '2026-02-26', 'Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh', 'chuyenvien', '2026-03-02 02:00:00'),
  (9000002, 27, 7, 'P27', 'Đoàn Văn Lâm', 'BK-TINH', 2025, '2024-01-01', '2025-12-31',
   '412/QĐ-UBND', '2026-02-26', 'Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh', 'chuyenvien', '2026-03-02 02:10:00'),
  (9000003, null, 7, 'U7', 'Chi cục Tiêu chuẩn Đo lường Chất lượng', 'CO-TINH', 2025, '2025-01-01', '2025-12-31',
   '415/QĐ-UBND', '2026-02-27', 'Ủy ban nhân dân tỉnh Tây Ninh', 'chuyenvien', '2026-03-02 02:20:00');

insert ignore into report_classification
  (award_id, position_class, commendation_type, source, entered_by_name, entered_at)
values
  (9000001, 'DIRECT_WORKER', 'MERIT', 'Quyết định số 412/QĐ-UBND ngày 26/02/2026 (dữ liệu mẫu)',
   'Phạm Thị Minh Thư', '2026-03-03 02:00:00');

insert ignore into report_entry
  (id, form_code, year, facts, label, amount, source, entered_by_name, entered_at)
values
  ('90000000-0000-4000-8000-000000000001', '0605', 2026,
   'age=31-40;education=UNIVERSITY;gender=FEMALE;seniority=5-10',
   'Số lượng (Người) – Trong đó: Nữ · Từ 31 đến 40 · Đại học · Từ 5 đến 10 năm', 1,
   'Hồ sơ cán bộ của Văn phòng Sở (dữ liệu mẫu)', 'Võ Thanh Sơn', '2026-11-02 02:00:00');
