#!/usr/bin/env bash
# A Kafka broker and a Flink cluster as processes of this machine, from Maven artifacts, with the three jobs on it.
set -euo pipefail

docker=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(dirname "$docker")
dir=${SATISFLOW_CLUSTER_DIR:-$docker/target/cluster}

say() { printf '%s\n' "$*" >&2; }
fail() { say "cluster.sh: $*"; exit 1; }

# shellcheck source=cluster/build.sh
. "$docker/cluster/build.sh"
# shellcheck source=cluster/processes.sh
. "$docker/cluster/processes.sh"
# shellcheck source=cluster/kafka.sh
. "$docker/cluster/kafka.sh"
# shellcheck source=cluster/flink.sh
. "$docker/cluster/flink.sh"
# shellcheck source=cluster/jobs.sh
. "$docker/cluster/jobs.sh"
# shellcheck source=cluster/check.sh
. "$docker/cluster/check.sh"

usage() {
  cat <<'END'
Usage: docker/cluster.sh COMMAND

  up                 builds what is missing; starts broker, JobManager and TaskManagers, those of them that do not run
  submit [OPTIONS]   submits intake, scoring and engine, those that do not run, each from its newest checkpoint
                       --channel PRESET|FILE  the only channel, as a replay wants it
                       --config FILE          the settings (default: config/satisflow.yaml)
                       anything else goes to the jobs as it is
  status             processes with their memory, and jobs
  kill NAME          kills a process as a machine would that fails, such as: kill taskmanager-1
  down               ends the processes; topics and checkpoints stay
  forget             deletes topics, checkpoints and logs, when nothing runs
  check              proves it: a replay through this cluster, a TaskManager killed on the way, equals an embedded one

Environment: SATISFLOW_CLUSTER_DIR (docker/target/cluster), SATISFLOW_KAFKA_PORT (9092), SATISFLOW_REST_PORT (8081),
SATISFLOW_TASK_MANAGERS (2), JAVA_HOME.
END
}

up() {
  build_if_needed
  mkdir -p "$dir/pids" "$dir/log"
  dir=$(cd "$dir" && pwd -P)
  settle_ports
  local began=$SECONDS
  start_kafka
  start_flink
  say "Up in $((SECONDS - began)) s: brokers 127.0.0.1:$kafka_port, Flink http://127.0.0.1:$rest_port, files in $dir"
}

status() {
  each_process show
  if is_alive jobmanager; then show_jobs; fi
}

forget() {
  [ -z "$(running_processes)" ] || fail "forget: $(running_processes | paste -sd' ' -) still run; end them with: down"
  rm -rf "$dir"
}

command=${1:-help}
[ $# -eq 0 ] || shift
if [ -f "$dir/ports" ]; then
  dir=$(cd "$dir" && pwd -P)
  settle_ports
fi
case "$command" in
  up | status | forget | check) "$command" "$@" ;;
  submit) require_up && submit_jobs "$@" ;;
  kill) kill_process "${1:-}" ;;
  down) end_processes ;;
  help | -h | --help) usage ;;
  *) usage >&2; fail "$command: there is no such command" ;;
esac
