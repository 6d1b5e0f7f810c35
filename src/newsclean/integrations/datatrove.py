"""datatrove: an extractor that fills the metadata, and a reader that leaves pages as bytes.

docs/pipelines.md has a recipe.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsclean.entry import parse
from newsclean.integrations import needs
from newsclean.model import Article, Options, Status

with needs("datatrove"):
    from datatrove.pipeline.extractors.base import BaseExtractor, ExtractorSandbox
    from datatrove.pipeline.readers.base import BaseDiskReader
    from datatrove.utils.logging import logger
    from datatrove.utils.typeshelper import StatHints
from newsclean.integrations.warc import read_pages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from datatrove.data import Document, DocumentsPipeline

    from newsclean.integrations.warc import BrokenWarc

ARTICLES: Final = frozenset({Status.OK, Status.PARTIAL})
BODY: Final = frozenset({"text", "paragraphs", "blocks", "removed", "evidence"})


class NewscleanExtractor(BaseExtractor):
    """Puts an article's text in the place of the page, and its fields into the metadata.

    The page is `Document.text`, as text or as bytes; ``metadata["url"]`` and
    ``metadata["content_type"]`` are used where they are. ``metadata["article"]`` gets the record of
    docs/schema.md without the body, so that it hides nothing of the reader's (``date`` there is
    often the day of the crawl). Each status is counted (``status_ok``); pages that time out are
    counted as ``timeout``, and as ``broken_process`` if their process died.

    Args:
        timeout: seconds for one page, after which its process is ended and the page left out; at
            four fifths of it `parse` stops by itself with what it has.
        keep: pages of another status, and those without text, are left out; None keeps all that
            have text.
        options: what `newsclean.parse` takes.
    """

    name = "📰 newsclean"

    def __init__(
        self,
        timeout: float = 20.0,
        keep: Collection[Status] | None = ARTICLES,
        options: Options | None = None,
    ) -> None:
        super().__init__(timeout)
        options = options or Options()
        seconds = timeout * 0.8
        if options.max_seconds is not None:
            seconds = min(seconds, options.max_seconds)
        self.options = replace(options, max_seconds=seconds)
        self.keep = keep

    def extract(self, text: str | bytes) -> str:
        """Return the text of the article on a page."""
        return parse(text, options=self.options).text

    def read(
        self, page: str | bytes, url: str | None = None, content_type: str | None = None
    ) -> Article:
        """Return the article on a page; it runs in the process that is ended on time-out."""
        return parse(page, url, content_type, self.options)

    def run(
        self,
        data: DocumentsPipeline,
        rank: int = 0,  # noqa: ARG002 - the contract
        world_size: int = 1,  # noqa: ARG002 - the contract
    ) -> Iterator[Document]:
        """Yield the documents of articles, each page read in a process beside this one."""
        with ExtractorSandbox(timeout=self.timeout, warmup_text="") as sandbox:
            for document in data:
                self.stat_update(StatHints.total)
                with self.track_time():
                    article = self._try(sandbox, document)
                if article is not None and self._is_kept(article):
                    document.text = article.text
                    document.metadata["article"] = _fields(article)
                    self.stat_update(StatHints.forwarded)
                    self.update_doc_stats(document)
                    yield document
                else:
                    self.stat_update(StatHints.dropped)

    def _try(self, sandbox: ExtractorSandbox, document: Document) -> Article | None:
        """Return the article of a document; None if reading it took too long or too much."""
        metadata = document.metadata
        page = (document.text, metadata.get("url"), metadata.get("content_type"))
        try:
            article: Article = sandbox.process_document(page, self.read)
        except TimeoutError:
            self.stat_update("timeout")
            logger.warning(f"{document.id}: not read within {self.timeout} s, left out")
            return None
        except EOFError:
            self.stat_update("broken_process")
            logger.warning(f"{document.id}: its process died, left out")
            return None
        self.stat_update(f"status_{article.status.value}")
        return article

    def _is_kept(self, article: Article) -> bool:
        """Tell whether an article goes on."""
        return bool(article.text) and (self.keep is None or article.status in self.keep)


class BytesWarcReader(BaseDiskReader):
    """Reads the pages of WARC files, and leaves their bytes as they are for the extractor.

    `Document.text` holds bytes; a step that wants text has to come after the extractor. The
    metadata has ``url`` and ``content_type``. What counts as a page docs/batch.md says. Damages are
    logged and counted as ``broken_record``; reading goes on after them.

    Args:
        data_folder: where the files are.
        settings: what `BaseDiskReader` takes, such as ``glob_pattern`` or ``limit``.
    """

    name = "🕷 WARC, as bytes"

    def __init__(self, data_folder: Any, **settings: Any) -> None:
        super().__init__(data_folder, **settings)

    def read_file(self, filepath: str) -> Iterator[Document]:
        """Yield the pages of one file."""
        with self.data_folder.open(filepath, "rb") as file:
            for number, page in enumerate(read_pages(file, self._broken), 1):
                named = {"text": page.pop("html"), "id": page.pop("record_id"), **page}
                document = self.get_document_from_dict(named, filepath, number)
                if document is not None:
                    yield document

    def _broken(self, error: BrokenWarc) -> None:
        """Count a damage and name it."""
        self.stat_update("broken_record")
        logger.error(str(error))


def _fields(article: Article) -> dict[str, Any]:
    """Return the record of an article without its body."""
    return {name: value for name, value in article.to_dict().items() if name not in BODY}
