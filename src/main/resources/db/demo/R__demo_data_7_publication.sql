-- A fictional list that is over, so that the public page is not empty.

insert ignore into disclosure (dossier_id, title, opened_at, until_at, closed_at) values
  ('70000000-0000-4000-8000-000000000001',
   'Danh sách đề nghị khen thưởng phong trào “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” năm 2021 (dữ liệu mẫu)',
   '2021-12-20 01:00:00', '2021-12-27 10:00:00', '2021-12-27 10:00:05');

insert ignore into disclosure_line
  (dossier_id, nomination_id, line_number, nominee_name, unit_name, award_name, title)
values
  ('70000000-0000-4000-8000-000000000001', '70000000-0000-4000-8000-000000000011', 1,
   'Nguyễn Hữu Nghĩa', 'Phòng Quản lý Khoa học', 'Giấy khen của Giám đốc Sở',
   'Rút ngắn quy trình thẩm định nhiệm vụ khoa học và công nghệ cấp cơ sở'),
  ('70000000-0000-4000-8000-000000000001', '70000000-0000-4000-8000-000000000012', 2,
   'Nguyễn Thị Diễm Hương', 'Trung tâm Thông tin, Ứng dụng tiến bộ khoa học và công nghệ',
   'Giấy khen của Giám đốc Sở', 'Phổ biến mô hình ứng dụng tiến bộ kỹ thuật đến các hợp tác xã');

insert ignore into objection
  (id, dossier_id, nomination_id, raised_by, raised_by_name, contact, text, raised_at, upheld,
   resolution, resolved_by, resolved_at)
values
  ('70000000-0000-4000-8000-000000000021', '70000000-0000-4000-8000-000000000001',
   '70000000-0000-4000-8000-000000000012', 'qlkh', 'Trần Thị Thanh Hòa', 'qlkh@tayninh.example',
   'Đề nghị làm rõ phần đóng góp của cá nhân trong mô hình, vì cả nhóm cùng thực hiện.',
   '2021-12-22 02:30:00', false,
   'Biên bản họp bình xét của Trung tâm ghi rõ phần việc của từng người; thành tích đề nghị là phần việc do cá nhân chủ trì.',
   'chanhvp', '2021-12-24 08:00:00');
