# Starts a server and stops it when standard input ends, however the process at the other end ended.
# Arguments: pg_ctl, data directory, log file, words that run a command as the server's user.
# Ctrl-C in the terminal goes to this process too, and is not meant for the server.
trap '' INT HUP TERM QUIT PIPE
pg_ctl=$1 data=$2 log=$3
shift 3

stop() {
  "$@" "$pg_ctl" stop -D "$data" -w -t 20 -m "$mode" </dev/null >/dev/null 2>&1
}

if ! "$@" "$pg_ctl" start -D "$data" -l "$log" -w -t 60 </dev/null 2>&1; then
  mode=immediate
  stop "$@"
  exit 1
fi
read -r started <"$data/postmaster.pid"
echo 'linkspan: started'

read -r end

# A later start may have taken the directory over.
running=
[ -f "$data/postmaster.pid" ] && read -r running <"$data/postmaster.pid"
[ "$running" = "$started" ] || exit 0
mode=fast
stop "$@" && exit 0
mode=immediate
stop "$@"
