#!/bin/sh
# Run the migrations in their container, show their log, and end with their exit code:
#   scripts/run_migrations.sh          as compose.yaml (or docker-compose.yml) says
#   scripts/run_migrations.sh dev      with compose.dev.yaml on top
#
# CONTAINERS names the program (default: docker), MIGRATIONS the service (default: migrations). The container stays, so
# that `docker compose logs migrations` still shows what it said.
set -eu
cd "$(dirname "$0")/.."

containers=${CONTAINERS:-docker}
service=${MIGRATIONS:-migrations}

first() { # first FILE...: the first of them that is here
    for file; do
        [ ! -f "$file" ] || { echo "$file"; return; }
    done
    echo "run_migrations: there is no $1 in $PWD" >&2
    exit 1
}

main=$(first compose.yaml compose.yml docker-compose.yaml docker-compose.yml)
case "${1-}" in
    "") set -- -f "$main" ;;
    dev)
        dev=$(first compose.dev.yaml compose.dev.yml docker-compose.dev.yaml docker-compose.dev.yml)
        set -- -f "$main" -f "$dev"
        ;;
    *) echo "usage: scripts/run_migrations.sh [dev]" >&2; exit 2 ;;
esac
set -- compose "$@" --profile migrations

# A new container of a new image each time, so that the scripts in it are those of now. The database is started where it
# does not run and left alone where it does; --exit-code-from would stop it at the end.
"$containers" "$@" up --detach --build --force-recreate "$service"
container=$("$containers" "$@" ps --all --quiet "$service")
[ -n "$container" ] || { echo "run_migrations: the service $service has no container" >&2; exit 1; }
"$containers" "$@" logs --follow --no-log-prefix "$service"
exit "$("$containers" wait "$container")"
