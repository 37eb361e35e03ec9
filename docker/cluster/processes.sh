# Processes by name, each with a pid file and a log. None is touched that was not started from this folder.

settle_ports() {
  if [ -f "$dir/ports" ]; then
    read -r kafka_port controller_port rest_port rpc_port <"$dir/ports"
    return
  fi
  kafka_port=${SATISFLOW_KAFKA_PORT:-9092}
  rest_port=${SATISFLOW_REST_PORT:-8081}
  controller_port=$((kafka_port + 1))
  rpc_port=$((rest_port + 1))
  local port
  for port in "$kafka_port" "$controller_port" "$rest_port" "$rpc_port"; do
    ! is_listening "$port" || fail "port $port of 127.0.0.1 is in use by another program; set SATISFLOW_KAFKA_PORT or SATISFLOW_REST_PORT (the port after each is taken too)"
  done
  echo "$kafka_port $controller_port $rest_port $rpc_port" >"$dir/ports"
}

is_listening() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Every process carries the folder in its command line, so that a pid that was given to another program is not ours.
is_alive() {
  local pid
  pid=$(cat "$dir/pids/$1" 2>/dev/null) || return 1
  ps -ww -o args= -p "$pid" 2>/dev/null | grep -qF -- "-Dsatisflow.cluster=$dir "
}

# start NAME CLASS_PATH JAVA_OPTION... CLASS ARGUMENT...
start() {
  local name=$1 class_path=$2
  shift 2
  mkdir -p "$dir/$name"
  (cd "$dir/$name" && exec nohup "$java" "-Dsatisflow.cluster=$dir" -cp "$class_path" "$@") \
    >>"$dir/log/$name.log" 2>&1 </dev/null &
  echo $! >"$dir/pids/$name"
  disown
}

# await NAME SECONDS CONDITION... until it holds; fails when the process ends before that
await() {
  local name=$1 deadline=$((SECONDS + $2))
  shift 2
  until "$@"; do
    sleep 0.3
    is_alive "$name" || fail "$name ended: $(tail -n 3 "$dir/log/$name.log")"
    [ $SECONDS -lt $deadline ] || fail "$name is not ready in time; see $dir/log/$name.log"
  done
}

each_process() {
  local name
  for name in $(ls "$dir/pids" 2>/dev/null); do "$1" "$name"; done
}

print_if_alive() { if is_alive "$1"; then echo "$1"; fi; }
running_processes() { each_process print_if_alive; }

show() {
  local pid state
  pid=$(cat "$dir/pids/$1")
  if is_alive "$1"; then
    state="$(($(ps -o rss= -p "$pid") / 1024)) MB"
  else
    state="does not run"
  fi
  printf '%-16s %-8s %s\n' "$1" "$pid" "$state"
}

kill_process() {
  [ -n "$1" ] && is_alive "$1" || fail "kill ${1:-NAME}: no such process runs; there are: $(running_processes | paste -sd' ' -)"
  kill -9 "$(cat "$dir/pids/$1")"
}

# Those that write before those that keep what was written.
end_processes() {
  local name waited
  for name in $(running_processes | sort -r); do
    kill "$(cat "$dir/pids/$name")"
    for waited in {1..50}; do
      is_alive "$name" || break
      sleep 0.2
    done
    if is_alive "$name"; then
      say "$name did not end within 10 s and is killed"
      kill -9 "$(cat "$dir/pids/$name")"
    fi
    rm -f "$dir/pids/$name"
  done
  rm -f "$dir/ports"
}
