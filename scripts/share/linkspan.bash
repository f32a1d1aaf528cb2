# shellcheck shell=bash
# Completion of linkspan for bash. Written by install.sh, which also removes it.

# The saved connections' names; the program is not started for them.
_linkspan_connections() {
  local file=${XDG_CONFIG_HOME:-$HOME/.config}/linkspan/config.toml
  [ -r "$file" ] || return 0
  sed -n 's/^[[:space:]]*\[connections\.\(.*\)\][[:space:]]*\(#.*\)\{0,1\}$/\1/p' "$file" |
    sed 's/^["'\'']\(.*\)["'\'']$/\1/'
}

# Gives each line of the input that begins as the word does, quoted where no quote is open.
_linkspan_offer() {
  local word=$1 candidate quoted=true
  case $word in
    \'* | \"*) word=${word#?} quoted=false ;;
  esac
  word=${word//\\/}
  while IFS= read -r candidate; do
    case $candidate in
      "$word"*)
        if $quoted; then
          printf -v candidate '%q' "$candidate"
        fi
        COMPREPLY+=("$candidate")
        ;;
    esac
  done
}

_linkspan_routes() {
  local names source target
  names=$(_linkspan_connections)
  while IFS= read -r source; do
    while IFS= read -r target; do
      [ "$source" = "$target" ] || printf '%s -> %s\n' "$source" "$target"
    done <<<"$names"
  done <<<"$names"
}

_linkspan_files() {
  local file
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    COMPREPLY+=("$file")
  done < <(compgen -f -- "$1")
}

# Whether no word but options and what belongs to them stands before.
_linkspan_is_first() {
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -f | --file | --junit | --format | -r | --route | -c | --command | -v | --variable)
        i=$((i + 1))
        # Bash cuts words at "=": --format = json, and -v name = value.
        if [ "${COMP_WORDS[i]}" = = ]; then
          i=$((i + 1))
        fi
        if [ "${COMP_WORDS[i + 1]}" = = ]; then
          i=$((i + 2))
        fi
        ;;
      -*) ;;
      *) return 1 ;;
    esac
  done
  [ "$i" -eq "$COMP_CWORD" ]
}

_linkspan() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if [ "$current" = = ]; then
    current=
  elif [ "$before" = = ] && [ "$COMP_CWORD" -ge 2 ]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $before in
    --format)
      _linkspan_offer "$current" < <(printf '%s\n' table unaligned csv json markdown)
      return
      ;;
    -f | --file | --junit)
      _linkspan_files "$current"
      return
      ;;
    -r | --route)
      _linkspan_offer "$current" < <(_linkspan_routes)
      return
      ;;
    -c | --command | -v | --variable) return ;;
  esac
  case $current in
    -*)
      _linkspan_offer "$current" < <(
        printf '%s\n' -X --no-settings -r --route -c --command -f --file -v --variable \
          --format --junit --yes --echo --no-color --story --help --version
      )
      ;;
    *)
      if _linkspan_is_first; then
        _linkspan_offer "$current" < <(printf '%s\n' sandbox check)
      fi
      _linkspan_files "$current"
      ;;
  esac
}

complete -F _linkspan linkspan
