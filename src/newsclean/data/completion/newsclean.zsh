#compdef newsclean
# Completion of newsclean for zsh; made by `newsclean completion zsh`.

_newsclean() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands
  commands=(
$commands
  )
  local name=$${words[2]}
  if (( CURRENT > 2 && $${+commands[(r)$$name:*]} )); then
    shift words
    (( CURRENT-- ))
  else
    name=
  fi
  case $$name in
$cases
    *)
      _arguments \
        $options \
        '1:page or command:->first' '*:file:_files'
      if [[ $$state == first ]]; then
        _alternative 'commands:command:{_describe command commands}' 'files:page:_files'
      fi ;;
  esac
}

if [[ $$funcstack[1] == _newsclean ]]; then
  _newsclean "$$@"
else
  compdef _newsclean newsclean
fi
