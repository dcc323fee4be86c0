"""One settings file. Defaults start a working demo on SQLite; every variable begins with NASTAVNIK_."""

import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.FileAwareEnv()

PACKAGE_DIR = Path(__file__).resolve().parent.parent
PROJECT_DIR = PACKAGE_DIR.parent.parent
DATA_DIR = Path(env("NASTAVNIK_DATA_DIR", default=str(PROJECT_DIR / "var"))).resolve()

DEBUG = env.bool("NASTAVNIK_DEBUG", default=False)
# In demo mode the sign-in page offers every role by one click; never true where real people are.
DEMO = env.bool("NASTAVNIK_DEMO", default=False)
# Served over HTTPS behind a reverse proxy: cookies become Secure and HSTS is sent.
HTTPS = env.bool("NASTAVNIK_HTTPS", default=False)


def _secret_key() -> str:
    """The key from the environment, or one made for this installation and kept beside its data."""
    given = env("NASTAVNIK_SECRET_KEY", default="")
    if given:
        if len(given) < 50:
            raise ImproperlyConfigured("NASTAVNIK_SECRET_KEY is shorter than 50 characters")
        return given
    kept = DATA_DIR / "secret_key"
    if not kept.exists():
        DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64))
    return kept.read_text().strip()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = env.list("NASTAVNIK_ALLOWED_HOSTS", default=["*"] if not HTTPS else [])
CSRF_TRUSTED_ORIGINS = env.list("NASTAVNIK_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "nastavnik.web.shell",
    "nastavnik.core",
    "nastavnik.domain.organisations",
    "nastavnik.domain.people",
    "nastavnik.domain.files",
    "nastavnik.domain.notifications",
    "nastavnik.domain.consents",
    "nastavnik.domain.questionnaires",
    "nastavnik.domain.programmes",
    "nastavnik.domain.library",
    "nastavnik.domain.events",
    "nastavnik.domain.intake",
    "nastavnik.domain.mentorships",
    "nastavnik.domain.scheduling",
    "nastavnik.domain.conversations",
    "nastavnik.domain.plans",
    "nastavnik.domain.achievements",
    "nastavnik.domain.support",
    "nastavnik.domain.matching",
    "nastavnik.domain.exchange",
    "nastavnik.domain.monitoring",
    "nastavnik.domain.documents",
    "nastavnik.domain.operations",
    "nastavnik.domain.privacy",
    "nastavnik.domain.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "django_cotton",
    "widget_tweaks",
    "huey.contrib.djhuey",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "nastavnik.access.headers.SecurityHeaders",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "nastavnik.access.current.CurrentOrganisation",
    "nastavnik.access.refusals.Refusals",
    "nastavnik.access.once.OnceOnly",
]

ROOT_URLCONF = "nastavnik.config.urls"
WSGI_APPLICATION = "nastavnik.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE_DIR / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.i18n",
                "nastavnik.web.shell.templatetags.frame",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nastavnik.web.shell.context.frame",
            ],
        },
    }
]
COTTON_DIR = "components"
COTTON_BASE_DIR = PACKAGE_DIR / "web" / "templates"
COTTON_ISOLATE_BY_DEFAULT = True  # a component knows its own attributes, never the page's variables
FORM_RENDERER = "nastavnik.web.shell.forms.Renderer"

# --- data -----------------------------------------------------------------------------------------------------------
# PostgreSQL by one variable: NASTAVNIK_DATABASE_URL=postgres://user:password@host/name
DATABASE_URL = env("NASTAVNIK_DATABASE_URL", default="")
if DATABASE_URL:
    DATABASES = {"default": env.db_url_config(DATABASE_URL)}
    DATABASES["default"]["CONN_MAX_AGE"] = 60
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "nastavnik.sqlite3",
            "OPTIONS": {
                # Measured: DEFERRED answers "database is locked" under load, IMMEDIATE does not; a timeout of 5 s is
                # too near the worst wait (4.7 s); WAL with NORMAL loses acknowledged writes at a power cut.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                    "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=67108864;"
                    "PRAGMA secure_delete=ON;"  # what was erased is overwritten, not only forgotten
                ),
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"

MEDIA_ROOT = DATA_DIR / "files"
BACKUP_DIR = Path(env("NASTAVNIK_BACKUP_DIR", default=str(DATA_DIR / "backups")))
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
UPLOAD_LIMIT = 20 * 1024 * 1024

HUEY = {
    "huey_class": "huey.SqliteHuey",
    "name": "nastavnik",
    "filename": str(DATA_DIR / "queue.sqlite3"),
    "immediate": env.bool("NASTAVNIK_JOBS_IMMEDIATE", default=False),
    "results": False,
    "consumer": {"workers": 1, "worker_type": "thread", "initial_delay": 0.1, "max_delay": 0.5},
}

# --- language, time, texts ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский")]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# --- static ---------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE_DIR / "web" / "static"]
STATIC_ROOT = Path(env("NASTAVNIK_STATIC_DIR", default=str(DATA_DIR / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- signing in -----------------------------------------------------------------------------------------------------
LOGIN_URL = "shell:sign_in"
LOGIN_REDIRECT_URL = "desk:today"
PASSWORD_HASHERS = [
    "nastavnik.domain.people.passwords.SchoolArgon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "nastavnik.web.shell.views.form_expired"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- headers --------------------------------------------------------------------------------------------------------
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# --- mail -----------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = env("NASTAVNIK_MAIL_HOST", default="")
EMAIL_PORT = env.int("NASTAVNIK_MAIL_PORT", default=25)
EMAIL_HOST_USER = env("NASTAVNIK_MAIL_USER", default="")
EMAIL_HOST_PASSWORD = env("NASTAVNIK_MAIL_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("NASTAVNIK_MAIL_TLS", default=False)
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env("NASTAVNIK_MAIL_FROM", default="nastavnik@localhost")
# The address that stands in letters and QR codes; empty: links in letters are left out, the page's own host is used.
PUBLIC_URL = env("NASTAVNIK_PUBLIC_URL", default="")

LOGGING_CONFIG = "nastavnik.config.logs.configure"
LOGGING = {"version": 1}  # an empty one would leave Django's own in place, and ours unasked
