#!/bin/sh
# Makes or updates the databases of the Temporal server. Runs again at each start; what is there already stays.
set -eu

update() {
  database=$1
  schema=$2
  temporal-sql-tool --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" \
    --database "$database" create-database
  temporal-sql-tool --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" \
    --database "$database" setup-schema --version 0.0
  temporal-sql-tool --plugin postgres12 --endpoint "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" \
    --database "$database" update-schema --schema-name "postgresql/v12/$schema"
}

# The tool reads the password from SQL_PASSWORD, so it stands in no process list.
update temporal temporal
update temporal_visibility visibility
