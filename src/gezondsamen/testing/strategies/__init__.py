"""What hypothesis draws: parties, facts, cases, documents and processes. All shrink towards the plainest."""
