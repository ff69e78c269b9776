-- the engine's schema beside the portal's; keys and names in it differ by case, too
CREATE DATABASE engine CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
GRANT ALL ON engine.* TO 'commendation'@'%';
