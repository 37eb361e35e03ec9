# The broker: what kafka-server-start does, on the jars that the build has gathered.

start_kafka() {
  if is_alive kafka; then return; fi
  local settings="$dir/kafka/server.properties"
  mkdir -p "$dir/kafka"
  {
    cat "$docker/kafka/server.properties"
    echo "listeners=PLAINTEXT://127.0.0.1:$kafka_port,CONTROLLER://127.0.0.1:$controller_port"
    echo "advertised.listeners=PLAINTEXT://127.0.0.1:$kafka_port"
    echo "controller.quorum.voters=1@127.0.0.1:$controller_port"
    echo "log.dirs=$dir/kafka/topics"
  } >"$settings"
  if [ ! -f "$dir/kafka/topics/meta.properties" ]; then format_kafka "$settings"; fi
  start kafka "$kafka_lib/*" -Xms128m -Xmx384m -XX:+UseSerialGC "$(log_settings)" kafka.Kafka "$settings"
  await kafka 60 is_listening "$kafka_port"
}

format_kafka() {
  local tool=("$java" "$(log_settings)" -cp "$kafka_lib/*" kafka.tools.StorageTool)
  local id log="$dir/log/kafka-format.log"
  id=$("${tool[@]}" random-uuid 2>"$log") && "${tool[@]}" format -t "$id" -c "$1" >>"$log" 2>&1 ||
    fail "the broker's folder cannot be formatted; see $log"
}

log_settings() { echo "-Dlog4j2.configurationFile=$docker/flink/conf/log4j2.properties"; }
