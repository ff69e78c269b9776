-- Fictional entries of the registers. Every password is that of the other demo accounts.

insert ignore into account (username, person_id, display_name, password_hash, email) values
  ('phogiamdoc2', 3, 'Lê Quốc Bảo',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'phogiamdoc2@tayninh.example'),
  ('nhanvien1', 19, 'Lê Thị Bích Ngọc',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'nhanvien1@tayninh.example'),
  ('nhanvien2', 36, 'Trịnh Xuân Bách',
   '{bcrypt}$2a$10$ygW8.AfbRrVY/Jq7Y84jlOAxkzG8dCRkRxIfIeH1yHdsbqGe2PD.y', 'nhanvien2@tayninh.example');

insert ignore into account_role (username, role) values ('phogiamdoc2', 'DEPUTY_DIRECTOR');

insert ignore into signing_assignment (id, person_id, capacity, valid_from, valid_to, basis) values
  (1, 1, 'HEAD', '2015-01-01', null, 'Quyết định bổ nhiệm Giám đốc Sở (dữ liệu mẫu)'),
  (2, 2, 'FOR_HEAD', '2022-01-01', null, 'Thông báo phân công nhiệm vụ lãnh đạo Sở năm 2022 (dữ liệu mẫu)'),
  (3, 3, 'FOR_HEAD', '2022-01-01', null, 'Thông báo phân công nhiệm vụ lãnh đạo Sở năm 2022 (dữ liệu mẫu)'),
  (4, 4, 'BY_ORDER', '2022-01-01', '2030-12-31', 'Quy chế làm việc của Sở (dữ liệu mẫu)');

insert ignore into signing_assignment_matter (assignment_id, matter) values
  (1, 'AWARD_DECISION'), (1, 'PROPOSAL'), (1, 'NOTICE'),
  (2, 'AWARD_DECISION'), (2, 'PROPOSAL'),
  (3, 'AWARD_DECISION'), (3, 'PROPOSAL'),
  (4, 'NOTICE');

insert ignore into relative (id, person_id, relative_id, relation, declared_at) values
  (1, 2, 20, 'cháu ruột', '2022-01-10 02:00:00');

-- Lao động tiên tiến 2020-2025 in units 5 and 8, but for one gap
insert ignore into award_given
  (id, person_id, unit_id, subject, nominee_name, award_code, year, achievement_from,
   achievement_to, decision_number, decided_on, decided_by, entered_by, entered_at)
select 1000000 + p.id * 100 + y.year - 2000, p.id, p.unit_id, concat('P', p.id), p.full_name,
  'LDTT', y.year, concat(y.year, '-01-01'), concat(y.year, '-12-31'),
  concat('12', y.year - 2018, '/QĐ-SKHCN'), concat(y.year + 1, '-01-15'),
  'Giám đốc Sở Khoa học và Công nghệ', 'chuyenvien', concat(y.year + 1, '-01-20 02:00:00')
from person p
join (select 2020 as year union select 2021 union select 2022 union select 2023 union select 2024
      union select 2025) y
where p.id in (17, 18, 19, 20, 34, 35, 36, 37, 38)
  and not (p.id = 36 and y.year = 2023);

insert ignore into award_given
  (id, person_id, unit_id, subject, nominee_name, award_code, year, achievement_from,
   achievement_to, decision_number, decided_on, decided_by, entered_by, entered_at)
values
  (2001823, 18, 5, 'P18', 'Nguyễn Hữu Nghĩa', 'CSTDCS', 2023, '2023-01-01', '2023-12-31',
   '126/QĐ-SKHCN', '2024-01-15', 'Giám đốc Sở Khoa học và Công nghệ', 'chuyenvien', '2024-01-20 02:00:00'),
  (2001824, 18, 5, 'P18', 'Nguyễn Hữu Nghĩa', 'CSTDCS', 2024, '2024-01-01', '2024-12-31',
   '127/QĐ-SKHCN', '2025-01-15', 'Giám đốc Sở Khoa học và Công nghệ', 'chuyenvien', '2025-01-20 02:00:00'),
  (2001825, 18, 5, 'P18', 'Nguyễn Hữu Nghĩa', 'CSTDCS', 2025, '2025-01-01', '2025-12-31',
   '128/QĐ-SKHCN', '2026-01-15', 'Giám đốc Sở Khoa học và Công nghệ', 'chuyenvien', '2026-01-20 02:00:00'),
  (2003524, 35, 8, 'P35', 'Nguyễn Thị Diễm Hương', 'CSTDCS', 2024, '2024-01-01', '2024-12-31',
   '127/QĐ-SKHCN', '2025-01-15', 'Giám đốc Sở Khoa học và Công nghệ', 'chuyenvien', '2025-01-20 02:00:00');

insert ignore into initiative
  (id, number, level, year, title, recognised_on, effect_scope, entered_by, entered_at)
values
  (1, '03', 'BASE', 2023, 'Rút ngắn quy trình thẩm định nhiệm vụ khoa học và công nghệ cấp cơ sở',
   '2023-11-10', 'Áp dụng trong toàn Sở', 'chuyenvien', '2023-11-15 02:00:00'),
  (2, '05', 'BASE', 2024, 'Cơ sở dữ liệu chuyên gia phục vụ hội đồng tư vấn',
   '2024-11-08', 'Áp dụng trong toàn Sở', 'chuyenvien', '2024-11-12 02:00:00'),
  (3, '11', 'PROVINCE', 2025, 'Nền tảng kết nối cung cầu công nghệ của tỉnh',
   '2025-10-20', 'Áp dụng trong toàn tỉnh', 'chuyenvien', '2025-10-25 02:00:00'),
  (4, '06', 'BASE', 2025, 'Quy trình nhân giống nấm dược liệu tại Trung tâm',
   '2025-11-06', 'Áp dụng tại Trung tâm và 4 hợp tác xã', 'chuyenvien', '2025-11-10 02:00:00');

insert ignore into initiative_author (initiative_id, person_id, share) values
  (1, 18, 70), (1, 20, 30),
  (2, 18, 60), (2, 19, 40),
  (3, 18, 50), (3, 35, 50),
  (4, 37, 80), (4, 36, 20);

insert ignore into work_rating
  (id, person_id, unit_id, subject, year, rating, decision, entered_by, entered_at)
select p.id * 100 + y.year - 2000, p.id, p.unit_id, concat('P', p.id), y.year,
  case when p.id in (18, 35, 37) then 'EXCELLENT' when p.id in (16, 33) then 'COMPLETED'
    else 'GOOD' end,
  concat('Thông báo xếp loại năm ', y.year, ' (dữ liệu mẫu)'),
  'chuyenvien', concat(y.year, '-12-25 02:00:00')
from person p
join (select 2020 as year union select 2021 union select 2022 union select 2023 union select 2024
      union select 2025) y
where p.id <> 9;

insert ignore into work_rating
  (id, person_id, unit_id, subject, year, rating, decision, entered_by, entered_at)
select 900000 + u.id * 100 + y.year - 2000, null, u.id, concat('U', u.id), y.year,
  case when u.id in (5, 8) then 'EXCELLENT' else 'GOOD' end,
  concat('Thông báo xếp loại năm ', y.year, ' (dữ liệu mẫu)'),
  'chuyenvien', concat(y.year, '-12-25 02:00:00')
from unit u
join (select 2020 as year union select 2021 union select 2022 union select 2023 union select 2024
      union select 2025) y
where u.id <> 1;

insert ignore into discipline
  (id, person_id, kind, decision_number, decided_on, pending_from, pending_to, note, entered_by,
   entered_at)
values
  (1, 33, 'REPRIMAND', '45/QĐ-SKHCN', '2024-06-20', '2024-05-06', '2024-06-20',
   'Chậm trễ kéo dài trong xử lý hồ sơ kiểm định (dữ liệu mẫu)', 'chuyenvien', '2024-06-21 02:00:00'),
  (2, 16, null, null, null, '2022-05-01', null,
   'Đang xem xét trách nhiệm trong lập dự toán (dữ liệu mẫu)', 'chuyenvien', '2022-05-02 02:00:00');

insert ignore into concern
  (id, person_id, unit_id, subject, kind, opened_on, closed_on, violation_signs, note, entered_by,
   entered_at)
values
  (1, 12, 3, 'P12', 'COMPLAINT', '2022-04-12', null, false,
   'Khiếu nại về kết luận thanh tra chuyên ngành (dữ liệu mẫu)', 'chuyenvien', '2022-04-13 02:00:00'),
  (2, null, 7, 'U7', 'INSPECTION', '2023-03-01', '2023-04-28', false,
   'Thanh tra công tác kiểm định định kỳ, không phát hiện vi phạm (dữ liệu mẫu)', 'chuyenvien',
   '2023-03-02 02:00:00');
