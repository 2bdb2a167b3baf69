"""``python -m site_gen``: the same as ``site-gen``, for a checkout that is not installed."""

from site_gen.cli import main

if __name__ == "__main__":
    main()
