"""Settings: an SQLite file, Dutch and English, the time of Amsterdam; as they are, for one machine alone."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

SECRET_KEY = os.environ.get("SECRET_KEY") or get_random_secret_key()
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
ROOT_URLCONF = "cases.urls"
CONTRIB = ("admin", "auth", "contenttypes", "messages", "sessions", "staticfiles")
INSTALLED_APPS = ["cases", *(f"django.contrib.{name}" for name in CONTRIB)]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
CONTEXT = ("template.context_processors.request", "contrib.auth.context_processors.auth")
PROCESSORS = [f"django.{name}" for name in (*CONTEXT, "contrib.messages.context_processors.messages")]
ENGINE, SHOWN = "django.template.backends.django.DjangoTemplates", {"context_processors": PROCESSORS}
TEMPLATES = [{"BACKEND": ENGINE, "APP_DIRS": True, "OPTIONS": {**SHOWN, "builtins": ["cases.words"]}}]
FILE = os.environ.get("DATABASE") or Path(__file__).parents[1] / "cases.sqlite3"
# Whoever writes takes the lock of SQLite at once, and what is committed is on the disk.
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
OPTIONS = {"transaction_mode": "IMMEDIATE", "timeout": 30, "init_command": PRAGMAS}
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": FILE, "OPTIONS": OPTIONS}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
STATIC_URL = "static/"
