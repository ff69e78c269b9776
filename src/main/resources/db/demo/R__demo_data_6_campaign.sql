-- The campaign of 2021 is over; it never had a process.
update campaign set status = 'ARCHIVED'
where id = 2 and status = 'OPEN' and process_instance_key is null and launched_at is null;

-- The documents the plan of 30 May 2022 names (II, first item). It gives no links.
insert ignore into study_document
  (id, campaign_id, title, symbol, issued_on, issuer, link, added_by, added_at)
values
  (1, 1, 'Kết luận về “Đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị; kiên quyết ngăn chặn, đẩy lùi, xử lý nghiêm cán bộ, đảng viên suy thoái về tư tưởng chính trị, đạo đức lối sống, biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ”',
   '21-KL/TW', '2021-10-25', 'Ban Chấp hành Trung ương Đảng khóa XIII', null, 'chuyenvien', '2022-05-31 01:00:00'),
  (2, 1, 'Chỉ thị về “Đổi mới, nâng cao chất lượng công tác giáo dục chính trị, tư tưởng trong cán bộ, đảng viên”',
   '08-CT/TU', '2021-07-27', 'Ban Thường vụ Tỉnh ủy', null, 'chuyenvien', '2022-05-31 01:00:00'),
  (3, 1, 'Chỉ thị về việc đẩy mạnh kỷ luật, kỷ cương, trách nhiệm của cán bộ, đảng viên, công chức, viên chức trong thực hiện nhiệm vụ',
   '05-CT/TU', '2021-07-20', 'Ban Thường vụ Tỉnh ủy', null, 'chuyenvien', '2022-05-31 01:00:00'),
  (4, 1, 'Các quy định về trách nhiệm nêu gương', '', null, 'Đảng Cộng sản Việt Nam', null, 'chuyenvien', '2022-05-31 01:00:00'),
  (5, 1, 'Các nghị quyết, chỉ thị của Đảng, chính sách, pháp luật của Nhà nước về kỷ luật, kỷ cương trong thực thi công vụ',
   '', null, 'Đảng, Nhà nước', null, 'chuyenvien', '2022-05-31 01:00:00');

insert ignore into study_acknowledgement (document_id, person_id, acknowledged_at) values
  (1, 4, '2022-06-02 02:00:00'), (2, 4, '2022-06-02 02:10:00'), (3, 4, '2022-06-02 02:20:00'),
  (4, 4, '2022-06-02 02:30:00'), (5, 4, '2022-06-02 02:40:00'), (1, 5, '2022-06-03 03:00:00'),
  (2, 5, '2022-06-03 03:10:00'), (1, 34, '2022-06-06 03:00:00'), (1, 17, '2022-06-07 03:00:00');

-- Fictional: the plan asks for a guideline, its text is not known. It lets the process of this
-- campaign be started without a pause in taking nominations.
insert ignore into campaign_guideline
  (campaign_id, number, content, drafted_by, drafted_by_name, drafted_at, outcome, decided_by,
   decided_by_name, decided_at, reason, published_at)
values
  (1, 1, 'Khen thưởng kịp thời tập thể, cá nhân có thành tích tiêu biểu trong phong trào.',
   'chuyenvien', 'Phạm Thị Minh Thư', '2022-06-06 02:00:00', 'RETURNED', 'giamdoc',
   'Nguyễn Văn Hùng', '2022-06-07 03:00:00', 'Nêu rõ đối tượng, tiêu chuẩn và hồ sơ.', null),
  (1, 2, 'HƯỚNG DẪN KHEN THƯỞNG GƯƠNG ĐIỂN HÌNH TIÊN TIẾN TRONG HỌC TẬP VÀ LÀM THEO BÁC (dữ liệu mẫu)

1. Đối tượng: công chức, viên chức, người lao động và các phòng, đơn vị thuộc Sở.
2. Tiêu chuẩn: có việc làm cụ thể, kết quả rõ rệt, được tập thể ghi nhận; ưu tiên người trực tiếp công tác.
3. Hình thức: Giấy khen của Giám đốc Sở; đề nghị Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh với thành tích tiêu biểu.
4. Hồ sơ: báo cáo thành tích và tài liệu minh chứng, gửi qua cổng khen thưởng.',
   'chuyenvien', 'Phạm Thị Minh Thư', '2022-06-08 02:00:00', 'APPROVED', 'giamdoc',
   'Nguyễn Văn Hùng', '2022-06-09 03:00:00', null, '2022-06-09 03:00:05');
update campaign set guideline_published_at = '2022-06-09 03:00:05'
where id = 1 and guideline_published_at is null;

insert ignore into inspection
  (id, version, campaign_id, unit_id, inspected_on, inspectors, findings, answer_due_on,
   recorded_by_name, recorded_at)
values
  (1, 0, 1, 5, '2022-09-15', 'Võ Thanh Sơn, Phạm Thị Minh Thư',
   'Đơn vị đã triển khai học tập chuyên đề. Chưa có đăng ký việc làm theo Bác của từng cá nhân (dữ liệu mẫu).',
   '2022-09-30', 'Phạm Thị Minh Thư', '2022-09-16 02:00:00');
