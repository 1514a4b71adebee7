"""Messages, mailboxes, calendars and address cards: what people saw on pages, the rest told."""
