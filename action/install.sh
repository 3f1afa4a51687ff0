#!/bin/sh
# Installs the package into an environment of its own: the version INPUT_VERSION, else what stands beside this script.
set -eu

environment=$RUNNER_TEMP/postmortem
requirement=$(dirname "$0")/..
[ -z "${INPUT_VERSION:-}" ] || requirement="mkdocs-postmortem==$INPUT_VERSION"

python3 -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$requirement"
