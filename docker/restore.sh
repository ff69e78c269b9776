#!/bin/sh
# Puts both schemas back as a dump of backup.sh has them. STOP THE PORTAL AND THE ENGINE FIRST.
# What the schemas hold now is gone afterwards.
#
#   restore.sh FILE.sql.gz            both schemas
#   restore.sh FILE.sql.gz portal     the portal's alone
#   restore.sh FILE.sql.gz engine     the engine's alone
#   restore.sh FILE.sql.gz portal+new the portal's, and an empty schema for the engine
#
# After anything but "both" the portal has to rebuild what runs: docs/recovery.md. Variables as for
# backup.sh; MYSQL is the client, mysql or mariadb, found by itself. The account needs all rights on
# both schemas.
set -eu

file=${1:?"usage: restore.sh FILE.sql.gz [both|portal|engine|portal+new]"}
what=${2:-both}
portal=${PORTAL_SCHEMA:-commendation}
engine=${ENGINE_SCHEMA-engine}

client=${MYSQL:-$(command -v mysql || command -v mariadb || true)}
if [ -z "$client" ]; then
  echo "There is neither mysql nor mariadb: install the client of MySQL." >&2
  exit 2
fi
case $what in
  both) schemas="$portal $engine" emptied="$portal $engine" ;;
  portal) schemas=$portal emptied=$portal ;;
  engine) schemas=$engine emptied=$engine ;;
  portal+new) schemas=$portal emptied="$portal $engine" ;;
  *) echo "What is to be restored: both, portal, engine or portal+new, not $what." >&2; exit 2 ;;
esac
if ! gzip -dc "$file" | tail -n 1 | grep -q '^-- Dump completed'; then
  echo "$file is no complete dump; nothing was changed." >&2
  exit 1
fi
for schema in $schemas; do
  if ! gzip -dc "$file" | grep -q "^-- Current Database: \`$schema\`"; then
    echo "$file has no schema $schema; nothing was changed." >&2
    exit 1
  fi
done

sql() {
  # shellcheck disable=SC2086
  "$client" ${MYSQL_HOST:+--host="$MYSQL_HOST"} ${MYSQL_USER:+--user="$MYSQL_USER"} ${MYSQL_OPTIONS-} \
    --default-character-set=utf8mb4 --max-allowed-packet=64M "$@"
}

others=$(sql --skip-column-names --execute "select count(*) from information_schema.processlist
  where db in ('$portal', '$engine') and id <> connection_id()")
if [ "$others" != 0 ]; then
  echo "$others connections use the schemas: stop the portal and the engine first." >&2
  exit 1
fi

# a schema keeps its rights and its collation while it is emptied and filled
for schema in $emptied; do
  collation=$(sql --skip-column-names --execute "select default_collation_name
    from information_schema.schemata where schema_name = '$schema'")
  sql --execute "drop database if exists \`$schema\`;
    create database \`$schema\` character set utf8mb4 ${collation:+collate $collation}"
done
# the part of each schema begins with its name; what stands before the first belongs to all
gzip -dc "$file" | awk -v wanted=" $schemas " '
  /^-- Current Database: `/ { name = $4; gsub(/`/, "", name); on = index(wanted, " " name " ") }
  { if (on || name == "") print }' | sql
echo "Restored: $schemas"
