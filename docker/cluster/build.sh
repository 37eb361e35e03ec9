# What the processes are started from: the launcher's lib folder (with Kafka), Flink's lib folder, the job jar.

version=$(sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$home/pom.xml")
job_jar="$home/jobs/flink/target/satisflow-flink-$version-job.jar"
kafka_lib="$home/jobs/local/target/lib"
flink_lib="$docker/flink/target/lib"

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java="$JAVA_HOME/bin/java"
  else
    java=$(command -v java) || fail "no java on the PATH; install a JDK 17 or later, or set JAVA_HOME"
  fi
}
find_java
command -v curl >/dev/null || fail "no curl on the PATH; install it, jobs are submitted with it"

is_built() {
  [ -f "$job_jar" ] && [ -d "$kafka_lib" ] && [ -d "$flink_lib" ] || return 1
  [ -z "$(find "$home/pom.xml" "$home/schemas" "$home/jobs" -newer "$job_jar" \
      \( -name '*.java' -o -name '*.avsc' -o -name 'pom.xml' -o -path '*/src/main/resources/*' \) \
      -not -path '*/target/*' -not -path '*/src/test/*' -print -quit)" ]
}

build_if_needed() {
  if is_built; then return; fi
  command -v mvn >/dev/null || fail "no mvn on the PATH; install Maven 3.8 or later (only the build needs it)"
  local log="$docker/target/build.log"
  mkdir -p "$docker/target"
  say "Building the job jar and gathering Flink's and Kafka's jars ..."
  (cd "$home" &&
    mvn -B -ntp -Pjob-jar -DskipTests -Dspotless.check.skip=true package &&
    mvn -B -ntp -f docker/flink/pom.xml package) >"$log" 2>&1 || fail "the build failed; see $log"
  # The launcher has been built along with it.
  touch "$job_jar" "$home/jobs/local/target/built"
}
