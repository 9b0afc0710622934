"""A document in Chinese, read into notes."""

from collections.abc import Sequence
from itertools import groupby

from kualik.engine.extracting.chinese.custody import read_custody
from kualik.engine.extracting.chinese.figures import read_figures
from kualik.engine.extracting.chinese.happenings import read_happenings
from kualik.engine.extracting.chinese.layout import Sentence
from kualik.engine.extracting.chinese.merging import merge_described
from kualik.engine.extracting.chinese.narrator import answers, asks, find_narrator
from kualik.engine.extracting.chinese.sayings import read_sayings
from kualik.engine.extracting.chinese.story import Story, begin
from kualik.engine.extracting.notes import Notes
from kualik.engine.extracting.telling import told_by_one
from kualik.engine.facts.claims import Document

__all__ = ["read_chinese"]


def read_chinese(document: Document) -> Notes:
    """Read a document in Chinese, in simplified or traditional characters.

    Args:
        document: the document.

    Returns:
        What was noted; every span is a stretch of the document's text.
    """
    story = begin(document)
    story.narrator = story.notes.narrator = find_narrator(story) if told_by_one(document) else None
    for _, group in groupby(story.sentences, key=lambda sentence: sentence.paragraph):
        _read_paragraph(story, list(group))
    for sentence in story.sentences:
        read_custody(story, sentence)
        if not sentence.heading:
            read_happenings(story, sentence)
            read_figures(story, sentence)
    merge_described(story)
    return story.notes


def _read_paragraph(story: Story, paragraph: Sequence[Sentence]) -> None:
    """Read who is spoken of and who speaks in one paragraph."""
    if paragraph[0].heading:
        return
    story.called = None
    answered = answers(story, paragraph)
    story.me = None if asks(paragraph) else story.narrator if answered is None else answered
    story.speaker = story.speaker if answered is None else answered
    for sentence in paragraph:
        story.note_topic(sentence.start)
        read_sayings(story, sentence)
