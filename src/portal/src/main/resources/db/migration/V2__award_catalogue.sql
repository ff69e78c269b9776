-- What is not confirmed against the gazette says so in its certainty.
insert into award
  (code, name, name_en, kind, subject, deciding_authority, legal_basis, certainty, sort_order)
values
  ('GK-SO', 'Giấy khen của Giám đốc Sở', 'Certificate of Merit of the Director', 'FORM', 'BOTH',
   'DIRECTOR', 'Luật Thi đua, khen thưởng 2022, Điều 75, Điều 80 khoản 1', 'confirmed', 10),
  ('LDTT', 'Lao động tiên tiến', 'Advanced Worker', 'TITLE', 'INDIVIDUAL',
   'DIRECTOR', 'Luật Thi đua, khen thưởng 2022, Điều 24, Điều 80 khoản 1', 'confirmed', 20),
  ('CSTDCS', 'Chiến sĩ thi đua cơ sở', 'Grassroots Emulation Fighter', 'TITLE', 'INDIVIDUAL',
   'DIRECTOR', 'Luật Thi đua, khen thưởng 2022, Điều 23, Điều 80 khoản 1', 'confirmed', 30),
  ('TTLDTT', 'Tập thể lao động tiên tiến', 'Advanced Labour Collective', 'TITLE', 'COLLECTIVE',
   'DIRECTOR', 'Luật Thi đua, khen thưởng 2022, Điều 28, Điều 80 khoản 1', 'confirmed', 40),
  ('BK-TINH', 'Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh',
   'Certificate of Merit of the Chairman of the Provincial People''s Committee', 'FORM', 'BOTH',
   'PROVINCE', 'Luật Thi đua, khen thưởng 2022, Điều 74', 'unverified', 50),
  ('CSTD-TINH', 'Chiến sĩ thi đua cấp tỉnh', 'Provincial Emulation Fighter', 'TITLE', 'INDIVIDUAL',
   'PROVINCE', 'Luật Thi đua, khen thưởng 2022, Điều 22', 'unverified', 60),
  ('TTLDXS', 'Tập thể lao động xuất sắc', 'Excellent Labour Collective', 'TITLE', 'COLLECTIVE',
   'PROVINCE', 'Luật Thi đua, khen thưởng 2022, Điều 27', 'unverified', 70);
