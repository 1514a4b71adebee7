"""Web pages and the HTML of messages: what their reader saw, and what the markup holds beside."""
