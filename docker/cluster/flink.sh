# The Flink cluster: what jobmanager.sh and taskmanager.sh of a distribution do.

start_flink() {
  local count=${SATISFLOW_TASK_MANAGERS:-2} index
  start_flink_process jobmanager GET_JM_RESOURCE_PARAMS --add-opens=java.base/java.util=ALL-UNNAMED \
    org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint --executionMode cluster
  await jobmanager 60 is_listening "$rest_port"
  for ((index = 1; index <= count; index++)); do
    start_flink_process "taskmanager-$index" GET_TM_RESOURCE_PARAMS \
      org.apache.flink.runtime.taskexecutor.TaskManagerRunner -D "taskmanager.resource-id=taskmanager-$index"
  done
  await jobmanager 60 has_task_managers "$count"
}

has_task_managers() {
  [ "$(rest GET /overview | sed -n 's/.*"taskmanagers":\([0-9]*\).*/\1/p')" -ge "$1" ] 2>/dev/null
}

# start_flink_process NAME WHICH_MEMORY [JAVA_OPTION...] CLASS [ARGUMENT...]
start_flink_process() {
  local name=$1 memory=$2
  shift 2
  if is_alive "$name"; then return; fi
  local java_options=()
  while [[ "$1" == --* ]]; do java_options+=("$1"); shift; done
  local class=$1 settings jvm_memory flink_memory
  shift
  mkdir -p "$dir/$name/tmp"
  settings=(--configDir "$docker/flink/conf" -D "rest.port=$rest_port" -D "jobmanager.rpc.port=$rpc_port"
    -D "io.tmp.dirs=$dir/$name/tmp" -D "web.upload.dir=$dir/$name")
  { read -r jvm_memory; read -r flink_memory; } < <(flink_memory "$memory" "${settings[@]}")
  [ -n "$jvm_memory" ] || fail "the memory of $name does not add up; see $dir/log/memory.log"
  # shellcheck disable=SC2086 # both are lists of words
  start "$name" "$flink_lib/*" $jvm_memory ${java_options[@]+"${java_options[@]}"} "$(log_settings)" \
    "$class" "${settings[@]}" "$@" $flink_memory
}

# Two lines: options of the JVM, and settings that say the same to Flink.
flink_memory() {
  local which=$1
  shift
  "$java" "$(log_settings)" -cp "$flink_lib/*" org.apache.flink.runtime.util.bash.BashJavaUtils "$which" "$@" \
    2>&1 | tee "$dir/log/memory.log" | sed -n 's/.*BASH_JAVA_UTILS_EXEC_RESULT://p'
}

# rest METHOD PATH [CURL_OPTION...]
rest() {
  local method=$1 path=$2
  shift 2
  curl --silent --show-error --max-time 60 --noproxy '*' -X "$method" "$@" "http://127.0.0.1:$rest_port$path"
}
