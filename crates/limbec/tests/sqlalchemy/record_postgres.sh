#!/bin/sh
# Records what scripts print on PostgreSQL, as NAME.postgresql.out: record_postgres.sh PYTHON script...
# (below scripts/with-postgres). A script that stops there has no such file and is not run there.
cd "$(dirname "$0")" || exit 1
python=$1
export PYTHONPATH="$PWD/../sqlalchemy_models" PYTHONDONTWRITEBYTECODE=1
shift
for script in "$@"; do
    name=$(basename "$script" .py)
    url="$LIMBEC_TEST_POSTGRES/record_$name"
    psql -q "$LIMBEC_TEST_POSTGRES/postgres" -c "DROP DATABASE IF EXISTS record_$name" -c "CREATE DATABASE record_$name" 2>&1 | grep -v NOTICE
    if "$python" -P -W ignore - "$url" "$name.py" >"$name.postgresql.out" 2>"/tmp/record_$name.err" <<'EOF'
import contextlib, io, sys
url, script = sys.argv[1:]
out = io.StringIO()
with contextlib.redirect_stdout(out):
    exec(compile(open(script).read().replace("sqlite://", url), script, "exec"), {"__name__": "__main__"})
sys.stdout.write(out.getvalue().replace(url, "sqlite://"))
EOF
    then rm -f "/tmp/record_$name.err"
    else
        echo "$name: $(tail -n 1 "/tmp/record_$name.err")"
        rm -f "$name.postgresql.out" "/tmp/record_$name.err"
    fi
done
