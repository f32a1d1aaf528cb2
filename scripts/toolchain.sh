# What install.sh and the scripts share: finds or installs a JDK, and chooses the Maven. POSIX sh, to be sourced.

# Sets java_major to the major version of the Java in the directory; 0 if there is none.
read_java_major() {
  java_major=0
  [ -x "$1/bin/java" ] || return 0
  java_version_text=$("$1/bin/java" -version 2>&1) || return 0
  java_version_text=${java_version_text#*version \"}
  java_major=${java_version_text%%[!0-9]*}
  java_major=${java_major:-0}
}

# Whether the directory holds Java 17 or newer; with "jdk" as the second word, also its compiler.
is_java_home() {
  [ "$2" != jdk ] || [ -x "$1/bin/javac" ] || return 1
  read_java_major "$1"
  [ "$java_major" -ge 17 ]
}

# Sets java_home to the first fit of JAVA_HOME, PATH and the usual places; fails if there is none.
find_java() {
  java_home=
  path_java=$(command -v java 2>/dev/null) || path_java=
  if [ -n "$path_java" ]; then
    path_java=$(readlink -f "$path_java" 2>/dev/null || printf '%s' "$path_java")
  fi
  for candidate in "${JAVA_HOME:-/none}" "${path_java%/bin/java}" \
    /usr/lib/jvm/*-17-* /usr/lib/jvm/* /usr/java/* /opt/java/* \
    "${HOME:-/none}"/.sdkman/candidates/java/current \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_java_home "$candidate" "$1"; then
      java_home=$candidate
      return 0
    fi
  done
  return 1
}

# Runs a command as root, through sudo if need be; fails where there is no way.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif ! command -v sudo >/dev/null 2>&1; then
    return 1
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# The commands that install a JDK here, one a line, best first.
jdk_install_commands() {
  if command -v apt-get >/dev/null 2>&1; then
    for package in openjdk-17-jdk-headless openjdk-21-jdk-headless openjdk-25-jdk-headless default-jdk-headless; do
      echo "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $package"
    done
  elif command -v dnf >/dev/null 2>&1; then
    for package in java-17-openjdk-devel java-21-openjdk-devel java-latest-openjdk-devel; do
      echo "dnf install -y $package"
    done
  elif command -v yum >/dev/null 2>&1; then
    echo "yum install -y java-17-openjdk-devel"
  elif command -v zypper >/dev/null 2>&1; then
    for package in java-17-openjdk-devel java-21-openjdk-devel; do
      echo "zypper --non-interactive install $package"
    done
  elif command -v apk >/dev/null 2>&1; then
    for package in openjdk17-jdk openjdk21-jdk; do
      echo "apk add $package"
    done
  elif command -v pacman >/dev/null 2>&1; then
    echo "pacman -S --noconfirm --needed jdk17-openjdk"
  elif command -v brew >/dev/null 2>&1; then
    echo "brew install openjdk@17"
  fi
}

# Installs a JDK through the system's package manager; what that says goes to the file.
install_jdk() {
  commands=$(jdk_install_commands)
  if [ -z "$commands" ]; then
    return 1
  fi
  if command -v apt-get >/dev/null 2>&1; then
    as_root apt-get update >>"$1" 2>&1 || true
  fi
  old_ifs=$IFS
  IFS='
'
  for command in $commands; do
    IFS=$old_ifs
    case $command in
      brew*) $command >>"$1" 2>&1 </dev/null && return 0 ;;
      *) as_root $command >>"$1" 2>&1 && return 0 ;;
    esac
  done
  IFS=$old_ifs
  return 1
}

# Sets java_home to a JDK 17 or newer, installing one where there is none; ends the script if that fails.
provide_jdk() {
  if find_java jdk; then
    return 0
  fi
  install_log=${TMPDIR:-/tmp}/linkspan-jdk-$$.log
  printf 'Installing a JDK ... ' >&2
  if install_jdk "$install_log" && find_java jdk; then
    echo done >&2
    rm -f "$install_log"
    return 0
  fi
  echo failed >&2
  [ ! -f "$install_log" ] || tail -n 5 "$install_log" >&2
  rm -f "$install_log"
  echo 'ERROR:  a JDK of version 17 or newer is needed, and none was found or could be installed' >&2
  command=$(jdk_install_commands | head -n 1)
  if [ -n "$command" ]; then
    echo "HINT:   As root: ${command#env DEBIAN_FRONTEND=noninteractive }" >&2
  else
    echo 'HINT:   Install a JDK (such as OpenJDK 17), or set JAVA_HOME to its directory.' >&2
  fi
  exit 1
}

# Sets maven to the command that builds: the wrapper, or mvn where the wrapper cannot fetch its Maven.
# Wants the top folder as the word, and JAVA_HOME set.
choose_maven() {
  maven=$1/mvnw
  if ! wrapper_output=$("$maven" --version 2>&1 </dev/null); then
    if command -v mvn >/dev/null 2>&1; then
      maven=mvn
    else
      printf '%s\n' "$wrapper_output" | tail -n 5 >&2
      echo 'ERROR:  could not fetch Maven, and there is no mvn on PATH' >&2
      echo 'HINT:   Make Maven Central reachable, or install Maven 3.8.7 or newer.' >&2
      exit 1
    fi
  fi
}
