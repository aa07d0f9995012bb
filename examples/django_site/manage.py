"""Django's own command line, for this site: `python manage.py demo` starts it with the examples loaded."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cases.settings")
    execute_from_command_line(sys.argv)
