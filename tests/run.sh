#!/usr/bin/env bash
# Builds everything once and runs every test project: bash tests/run.sh. The last line is the sum over all of them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=${CONFIGURATION:-Release}
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# The tests start throw-away PostgreSQL clusters of their own; the package must not leave one running beside them.
install_postgres() {
  local unwanted=/etc/postgresql-common/createcluster.d/creatorcrm-tests.conf
  as_root mkdir -p "$(dirname "$unwanted")"
  echo 'create_main_cluster = false' | as_root tee "$unwanted" >/dev/null
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null
  as_root rm -f "$unwanted"
}

prepare() {
  if ! command -v dotnet >/dev/null; then
    echo 'The .NET SDK that global.json names is missing: https://dotnet.microsoft.com/download' >&2
    exit 1
  fi
  if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    if ! command -v apt-get >/dev/null; then
      echo 'The tests need the server programs of PostgreSQL 15 or newer under /usr/lib/postgresql.' >&2
      exit 1
    fi
    echo 'Installing PostgreSQL'
    install_postgres
  fi
  if ! command -v chromium >/dev/null && command -v apt-get >/dev/null; then
    echo 'Installing Chromium'
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null || echo 'Chromium is missing: the test of the console will fail.' >&2
  fi
  if compgen -G 'tests/*/npm/package.json' >/dev/null && ! command -v npm >/dev/null; then
    echo 'Node.js is missing: tests that use an npm client will fail.' >&2
  fi
}

# The value of a counter in xUnit's report, which may be one long line; 0 when the report has no assembly.
counter() { grep -o '<assembly [^>]*>' "$2" | head -n 1 | sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" | grep . || echo 0; }

passed=0
failed=0

run_project() {
  local name=$1 report=$reports/$1.xml ok=0 bad=0 code=0
  timeout --foreground 30m dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" -noLogo -noColor -result-xml "$report" || code=$?
  if [ -f "$report" ]; then
    ok=$(counter passed "$report")
    bad=$(($(counter failed "$report") + $(counter errors "$report")))
  fi
  # A process that fell over, or that ended well without a report, is a failure of its own.
  if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ ! -f "$report" ]; }; then
    echo "$name ended with exit code $code" >&2
    bad=1
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  summary+=("$name: $ok passed, $bad failed")
}

prepare
if ! dotnet build CreatorCRM.sln --configuration "$configuration" --verbosity quiet --nologo; then
  printf "\nThe build failed.\n0 passed, 1 failed\n"
  exit 1
fi

summary=()
for project in tests/*.Tests/*.Tests.csproj; do
  run_project "$(basename "$project" .csproj)"
done

printf '\n%s' "${summary[@]}"
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
