"""Finding words and addresses in what people write."""
