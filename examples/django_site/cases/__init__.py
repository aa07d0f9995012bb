"""A site that keeps collaborations in Django: models, a store, forms and an admin; settings included."""
