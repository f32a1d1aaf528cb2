#!/bin/sh
# Starts linkspan. Written by install.sh, which also removes it: install.sh --uninstall
app=@app@
installed_home=@java_home@
installed_java=@java_identity@

fail() {
  printf 'ERROR:  %s\n' "$1" >&2
  printf 'HINT:   %s\n' "$2" >&2
  exit 1
}

# Sets major and identity of the Java in the directory; major is 0 if there is none.
look_at() {
  major=0 identity= vendor=
  [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    while IFS='=' read -r name value; do
      value=${value#\"}
      case $name in
        IMPLEMENTOR) vendor=${value%\"} ;;
        JAVA_RUNTIME_VERSION) identity="$vendor ${value%\"}" ;;
        JAVA_VERSION)
          major=${value%%[!0-9]*}
          break
          ;;
      esac
    done <"$1/release"
  fi
  if [ "${major:-0}" = 0 ]; then
    value=$("$1/bin/java" -version 2>&1) || return 0
    value=${value#*version \"}
    major=${value%%[!0-9]*}
    major=${major:-0}
  fi
}

if [ ! -f "$app/linkspan.jar" ]; then
  # The whole prefix was moved.
  self=$0
  while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
      /*) self=$link ;;
      *) self=$(dirname "$self")/$link ;;
    esac
  done
  app=$(cd "$(dirname "$self")/../lib/linkspan" 2>/dev/null && pwd -P) || app=
  [ -f "$app/linkspan.jar" ] || fail "could not find linkspan.jar" "Install linkspan again: ./install.sh"
fi

if [ -n "${LINKSPAN_JAVA_HOME-}" ]; then
  java_home=$LINKSPAN_JAVA_HOME
  look_at "$java_home"
  [ "$major" -ge 17 ] ||
    fail "LINKSPAN_JAVA_HOME holds no Java 17 or newer: \"$java_home\"" "Set it to the directory of one, or unset it."
else
  java_home=$installed_home
  look_at "$java_home"
  if [ "$major" -lt 17 ] && [ -n "${JAVA_HOME-}" ]; then
    java_home=$JAVA_HOME
    look_at "$java_home"
  fi
  if [ "$major" -lt 17 ] && java=$(command -v java); then
    java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
    java_home=${java%/bin/java}
    look_at "$java_home"
  fi
  [ "$major" -ge 17 ] ||
    fail "linkspan needs Java 17 or newer, and found none" "Install one, or set LINKSPAN_JAVA_HOME to its directory."
fi

# The archive of loaded classes fits the Java of the installation alone.
archive=
if [ "$java_home" = "$installed_home" ] && [ "$identity" = "$installed_java" ]; then
  if [ -f "$app/start.aot" ]; then
    archive=-XX:AOTCache=$app/start.aot
  elif [ -f "$app/start.jsa" ]; then
    archive=-XX:SharedArchiveFile=$app/start.jsa
  fi
fi

# shellcheck disable=SC2086 # The options are words.
exec "$java_home/bin/java" ${archive:+"$archive"} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData \
  -Xmx256m -Xlog:disable -Xlog:all=error:stderr -Djdk.console=java.base \
  ${LINKSPAN_JAVA_OPTS-} -jar "$app/linkspan.jar" "$@"
