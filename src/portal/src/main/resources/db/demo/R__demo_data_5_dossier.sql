-- A fictional council; who sits in the real one is not known.
insert ignore into council_member
  (id, person_id, person_name, person_position, role, valid_from)
values
  (1, 1, 'Nguyễn Văn Hùng', 'Giám đốc Sở', 'CHAIR', '2022-01-01'),
  (2, 2, 'Đặng Thị Phương', 'Phó Giám đốc Sở', 'MEMBER', '2022-01-01'),
  (3, 3, 'Lê Quốc Bảo', 'Phó Giám đốc Sở', 'MEMBER', '2022-01-01'),
  (4, 4, 'Võ Thanh Sơn', 'Chánh Văn phòng', 'MEMBER', '2022-01-01'),
  (5, 10, 'Ngô Văn Thắng', 'Chánh Thanh tra', 'MEMBER', '2022-01-01'),
  (6, 13, 'Trương Thị Hồng Nhung', 'Trưởng phòng Kế hoạch - Tài chính', 'MEMBER', '2022-01-01'),
  (7, 17, 'Trần Thị Thanh Hòa', 'Trưởng phòng Quản lý Khoa học', 'MEMBER', '2022-01-01'),
  (8, 34, 'Lê Quang Minh', 'Giám đốc Trung tâm Thông tin, Ứng dụng tiến bộ KH&CN', 'MEMBER', '2022-01-01'),
  (9, 7, 'Đỗ Hoàng Long', 'Chuyên viên Văn phòng', 'SECRETARY', '2022-01-01');
