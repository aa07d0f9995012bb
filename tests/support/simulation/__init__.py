"""What tests of simulation build with: models, engines side by side, refusals."""
