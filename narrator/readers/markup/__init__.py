"""From XML and HTML to chapters: what every format with markup shares."""
