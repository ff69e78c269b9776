#!/bin/sh
# Writes one consistent dump of both schemas. Nothing has to be stopped for it.
#
#   backup.sh FILE.sql.gz
#
# The account needs SELECT, SHOW VIEW, TRIGGER and LOCK TABLES on both schemas. Where the server is
# and who asks is told by the clients' own variables and files (MYSQL_HOST, MYSQL_TCP_PORT, MYSQL_PWD,
# ~/.my.cnf) and by:
#   MYSQL_USER     account; without it what ~/.my.cnf says
#   PORTAL_SCHEMA  commendation unless told otherwise
#   ENGINE_SCHEMA  engine unless told otherwise; empty where a Camunda cluster is the engine
#   MYSQL_OPTIONS  more options of the client, such as --skip-ssl
#   MYSQLDUMP      the client, mysqldump or mariadb-dump; found by itself
set -eu
umask 077

file=${1:?"usage: backup.sh FILE.sql.gz"}
portal=${PORTAL_SCHEMA:-commendation}
engine=${ENGINE_SCHEMA-engine}

dump=${MYSQLDUMP:-$(command -v mysqldump || command -v mariadb-dump || true)}
if [ -z "$dump" ]; then
  echo "There is neither mysqldump nor mariadb-dump: install the client of MySQL." >&2
  exit 2
fi
if [ -e "$file" ]; then
  echo "$file exists already; nothing was written." >&2
  exit 2
fi

options=
if "$dump" --help 2>/dev/null | grep -q -- --set-gtid-purged; then
  # else the dump says it is the state of a replica
  options="--set-gtid-purged=OFF --column-statistics=0"
fi

part=$file.part
trap 'rm -f "$part"' EXIT
# one transaction sees both schemas at one moment; binary columns survive as hexadecimal digits
# shellcheck disable=SC2086
{
  "$dump" ${MYSQL_HOST:+--host="$MYSQL_HOST"} ${MYSQL_USER:+--user="$MYSQL_USER"} ${MYSQL_OPTIONS-} $options \
    --single-transaction --quick --hex-blob --no-tablespaces --default-character-set=utf8mb4 \
    --max-allowed-packet=64M --databases "$portal" ${engine:+"$engine"} \
    || echo "-- BACKUP FAILED"
} | gzip > "$part"

# a dump that was cut off or failed has no last line of its own
if ! gzip -dc "$part" | tail -n 1 | grep -q '^-- Dump completed'; then
  echo "The dump is not complete; nothing was kept." >&2
  exit 1
fi
mv "$part" "$file"
trap - EXIT
echo "$file"
