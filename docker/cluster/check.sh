# Whether a cluster of processes, one of which is killed, computes what the embedded engine computes.

check() {
  build_if_needed
  local began=$SECONDS sample="$home/config/samples/helpdesk.jsonl"
  work=$(mktemp -d)
  dir=$work/cluster
  trap clear_away EXIT
  SATISFLOW_KAFKA_PORT=$(free_port 19092) SATISFLOW_REST_PORT=$(free_port 18081)
  up
  submit_jobs --channel helpdesk
  replay embedded & embedded=$!
  replay cluster --brokers "127.0.0.1:$kafka_port" --speed 20/s & replay=$!
  kill_in_mid_run taskmanager-1
  wait "$embedded" || fail "the embedded replay failed: $(cat "$work/embedded.err")"
  wait "$replay" || fail "the replay through the cluster failed: $(cat "$work/cluster.err")"
  require_restarts
  compare
  say "Checked in $((SECONDS - began)) s."
}

clear_away() {
  kill ${embedded:+"$embedded"} ${replay:+"$replay"} 2>/dev/null || true
  end_processes
  rm -rf "$work"
}

# replay NAME OPTION... becomes the process of the replay
replay() {
  local name=$1
  shift
  exec "$home/satisflow" replay --channel helpdesk --file "$sample" --dir "$work/$name-out" "$@" \
    >/dev/null 2>"$work/$name.err"
}

kill_in_mid_run() {
  until grep -qE 'fed (7|8|9|1[0-9])[0-9] of' "$work/cluster.err" 2>/dev/null; do
    kill -0 "$replay" 2>/dev/null || fail "the replay ended before it could be disturbed: $(cat "$work/cluster.err")"
    sleep 0.2
  done
  kill_process "$1"
  say "Killed $1: $(tail -n 1 "$work/cluster.err")"
}

# A kill that nobody noticed would prove nothing.
require_restarts() {
  local restarted
  restarted=$(sed -n 's/.*Job \([a-z]*\) .* switched from state RUNNING to RESTARTING.*/\1/p' "$dir/log/jobmanager.log" |
    sort -u | paste -sd' ' -)
  [ -n "$restarted" ] || fail "no job ran on the process that was killed; see $dir/log/jobmanager.log"
  say "Restarted: $restarted"
}

compare() {
  local differing
  differing=$(diff -rq "$work/embedded-out/topics" "$work/cluster-out/topics" &&
    cmp "$work/embedded-out/summary.json" "$work/cluster-out/summary.json") || fail "not the same: $differing"
  say "$(cat "$work"/cluster-out/topics/*.jsonl | wc -l) records of $(ls "$work/cluster-out/topics" | wc -l) topics and the summary are the same, byte for byte."
}

# The first of a range with a free one after it.
free_port() {
  local port=$1
  while is_listening "$port" || is_listening "$((port + 1))"; do port=$((port + 2)); done
  echo "$port"
}
