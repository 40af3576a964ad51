"""`python -m bi_client` is `bi`."""

import sys

from bi_client.terminal import main

sys.exit(main())
