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

-- Fictional awards of earlier years, so that the roll of honour shows people and collectives.

insert ignore into award_given
  (id, person_id, unit_id, subject, nominee_name, award_code, year, achievement_from,
   achievement_to, decision_number, decided_on, decided_by, revoked_on, entered_by, entered_at)
values
  (3000001, 18, 5, 'P18', 'Nguyễn Hữu Nghĩa', 'GK-SO', 2021, '2021-01-01', '2021-12-31',
   '176/QĐ-SKHCN', '2021-12-30', 'Giám đốc Sở Khoa học và Công nghệ', null, 'chuyenvien', '2021-12-31 02:00:00'),
  (3000002, 35, 8, 'P35', 'Nguyễn Thị Diễm Hương', 'GK-SO', 2021, '2021-01-01', '2021-12-31',
   '176/QĐ-SKHCN', '2021-12-30', 'Giám đốc Sở Khoa học và Công nghệ', null, 'chuyenvien', '2021-12-31 02:00:00'),
  (3000003, 32, 7, 'P32', 'Dương Thị Yến Nhi', 'GK-SO', 2021, '2021-01-01', '2021-12-31',
   '176/QĐ-SKHCN', '2021-12-30', 'Giám đốc Sở Khoa học và Công nghệ', '2022-03-10', 'chuyenvien', '2021-12-31 02:00:00'),
  (3000004, null, 7, 'U7', 'Chi cục Tiêu chuẩn Đo lường Chất lượng', 'GK-SO', 2021, '2021-01-01', '2021-12-31',
   '176/QĐ-SKHCN', '2021-12-30', 'Giám đốc Sở Khoa học và Công nghệ', null, 'chuyenvien', '2021-12-31 02:00:00'),
  (3000005, 23, 6, 'P23', 'Nguyễn Thị Ái Vân', 'BK-TINH', 2021, '2020-01-01', '2021-12-31',
   '415/QĐ-UBND', '2022-02-25', 'Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh', null, 'chuyenvien', '2022-03-01 02:00:00'),
  (3000006, 37, 8, 'P37', 'Đào Thị Lan Chi', 'BK-TINH', 2021, '2020-01-01', '2021-12-31',
   '415/QĐ-UBND', '2022-02-25', 'Chủ tịch Ủy ban nhân dân tỉnh Tây Ninh', null, 'chuyenvien', '2022-03-01 02:00:00'),
  (3000007, null, 8, 'U8', 'Trung tâm Thông tin, Ứng dụng tiến bộ khoa học và công nghệ', 'TTLDTT', 2021,
   '2021-01-01', '2021-12-31', '123/QĐ-SKHCN', '2022-01-15', 'Giám đốc Sở Khoa học và Công nghệ', null,
   'chuyenvien', '2022-01-20 02:00:00');

insert ignore into public_decision (id, number, decided_on, decided_by, published_at)
select uuid(), g.decision_number, g.decided_on, max(g.decided_by), max(g.entered_at)
from award_given g where g.live = 1 and g.decision_number is not null and g.nomination_id is null
group by g.decision_number, g.decided_on;

update public_decision set
  title = 'Khen thưởng tập thể, cá nhân có thành tích trong phong trào thi đua “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh” năm 2021 (dữ liệu mẫu)',
  signer_line = 'GIÁM ĐỐC Nguyễn Văn Hùng'
where number = '176/QĐ-SKHCN' and decided_on = '2021-12-30';

insert ignore into roll_entry
  (award_id, decision_id, subject, subject_kind, nominee_name, nominee_position, unit_id, unit_name,
   award_code, year, decided_on, campaign_id, campaign_title, revoked_on)
select g.id, d.id, g.subject, if(g.person_id is null, 'COLLECTIVE', 'INDIVIDUAL'), g.nominee_name,
  null, g.unit_id, u.name, g.award_code, g.year, g.decided_on, c.id, c.title, g.revoked_on
from award_given g
join unit u on u.id = g.unit_id
join public_decision d on d.number = g.decision_number and d.decided_on = g.decided_on
left join campaign c on c.id = 2 and d.number = '176/QĐ-SKHCN'
where g.live = 1 and g.nomination_id is null;
