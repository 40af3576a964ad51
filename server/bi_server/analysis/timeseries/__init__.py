"""What several analyses of daily series share."""
