/** What the containers of a backup run: plain POSIX shell, for the image of restic has no more. The settings are environment variables of the container. */

/** What a backup and a restore have in common. */
const COMMON = `# Sourced by the others.
set -u
export TZ=UTC0 RESTIC_CACHE_DIR="$STATE/cache" TMPDIR="$STATE/tmp"
mkdir -p "$TMPDIR"

say() { echo "bulwark: $*"; }

# Runs a program so that a signal ends it at once, and cleanly: restic cleans up on INT.
child=
run() { # signal, program...
  signal=$1; shift
  "$@" & child=$!
  wait "$child"; code=$?
  child=
  return "$code"
}
stopped() {
  trap '' TERM INT
  if [ -n "$child" ]; then
    kill -s "$signal" "$child"
    wait "$child"
    # A lock that restic was just making stays behind: it is stale now.
    [ "$signal" != INT ] || restic unlock > /dev/null 2>&1
  fi
  say stopped
  exit "$stop_code"
}
trap stopped TERM INT

# The liveness probe asks whether this moment is still to come.
expect_within() { echo $(($(date +%s) + $1)) > "$STATE/deadline"; }
pause() { expect_within $(($1 + 120)); run TERM sleep "$1"; }
repository() { expect_within "$TIME_LIMIT"; run INT restic "$@"; }

# The key is read by restic itself, from RESTIC_PASSWORD_FILE. A location in a file may hold a user name and password.
open() { # 0 if the repository opens, 2 if there is none, else 1
  location=\${REPOSITORY:-}
  [ -n "$location" ] || location=$(cat "$REPOSITORY_FILE") || return 1
  export RESTIC_REPOSITORY="\${location%/}/$NAMESPACE/$CLAIM"
  repository cat config > "$TMPDIR/opened" 2>&1 && return 0
  case "$code $(cat "$TMPDIR/opened")" in
    '12 '* | *'wrong password'*) say 'the key does not open the repository'; return 1 ;;
    '10 '* | *'Is there a repository at'*) return 2 ;;
  esac
  cat "$TMPDIR/opened"
  say 'the repository cannot be opened'
  return 1
}
`;

/** Backs up, forgets, prunes and checks, again and again. */
const BACKUP = `# Backs up one volume. The arguments are what restic forget keeps.
stop_code=0
. "\${0%/*}/common.sh"

# Asks the container beside this one to run its command, and waits for the outcome.
before() {
  [ -n "\${HOOK:-}" ] || return 0
  asked=$(date +%s) waited=0
  rm -f "$HOOK"/result.*
  echo "$asked" > "$HOOK/request.new" && mv "$HOOK/request.new" "$HOOK/request" || return 1
  until [ -e "$HOOK/result.$asked" ]; do
    if [ "$waited" -ge "$HOOK_TIME_LIMIT" ]; then
      rm -f "$HOOK/request"
      say "the command before the backup did not end within $HOOK_TIME_LIMIT seconds"
      return 1
    fi
    pause 1
    waited=$((waited + 1))
  done
  read -r outcome < "$HOOK/result.$asked"
  [ "$outcome" = 0 ] || { say "the command before the backup failed with exit code $outcome"; return 1; }
}

attempt() {
  # A full state directory would have the whole pod evicted.
  [ "$(du -sk "$STATE" | cut -f 1)" -lt "$CACHE_KIBIBYTES" ] || rm -rf "$RESTIC_CACHE_DIR"
  open
  case $? in
    0) ;;
    2) say 'there is no repository: making it'; repository init || { say 'the repository cannot be made'; return 1; } ;;
    *) return 1 ;;
  esac
  repository unlock || { say 'the locks of killed backups cannot be removed'; return 1; }
  before || return 1
  cd "$SOURCE" || { say 'there is nothing to back up'; return 1; }
  repository backup --host "$CLAIM" --exclude "$SOURCE/lost+found" --exclude "$SOURCE/.replaced-*" . || { say 'restic backup failed'; return 1; }
  repository forget --host "$CLAIM" --group-by host "$@" --prune || { say 'restic forget failed'; return 1; }
  repository check || { say 'restic check failed'; return 1; }
  say "backed up at $(date +%Y-%m-%dT%H:%M:%SZ)"
}

among() { case " $2 " in *" $1 "* | ' * ') ;; *) return 1 ;; esac; }
due() { # minutes since 1970
  set -f
  set -- $(date -u -d "@$(($1 * 60))" '+%M %H %d %m %w')
  set +f
  among "$1" "$MINUTES" && among "$2" "$HOURS" && among "$4" "$MONTHS" || return 1
  if [ "$DAY_OR_WEEKDAY" = true ]; then among "$3" "$DAYS" || among "$5" "$WEEKDAYS"; else among "$3" "$DAYS" && among "$5" "$WEEKDAYS"; fi
}

# Every minute is looked at, also those that passed while the node slept.
wait_until_due() {
  minute=$(($(date +%s) / 60))
  while :; do
    minute=$((minute + 1))
    left=$((minute * 60 - $(date +%s)))
    while [ "$left" -gt 0 ]; do
      pause "$left"
      left=$((minute * 60 - $(date +%s)))
    done
    due "$minute" && return
  done
}

# The program starts meanwhile. Then the backup that a restart may have missed is made up for.
pause 60
while :; do
  failures=0 delay=10
  until attempt "$@"; do
    failures=$((failures + 1))
    [ "$failures" -le "$RETRIES" ] || { say "failed $failures times: giving up until the restart"; exit 1; }
    say "failed: trying again in $delay seconds"
    pause "$delay"
    delay=$((delay * 2))
  done
  wait_until_due
done
`;

/** Runs a command of the program's whenever the backup asks for it. */
const BEFORE = `# The arguments are the command.
child=
stopped() {
  trap '' TERM INT
  [ -z "$child" ] || kill "$child"
  exit 0
}
trap stopped TERM INT
while :; do
  if [ -e "$HOOK/request" ]; then
    read -r asked < "$HOOK/request"
    rm -f "$HOOK/request"
    "$@" & child=$!
    wait "$child"
    echo "$?" > "$HOOK/result.new" && mv "$HOOK/result.new" "$HOOK/result.$asked"
  fi
  sleep 1 & child=$!
  wait "$child"
done
`;

/** Writes a snapshot into the volume of a stopped pod. Nothing that is there is lost: it is moved aside. */
const RESTORE = `stop_code=1
. "\${0%/*}/common.sh"

open || { say 'nothing was restored'; exit 1; }
repository ls --host "$CLAIM" "$SNAPSHOT" > /dev/null || { say "there is no snapshot $SNAPSHOT: nothing was restored"; exit 1; }
mkdir -p "$SOURCE" || exit 1
replaced=$SOURCE/.replaced-$(date +%Y%m%dT%H%M%SZ)
for entry in "$SOURCE"/* "$SOURCE"/.[!.]* "$SOURCE"/..?*; do
  case $entry in */lost+found | */.replaced-*) continue ;; esac
  [ -e "$entry" ] || [ -L "$entry" ] || continue
  mkdir -p "$replaced" && mv "$entry" "$replaced/" || { say 'what is in the volume cannot be moved aside: nothing was restored'; exit 1; }
done
[ ! -e "$replaced" ] || say "what was in the volume is in $replaced now: remove it when the restored data is good"
repository restore --host "$CLAIM" --target "$SOURCE" --verify "$SNAPSHOT" || { say 'restic restore failed'; exit 1; }
say 'restored'
`;

/** By the name of the file. */
export const SCRIPTS = { 'common.sh': COMMON, 'backup.sh': BACKUP, 'before.sh': BEFORE, 'restore.sh': RESTORE } as const;
