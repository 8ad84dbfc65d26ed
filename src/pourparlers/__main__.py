"""`python -m pourparlers` is `pourparlers`."""

from pourparlers.cli import main

if __name__ == "__main__":
    main()
