"""bi: the analytics backend of a business dashboard."""

import os

__version__ = "1.0.0"

# Our matrices are small: the threads of a linear algebra library only fight over the cores with the workers that
# call it (an answer of 0.1 s took 30 s on a busy machine). Read by numpy and scipy when they are first imported.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")
