#!/bin/sh
# Apply the migrations by the Compose service that is made for it: scripts/run_migrations.sh [dev]
set -eu
cd "$(dirname "$0")/.."
files="-f docker-compose.yml"
[ "${1:-}" = dev ] && files="$files -f docker-compose.dev.yml"
# The exit code is that of the migrations, so that a deployment stops where they fail.
exec docker compose $files --profile migrations up --build --exit-code-from migrations migrations
