# Completion of newsclean for bash; made by `newsclean completion bash`.

_newsclean_files() {
    local IFS=$$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=($$(compgen -f -- "$$cur"))
}

_newsclean() {
    local cur=$${COMP_WORDS[COMP_CWORD]} prev=$${COMP_WORDS[COMP_CWORD-1]}
    local commands='$commands' command= options= words=
    COMPREPLY=()
    if (( COMP_CWORD > 1 )) && [[ " $$commands " == *" $${COMP_WORDS[1]} "* ]]; then
        command=$${COMP_WORDS[1]}
    fi
    case $$command:$$prev in
$values
    esac
    case $$command in
$words
    esac
    if [[ $$cur == -* ]]; then
        COMPREPLY=($$(compgen -W "$$options" -- "$$cur"))
    elif [[ -n $$words ]]; then
        COMPREPLY=($$(compgen -W "$$words" -- "$$cur"))
    else
        _newsclean_files
        if (( COMP_CWORD == 1 )); then
            COMPREPLY+=($$(compgen -W "$$commands" -- "$$cur"))
        fi
    fi
}

complete -F _newsclean newsclean
