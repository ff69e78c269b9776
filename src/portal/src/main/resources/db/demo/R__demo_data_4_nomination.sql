-- Two cases of the movement of 2021 that have ended, and a draft: fictional, like the staff.

insert ignore into nomination
  (id, version, code, campaign_id, commendation_type, award_code, subject_kind, person_id, unit_id,
   nominator, nominee_name, nominee_position, nominee_position_class, nominee_gender,
   nominee_direct_worker, unit_name, title, achievements, period_from, period_to, status, revision,
   rule_set, deciding_authority, created_at, submitted_at, updated_at, closed_at)
values
  ('de000000-0000-4000-8000-000000000001', 0, 'HTB-2021-0001', 2, 'MOVEMENT', 'GK-SO', 'INDIVIDUAL',
   8, 2, 'chanhvp', 'Trần Đức Quân', 'Chuyên viên quản trị hệ thống', 'DIRECT_WORKER', 'MALE', true,
   'Văn phòng Sở', 'Vận hành họp trực tuyến toàn ngành trong thời gian giãn cách',
   'Thiết lập, hướng dẫn và trực kỹ thuật 46 cuộc họp trực tuyến của Sở trong thời gian giãn cách xã hội, bảo đảm công việc không gián đoạn; không phát sinh chi phí thuê ngoài.',
   '2021-03-01', '2021-11-30', 'AWARDED_IN_HOUSE', 1, 'R1', 'DIRECTOR', '2021-12-01 02:00:00',
   '2021-12-02 02:00:00', '2021-12-20 08:00:00', '2021-12-20 08:00:00'),
  ('de000000-0000-4000-8000-000000000002', 0, 'HTB-2021-0002', 2, 'MOVEMENT', 'BK-TINH',
   'INDIVIDUAL', 9, 2, 'chanhvp', 'Huỳnh Thị Ngọc Ánh', 'Kế toán',
   'DIRECT_WORKER', 'FEMALE', true, 'Văn phòng Sở',
   'Rà soát chứng từ kế toán lưu trữ từ năm 2010 đến năm 2020',
   'Phân loại, lập danh mục và số hóa một phần chứng từ kế toán lưu trữ mười năm của Sở, giúp phục vụ thanh tra, kiểm toán nhanh hơn.',
   '2021-01-04', '2021-11-30', 'REJECTED', 2, 'R1', 'PROVINCE', '2021-12-01 03:00:00',
   '2021-12-03 02:00:00', '2021-12-13 03:00:00', '2021-12-13 03:00:00'),
  ('de000000-0000-4000-8000-000000000003', 0, null, 1, 'MOVEMENT', 'GK-SO', 'INDIVIDUAL',
   7, 2, 'chanhvp', 'Đỗ Hoàng Long', null, null, null, null, 'Văn phòng Sở',
   'Cải tiến mẫu biên bản họp Hội đồng', '', null, null, 'DRAFT', 0, null, null,
   '2022-06-01 02:00:00', null, '2022-06-01 02:00:00', null);

insert ignore into case_series (series, last_number) values ('HTB-2021', 2);

insert ignore into nomination_version
  (nomination_id, revision, submitted_at, submitted_by, nominee_name, nominee_position, unit_name,
   award_code, title, achievements, period_from, period_to)
values
  ('de000000-0000-4000-8000-000000000001', 1, '2021-12-02 02:00:00', 'chanhvp', 'Trần Đức Quân',
   'Chuyên viên quản trị hệ thống', 'Văn phòng Sở', 'GK-SO',
   'Vận hành họp trực tuyến toàn ngành trong thời gian giãn cách',
   'Thiết lập, hướng dẫn và trực kỹ thuật 46 cuộc họp trực tuyến của Sở trong thời gian giãn cách xã hội, bảo đảm công việc không gián đoạn; không phát sinh chi phí thuê ngoài.',
   '2021-03-01', '2021-11-30'),
  ('de000000-0000-4000-8000-000000000002', 1, '2021-12-03 02:00:00', 'chanhvp', 'Huỳnh Thị Ngọc Ánh',
   'Kế toán', 'Văn phòng Sở', 'BK-TINH',
   'Rà soát chứng từ kế toán lưu trữ',
   'Phân loại, lập danh mục chứng từ kế toán lưu trữ mười năm của Sở.', '2021-01-04', '2021-11-30'),
  ('de000000-0000-4000-8000-000000000002', 2, '2021-12-09 02:00:00', 'chanhvp', 'Huỳnh Thị Ngọc Ánh',
   'Kế toán', 'Văn phòng Sở', 'BK-TINH',
   'Rà soát chứng từ kế toán lưu trữ từ năm 2010 đến năm 2020',
   'Phân loại, lập danh mục và số hóa một phần chứng từ kế toán lưu trữ mười năm của Sở, giúp phục vụ thanh tra, kiểm toán nhanh hơn.',
   '2021-01-04', '2021-11-30');

insert ignore into nomination_decision
  (id, nomination_id, step, outcome, reason, reference, result_date, decided_by, decided_by_name,
   decided_at)
values
  (900001, 'de000000-0000-4000-8000-000000000001', 'office-review', 'accept', null, null, null,
   'chuyenvien', 'Phạm Thị Minh Thư', '2021-12-08 02:00:00'),
  (900002, 'de000000-0000-4000-8000-000000000001', 'dossier', 'AWARDED_IN_HOUSE', null,
   '152/QĐ-SKHCN', '2021-12-20', 'vanthu', 'Bùi Thị Mai', '2021-12-20 08:00:00'),
  (900003, 'de000000-0000-4000-8000-000000000002', 'office-review', 'return',
   'Nêu rõ phạm vi thời gian và kết quả số hóa', null, null, 'chuyenvien', 'Phạm Thị Minh Thư',
   '2021-12-06 02:00:00'),
  (900004, 'de000000-0000-4000-8000-000000000002', 'office-review', 'reject',
   'Chưa đủ hai lần liên tục đạt Chiến sĩ thi đua cơ sở', null, null, 'chuyenvien', 'Phạm Thị Minh Thư',
   '2021-12-13 03:00:00');
