# The three jobs, submitted one by one as anybody would: upload the jar, run a main class of it.

require_up() {
  is_alive jobmanager || fail "the cluster does not run; start it with: docker/cluster.sh up"
}

submit_jobs() {
  local config="$home/config/satisflow.yaml" channel='' more=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --config) config=$(existing_file "$1" "${2:-}"); shift ;;
      --channel) channel=$(channel_file "${2:-}"); shift ;;
      *) more+=("$1") ;;
    esac
    shift
  done
  local arguments=(--config "$config" ${channel:+--channel "$channel"} ${more[@]+"${more[@]}"}
    --kafka "bootstrap.servers=127.0.0.1:$kafka_port" --kafka transaction.timeout.ms=604800000)
  local jar began=$SECONDS
  jar=$(upload_job_jar)
  submit_job "$jar" intake io.satisflow.flink.intake.IntakeJob "${arguments[@]}"
  submit_job "$jar" scoring io.satisflow.flink.scoring.ScoringJob "${arguments[@]}"
  submit_job "$jar" engine io.satisflow.flink.engine.EngineJob "${arguments[@]}"
  say "Submitted in $((SECONDS - began)) s."
}

existing_file() {
  [ -f "$2" ] || fail "$1 $2: there is no such file"
  echo "$(cd "$(dirname "$2")" && pwd)/$(basename "$2")"
}

channel_file() {
  case "$1" in
    *.yaml | *.yml) existing_file --channel "$1" ;;
    *) existing_file --channel "$home/config/channels/$1.yaml" ;;
  esac
}

upload_job_jar() {
  local answer
  answer=$(rest POST /jars/upload -F "jarfile=@$job_jar;type=application/x-java-archive")
  case "$answer" in
    *'"status":"success"'*) sed 's/.*"filename":"\([^"]*\)".*/\1/; s/.*\///' <<<"$answer" ;;
    *) fail "the job jar was not taken: $(shortened "$answer")" ;;
  esac
}

# submit_job JAR NAME CLASS ARGUMENT...
submit_job() {
  local jar=$1 name=$2 class=$3 checkpoints="$dir/checkpoints/$2" newest answer
  shift 3
  if jobs_and_states | grep -qE "^$name (RUNNING|RESTARTING|CREATED|INITIALIZING|FAILING|CANCELLING)"; then
    say "  $name runs already"
    return
  fi
  newest=$(newest_checkpoint "$checkpoints")
  answer=$(rest POST "/jars/$jar/run" -H 'Content-Type: application/json' --data @- <<END
{"entryClass": $(json_text "$class"),
 "programArgsList": [$(json_list "$@")],
 ${newest:+\"savepointPath\": $(json_text "$(file_uri "$newest")"), \"claimMode\": \"CLAIM\",}
 "flinkConfiguration": {"execution.checkpointing.dir": $(json_text "$(file_uri "$checkpoints")")}}
END
  )
  case "$answer" in
    *'"jobid"'*) say "  $name${newest:+ from ${newest##*/}}" ;;
    *) fail "$name was not accepted: $(shortened "$answer")" ;;
  esac
}

# The one with the highest number whose _metadata, which Flink writes last, is there.
newest_checkpoint() {
  [ -d "$1" ] || return 0
  find "$1" -path '*/chk-*/_metadata' |
    sed 's|\(.*/chk-\([0-9]*\)\)/_metadata$|\2 \1|' | sort -n | tail -n 1 | cut -d' ' -f2-
}

jobs_and_states() {
  rest GET /jobs/overview | tr '{' '\n' | sed -n 's/.*"name":"\([^"]*\)".*"state":"\([A-Z]*\)".*/\1 \2/p'
}

show_jobs() {
  local name state
  while read -r name state; do printf '%-16s job      %s\n' "$name" "$state"; done < <(jobs_and_states)
}

# Flink takes the path as it is; it does not decode %20.
file_uri() { printf 'file://%s' "$1"; }

json_text() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

json_list() {
  local separator='' each
  for each in "$@"; do
    printf '%s%s' "$separator" "$(json_text "$each")"
    separator=', '
  done
}

# What went wrong stands in the last cause of a long trace.
shortened() {
  sed 's/\\n/\n/g; s/\\t/ /g' <<<"$1" | grep -E '^(Caused by|\{"errors")' | tail -n 1 | cut -c1-400
}
