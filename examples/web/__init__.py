"""A small web application on `gezondsamen.store`: pages in Dutch and English, a JSON API, calendars."""
