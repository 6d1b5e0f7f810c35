"""The settings of newspaper's Article: none of them changes what newsclean finds."""

from __future__ import annotations

from newsclean.compat.support import Names, settings

NAMES = Names(
    {"options": None, "read_more_link": ""},
    # Settings of fetching, caching and word lists: newsclean does none of it, finds the language.
    harmless=frozenset(
        (
            "allow_binary_content", "browser_user_agent", "disable_category_cache", "fetch_images",
            "follow_meta_refresh", "headers", "honor_robots_txt", "http_success_only",
            "ignored_content_types_defaults", "keep_article_html", "language", "max_file_memo",
            "memoize_articles", "memorize_articles", "number_threads", "proxies", "request_timeout",
            "requests_params", "thread_timeout_seconds", "use_meta_language", "verbose",
        )
    ),
    ignored=frozenset(
        (
            "clean_article_html", "max_authors", "max_keywords", "max_summary", "max_summary_sent",
            "max_text", "max_title", "min_sent_count", "min_word_count", "top_image_settings",
        )
    ),
)  # fmt: skip


class Configuration:
    """Settings. Nearly all concern fetching; none changes a result.

    >>> config = Configuration()
    >>> config.request_timeout = 10
    """

    def __setattr__(self, name: str, value: object) -> None:
        settings("Configuration", {name: value}, NAMES)
        object.__setattr__(self, name, value)


Config = Configuration
