# Completion of newsclean for fish; made by `newsclean completion fish`.

function __newsclean_first
    test (count (commandline -opc)) -eq 1
end

# Whether the first word is one of the commands, or the one that is named.
function __newsclean_in
    set -l words (commandline -opc)
    set -l names $commands
    test -n "$$argv"; and set names $$argv
    contains -- "$$words[2]" $$names
end

$lines
