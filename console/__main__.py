"""`python -m console`: the same as the `muniment` command."""

import sys

from console.main import main

if __name__ == "__main__":
    sys.exit(main())
