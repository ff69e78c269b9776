-- The two schemas and their accounts. What is there stays as it is.
CREATE DATABASE IF NOT EXISTS commendation CHARACTER SET utf8mb4 COLLATE utf8mb4_vi_0900_ai_ci;
CREATE DATABASE IF NOT EXISTS engine CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER IF NOT EXISTS 'commendation'@'@CLIENT@' IDENTIFIED BY '@PORTAL_DATABASE_PASSWORD@';
CREATE USER IF NOT EXISTS 'engine'@'@CLIENT@' IDENTIFIED BY '@ENGINE_DATABASE_PASSWORD@';
GRANT ALL ON commendation.* TO 'commendation'@'@CLIENT@';
GRANT ALL ON engine.* TO 'engine'@'@CLIENT@';
-- a right to read what is not made yet is given with the right to make it only
GRANT CREATE, SELECT ON commendation.engine_account TO 'engine'@'@CLIENT@';
GRANT CREATE, SELECT ON commendation.engine_membership TO 'engine'@'@CLIENT@';
REVOKE CREATE ON commendation.engine_account FROM 'engine'@'@CLIENT@';
REVOKE CREATE ON commendation.engine_membership FROM 'engine'@'@CLIENT@';
