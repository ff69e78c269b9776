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

-- The plan of 30 May 2022 in its own words; the copy that is known names nobody under the signature.
update campaign set
  plan_subject = 'Triển khai thực hiện phong trào thi đua đẩy mạnh “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” gắn với thực hiện Chuyên đề năm 2022 “Về xây dựng đội ngũ cán bộ, đảng viên nâng cao đạo đức cách mạng, bản lĩnh chính trị, tiên phong, gương mẫu, ngang tầm nhiệm vụ”',
  plan_short_subject = 'triển khai thực hiện phong trào thi đua “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” gắn với thực hiện Chuyên đề năm 2022',
  plan_purpose = '- Nhằm xây dựng đội ngũ công chức, viên chức và người lao động Sở luôn thấm nhuần đạo đức cách mạng, nâng cao bản lĩnh chính trị, tiên phong, gương mẫu về chính trị, đạo đức, lối sống, những biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ Sở; nâng cao hiệu quả phục vụ của đội ngũ công chức, viên chức và người lao động Sở; tiếp tục đẩy mạnh thực hiện phong trào thi đua “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” đạt hiệu quả thiết thực.
- Nội dung phong trào thi đua phải cụ thể, thiết thực gắn với nhiệm vụ phát triển kinh tế - xã hội, đảm bảo quốc phòng – an ninh.',
  plan_content = '- Tiếp tục tổ chức tuyên truyền, quán triệt nâng cao nhận thức cho công chức, viên chức và người lao động Sở về nội dung, giá trị và ý nghĩa to lớn của tư tưởng, đạo đức, phong cách Hồ Chí Minh: Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII về “Đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị; kiên quyết ngăn chặn, đẩy lùi, xử lý nghiêm cán bộ, đảng viên suy thoái về tư tưởng chính trị, đạo đức lối sống, biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ”; Chỉ thị số 08-CT/TU ngày 27/7/2021 của Ban Thường vụ Tỉnh ủy về “Đổi mới, nâng cao chất lượng công tác giáo dục chính trị, tư tưởng trong cán bộ, đảng viên”; Chỉ thị số 05-CT/TU ngày 20/7/2021 của Ban Thường vụ Tỉnh ủy về việc đẩy mạnh kỷ luật, kỷ cương, trách nhiệm của cán bộ, đảng viên, công chức, viên chức trong thực hiện nhiệm vụ; các quy định về trách nhiệm nêu gương; các nghị quyết, chỉ thị của Đảng, chính sách, pháp luật của Nhà nước về kỷ luật, kỷ cương trong thực thi công vụ.
- Thực hiện rà soát, xây dựng hướng dẫn khen thưởng gương điển hình tiên tiến trong học tập và làm theo Bác, đảm bảo việc công tác khen thưởng tại Sở được công khai, minh bạch, kịp thời.
- Động viên công chức, viên chức, người lao động Sở luôn năng động, sáng tạo vì lợi ích chung của cơ quan, đơn vị.
- Tổ chức triển khai thực hiện tốt các nhiệm vụ chính trị được cấp trên giao và các phong trào thi đua yêu nước trọng tâm, đẩy mạnh công tác cải cách hành chính, ứng dụng công nghệ thông tin, xây dựng chính quyền điện tử, nâng cao hiệu quả mọi hoạt động trong công tác chỉ đạo, điều hành tại Sở.
- Kịp thời biểu dương, khen thưởng, tuyên truyền, nhân rộng những tập thể, cá nhân điển hình tiên tiến trong học tập và làm theo Bác.',
  plan_implementation = '1. Căn cứ vào chức năng, nhiệm vụ được giao, các phòng, đơn vị thuộc Sở thực hiện tốt các nội dung trong Kế hoạch này gắn với tổ chức triển khai thực hiện tốt các nhiệm vụ được giao; kịp thời đề xuất, khen thưởng tập thể, cá nhân có thành tích tiêu biểu trong thực hiện phong trào thi đua “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” gắn với thực hiện Chuyên đề năm 2022.
2. Mỗi công chức, viên chức và người lao động Sở tập trung vào việc đổi mới phong cách, tác phong công tác, lễ lối làm việc, tôn trọng dân, gần dân, nêu cao tinh thần ý thức, trách nhiệm phục vụ, hoàn thành tốt các nhiệm vụ được giao.
3. Văn phòng Sở theo dõi việc triển khai thực hiện Kế hoạch này, thực hiện công tác kiểm tra, giám sát việc thực hiện phong trào thi đua trong nội bộ Sở; tham mưu lãnh đạo Sở ban hành hướng dẫn biểu dương, khen thưởng gương điển hình tiên tiến trong học tập và làm theo Bác của Sở; thực hiện tổng hợp báo cáo kết quả triển khai thực hiện phong trào thi đua theo quy định.',
  plan_capacity = 'FOR_HEAD'
where id = 1 and plan_subject is null;
