def safe_url(url: str) -> str | None:
    return url if url.lower().startswith(("http://", "https://", "mailto:", "/", "#")) or ":" not in url else None
