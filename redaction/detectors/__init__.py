"""One detector a file; each looks for one thing and says why it proposes what it does."""
