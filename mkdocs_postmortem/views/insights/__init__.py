"""What the incidents of a library have in common, one part of the page per module."""
