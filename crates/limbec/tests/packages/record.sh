#!/bin/sh
# Records what the real packages print for every script here: record.sh PYTHON [script...]
set -e
cd "$(dirname "$0")"
python=$1
shift
for script in "${@:-*.py}"; do
    for one in $script; do
        "$python" -P -W ignore "$one" >"${one%.py}.out"
    done
done
