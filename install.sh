#!/bin/sh
# Builds and installs linkspan for this user; --help tells the rest.
set -eu
umask 022

usage() {
  cat <<'END'
Usage: ./install.sh [--prefix DIR] [--sandbox] [--from DIR] [--no-archive]
       ./install.sh [--prefix DIR] --uninstall

  --prefix DIR   installs below DIR instead of ~/.local
  --sandbox      then starts linkspan with two PostgreSQL servers of your own, and replays a first copy
  --from DIR     installs what Maven built there, instead of building
  --no-archive   leaves out the archive of loaded classes: a quicker installation, a slower start
  --uninstall    removes what was installed, and keeps your connections, history and sandbox

Needs a JDK of version 17 or newer, and installs one where there is none.
END
}

fail() {
  printf 'ERROR:  %s\n' "$1" >&2
  [ $# -lt 2 ] || printf 'HINT:   %s\n' "$2" >&2
  exit 1
}

misused() {
  fail "$1" "Type: ./install.sh --help"
}

prefix=${HOME-}/.local from= sandbox=false uninstall=false archive=true
while [ $# -gt 0 ]; do
  case $1 in
    --prefix | --from)
      [ $# -gt 1 ] && [ -n "$2" ] || misused "$1 needs a directory"
      case $1 in
        --prefix) prefix=$2 ;;
        *) from=$2 ;;
      esac
      shift
      ;;
    --sandbox) sandbox=true ;;
    --uninstall) uninstall=true ;;
    --no-archive) archive=false ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) misused "unknown argument \"$1\"" ;;
  esac
  shift
done

root=$(cd "$(dirname "$0")" && pwd -P)
# shellcheck source=scripts/toolchain.sh
. "$root/scripts/toolchain.sh"

case $prefix in
  /*) ;;
  *) prefix=$(pwd -P)/$prefix ;;
esac
app=$prefix/lib/linkspan
launcher=$prefix/bin/linkspan

is_our_launcher() {
  [ -f "$launcher" ] && grep -q '^# Starts linkspan\. Written by install\.sh' "$launcher"
}

# Removes the files of the list that an installation keeps, and the folders that it made.
remove_installed() {
  if is_our_launcher; then
    rm -f "$launcher"
  elif [ -e "$launcher" ]; then
    echo "Left $launcher alone: install.sh has not written it." >&2
  fi
  if [ ! -f "$app/installed" ]; then
    echo "linkspan is not installed in $prefix."
    return 0
  fi
  made=$(sed -n 's/^folder //p' "$app/installed")
  sed -n 's/^file //p' "$app/installed" | while IFS= read -r file; do
    rm -f "$app/$file"
  done
  sed -n 's/^shared //p' "$app/installed" | while IFS= read -r file; do
    rm -f "$prefix/share/$file"
  done
  rm -f "$app/installed"
  rmdir "$app/lib" "$app" 2>/dev/null || echo "Left $app: there are other files in it." >&2
  printf '%s\n' "$made" | while IFS= read -r folder; do
    [ -z "$folder" ] || rmdir "$folder" 2>/dev/null || true
  done
  echo "Removed linkspan from $prefix. Connections, history and sandbox are kept."
}

if $uninstall; then
  remove_installed
  exit 0
fi

# Ends the session that is made for the archive, and with it its servers.
end_session() {
  session=$(cat "$work/session.pid" 2>/dev/null) || return 0
  kill "$session" 2>/dev/null || return 0
  waited=0
  while kill -0 "$session" 2>/dev/null && [ $waited -lt 30 ]; do
    sleep 1
    waited=$((waited + 1))
  done
}

work=
staged=$app.new-$$
training=
clean_up() {
  trap - EXIT HUP INT TERM
  if [ -n "$training" ]; then
    kill "$training" 2>/dev/null || true
    end_session
  fi
  rm -rf "$staged" "$app.old-$$" "$launcher.new-$$"
  [ -z "$work" ] || rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

began_at=0
begin() {
  began_at=$(date +%s)
  printf '%s ... ' "$1"
}
end() {
  printf '%s\n' "${1:-done ($(($(date +%s) - began_at)) s)}"
}

work=$(mktemp -d "${TMPDIR:-/tmp}/linkspan-install.XXXXXX")

# --- a Java, and something to install

if [ -n "$from" ]; then
  find_java jre || provide_jdk
else
  provide_jdk
fi
export JAVA_HOME="$java_home"
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS || true

if [ -z "$from" ]; then
  cd "$root"
  choose_maven "$root"
  begin 'Building linkspan (the first time, this fetches its libraries)'
  build_log=$root/target/install.log
  mkdir -p "$root/target"
  if ! "$maven" -B -ntp -Pinstall package >"$build_log" 2>&1 </dev/null; then
    end failed
    tail -n 20 "$build_log" >&2
    fail "could not build linkspan" "The whole log is in $build_log"
  fi
  end
  from=$root/target/install
fi
[ -f "$from/linkspan.jar" ] && [ -d "$from/lib" ] ||
  fail "no linkspan.jar and lib in \"$from\"" "Build them: ./mvnw package"

# --- copying

# What goes below share: the file here, and where it goes.
shared() {
  echo linkspan.1 man/man1/linkspan.1
  echo linkspan.bash bash-completion/completions/linkspan
  echo _linkspan zsh/site-functions/_linkspan
}

begin "Installing into $prefix"
for folder in "$prefix" "$prefix/bin" "$prefix/lib" "$prefix/share" \
  "$prefix/share/man" "$prefix/share/man/man1" \
  "$prefix/share/bash-completion" "$prefix/share/bash-completion/completions" \
  "$prefix/share/zsh" "$prefix/share/zsh/site-functions"; do
  if [ ! -d "$folder" ]; then
    mkdir -p "$folder" || fail "could not make \"$folder\"" "Choose another place: ./install.sh --prefix DIR"
    # Deepest first, as they are to be removed.
    printf 'folder %s\n' "$folder" | cat - "$work/folders" >"$work/more" 2>/dev/null || true
    mv "$work/more" "$work/folders"
  fi
done
[ ! -f "$app/installed" ] || sed -n '/^folder /p' "$app/installed" >>"$work/folders"
if [ -e "$launcher" ] && ! is_our_launcher; then
  fail "\"$launcher\" is there already, and install.sh has not written it" "Remove it, or choose another place: ./install.sh --prefix DIR"
fi
rm -rf "$app".new-* "$app".old-* "$launcher".new-*
mkdir "$staged" "$staged/lib"
# With their times, which the archive of classes is checked against.
cp -p "$from/linkspan.jar" "$staged/"
cp -p "$from/lib/"*.jar "$staged/lib/"
{
  [ ! -f "$work/folders" ] || cat "$work/folders"
  for file in linkspan.jar start.jsa start.aot; do
    echo "file $file"
  done
  for file in "$staged/lib/"*.jar; do
    echo "file lib/${file##*/}"
  done
  shared | while read -r _ file; do
    echo "shared $file"
  done
} >"$staged/installed"
version=$("$java_home/bin/java" -jar "$staged/linkspan.jar" --version 2>"$work/smoke.log") || {
  end failed
  cat "$work/smoke.log" >&2
  fail "the linkspan that was built does not start"
}

# Between the old and the new folder there is no launcher, rather than one that does not work.
rm -f "$launcher"
[ ! -d "$app" ] || mv "$app" "$app.old-$$"
mv "$staged" "$app"
rm -rf "$app.old-$$"

quoted() {
  printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
}

release_value() {
  [ -r "$java_home/release" ] || return 0
  sed -n "s/^$1=\"\{0,1\}\([^\"]*\)\"\{0,1\}\$/\1/p" "$java_home/release" | head -n 1
}

identity=
runtime=$(release_value JAVA_RUNTIME_VERSION)
[ -z "$runtime" ] || identity="$(release_value IMPLEMENTOR) $runtime"
while IFS= read -r line; do
  case $line in
    app=@app@) printf 'app=%s\n' "$(quoted "$app")" ;;
    installed_home=@java_home@) printf 'installed_home=%s\n' "$(quoted "$java_home")" ;;
    installed_java=@java_identity@) printf 'installed_java=%s\n' "$(quoted "$identity")" ;;
    *) printf '%s\n' "$line" ;;
  esac
done <"$root/scripts/launcher.sh" >"$launcher.new-$$"
chmod 755 "$launcher.new-$$"
mv "$launcher.new-$$" "$launcher"
shared | while read -r file place; do
  cp "$root/scripts/share/$file" "$prefix/share/$place.new-$$"
  chmod 644 "$prefix/share/$place.new-$$"
  mv "$prefix/share/$place.new-$$" "$prefix/share/$place"
done
end

# --- the archive of loaded classes, which halves the time to the prompt

# Runs linkspan in the work folder alone: no sandbox, connection or history of the user is touched.
in_private() (
  unset LINKSPAN_JAVA_HOME
  export LINKSPAN_JAVA_OPTS="$1" LINKSPAN_SANDBOX="$work/sandbox" TERM=xterm-256color
  export XDG_STATE_HOME="$work/state" XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data"
  export PGPASSFILE="$work/none" PGSERVICEFILE="$work/none" PGSYSCONFDIR="$work"
  shift
  exec "$@"
)

# What a user types in a first session, after the story: completion, queries, a mistake.
typed() {
  printf 'schem\t\ndescribe us\t\nselect 1 as one;\nselect count(*) from users u where u.us\t is not null;\n'
  printf 'conections\nset\n\\dt\nplan copy arus\t -> users (username)\nhelp\nquit\n'
  waited=0
  while [ -d "$work" ] && [ ! -e "$work/trained" ] && [ $waited -lt 120 ]; do
    sleep 1
    waited=$((waited + 1))
  done
  # A session that waits for something nobody types is ended, so that the installation goes on.
  [ -e "$work/trained" ] || end_session
}

# Runs a first session with these options of Java, in a pseudo-terminal where there is a way to have one.
session() {
  rm -f "$work/trained"
  mkdir -p "$work/config/linkspan"
  printf '[results]\npager = %s\n' '"off"' >"$work/config/linkspan/config.toml"
  {
    echo "echo \$\$ >$(quoted "$work/session.pid")"
    echo "[ ! -t 0 ] || stty cols 120 rows 40"
    echo "exec $(quoted "$launcher") sandbox --story"
  } >"$work/session"
  if script --version 2>/dev/null | grep -q util-linux; then
    typed | {
      in_private "$1" script -qec "sh $(quoted "$work/session")" /dev/null && code=0 || code=$?
      echo $code >"$work/trained"
    }
    [ "$(cat "$work/trained")" = 0 ]
  else
    in_private "$1" sh "$work/session" </dev/null
  fi
}

# A first session or, where the sandbox cannot run, a look at the commands.
train() {
  session "$1" || in_private "$1" "$launcher" -c help </dev/null
}

java_with_archive() {
  "$java_home/bin/java" "$@" -jar "$app/linkspan.jar" --version
}

# Makes the archive; nothing is lost but time where this fails.
prepare_start() {
  read_java_major "$java_home"
  if [ "$java_major" -ge 25 ]; then
    train "-XX:AOTMode=record -XX:AOTConfiguration=$work/start.conf" &&
      java_with_archive -XX:AOTMode=create -XX:AOTConfiguration="$work/start.conf" -XX:AOTCache="$work/start.aot" &&
      mv "$work/start.aot" "$app/start.aot.new" && mv "$app/start.aot.new" "$app/start.aot"
  else
    train "-XX:DumpLoadedClassList=$work/session.classes" &&
      in_private "-XX:DumpLoadedClassList=$work/batch.classes" "$launcher" -c help --yes </dev/null &&
      sort -u "$work"/*.classes >"$work/start.classes" &&
      java_with_archive -Xshare:dump -XX:SharedClassListFile="$work/start.classes" -XX:SharedArchiveFile="$work/start.jsa" &&
      mv "$work/start.jsa" "$app/start.jsa.new" && mv "$app/start.jsa.new" "$app/start.jsa"
  fi
}

if $archive; then
  chmod 711 "$work" # The sandbox's servers run as another user where this one is root.
  begin 'Preparing a quick start'
  prepare_start >"$work/training.log" 2>&1 &
  training=$!
  if wait "$training"; then
    end
  else
    end 'left out; linkspan starts a little slower'
  fi
  training=
  [ -z "${LINKSPAN_INSTALL_LOG-}" ] || cp "$work/training.log" "$LINKSPAN_INSTALL_LOG"
fi

echo "Installed $version."
case ":$PATH:" in
  *":$prefix/bin:"*) start=linkspan ;;
  *)
    start=$launcher
    echo "$prefix/bin is not on PATH; to put it there: export PATH=\"$prefix/bin:\$PATH\""
    ;;
esac
echo "Start it: $start"
$sandbox || echo "Try it on two PostgreSQL servers of your own: $start sandbox --story"

if $sandbox; then
  clean_up
  if [ -t 0 ] && [ -t 1 ]; then
    exec "$launcher" sandbox --story
  fi
  exec "$launcher" sandbox --story </dev/null
fi
