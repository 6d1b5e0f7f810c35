"""The calls of other extractors, answered by newsclean: a change of import is enough.

`newsclean.compat.trafilatura`, `newsclean.compat.newspaper` and `newsclean.compat.readability`
have the names, parameters and return types of the common calls of those packages, none of which
needs to be installed. docs/switching.md lists what is the same and what differs.

Nothing here goes to the network. A parameter that has no counterpart is named in a `CompatWarning`
and ignored; one that would change the text, or is not known, raises `UnsupportedArgument`.
"""

from newsclean.compat.support import CompatWarning, NeedsNetwork, UnsupportedArgument

__all__ = ["CompatWarning", "NeedsNetwork", "UnsupportedArgument"]
