#!/bin/sh
# Checks the postmortems: annotations go to the log, a page to the step summary, numbers to the outputs of the step.
#
# Reads INPUT_CONFIG, INPUT_PATHS (one a line), INPUT_ARGS (divided by blanks), INPUT_FAIL_ON, INPUT_DIFF_BASE and
# INPUT_SARIF; GITHUB_OUTPUT, GITHUB_STEP_SUMMARY and RUNNER_TEMP name what GitHub gives. Ends with the check's status.
set -u
set -f # No word of an input is a pattern of file names.

# shellcheck disable=SC2086 # The words are meant to be divided.
set -- ${INPUT_ARGS:-}
[ -z "${INPUT_CONFIG:-}" ] || set -- "$@" --config "$INPUT_CONFIG"
[ -z "${INPUT_FAIL_ON:-}" ] || set -- "$@" --fail-on "$INPUT_FAIL_ON"
[ -z "${INPUT_DIFF_BASE:-}" ] || set -- "$@" --diff "$INPUT_DIFF_BASE"
blanks=$IFS
IFS='
'
# shellcheck disable=SC2086 # The lines are meant to be divided.
set -- "$@" -- ${INPUT_PATHS:-}
IFS=$blanks

work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/postmortem-check.XXXXXX")
trap 'rm -rf "$work"' EXIT

postmortem check --format json --output "$work/report.json" "$@" 2>"$work/log"
status=$?
if [ "$status" -gt 1 ]; then
  cat "$work/log" >&2
  printf '## Postmortem check\n\nIt could not run. The log of the step says why.\n' >>"$GITHUB_STEP_SUMMARY"
  exit "$status"
fi

postmortem check --format github "$@"
postmortem check --format markdown "$@" 2>"$work/log" >>"$GITHUB_STEP_SUMMARY"
python - "$work/report.json" >>"$GITHUB_OUTPUT" <<'PROGRAM'
import json, sys

with open(sys.argv[1], encoding="utf-8") as file:
    report = json.load(file)
numbers = {"documents": report["checked"], **{key: report["summary"][key] for key in ("errors", "warnings", "failed")}}
print("\n".join(f"{name}={number:d}" for name, number in numbers.items()))
PROGRAM

if [ "${INPUT_SARIF:-false}" = true ]; then
  postmortem check --format sarif --output "$RUNNER_TEMP/postmortem.sarif" "$@" 2>"$work/log"
  echo "sarif_file=$RUNNER_TEMP/postmortem.sarif" >>"$GITHUB_OUTPUT"
fi

exit "$status"
