from newsclean.budget import Budget
from newsclean.dom.page import Page
from newsclean.segment.blocks import Segments

def split(page: Page, budget: Budget | None = None) -> Segments: ...
