#!/bin/sh
# Records what the real SQLAlchemy prints for every script here: record.sh PYTHON [script...]
set -e
cd "$(dirname "$0")"
python=$1
export PYTHONPATH="$PWD/../sqlalchemy_models" PYTHONDONTWRITEBYTECODE=1
shift
for script in "${@:-*.py}"; do
    for one in $script; do
        "$python" -P -W ignore "$one" >"${one%.py}.out"
    done
done
