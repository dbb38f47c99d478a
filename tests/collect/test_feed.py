import io

import pytest

from tocsin.collect import Draft, Follow, Limits, Source
from tocsin.collect._feed import FeedFormat
from tocsin.collect._format import Item, Unusable

TEXT = "Two soldiers died on Sunday when their lorry struck a mine near the border, the army said."
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Desert Outlet</title><language>en</language>
<item><title>Mine kills two</title><link>https://outlet.example/a</link><pubDate>Thu, 12 Jun 2014 08:00:00 GMT</pubDate>
<description>Summary.</description><content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded></item>
<item><title>Talks end</title><link>https://outlet.example/b</link><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item>
<item><title></title><description></description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Desert Outlet</title><entry><title>Mine</title>
<author><name>A. Writer</name></author><link href="https://outlet.example/a"/><published>2014-06-12T08:00:00Z</published>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def read(content: str) -> list[Item]:
    return list(FeedFormat().drafts(Source(home="a.rss", stream=io.BytesIO(content.encode())), Limits()))


def test_an_entry_with_its_whole_text_is_a_report() -> None:
    draft = read(RSS)[0]
    assert isinstance(draft, Draft)
    assert (draft.title, draft.publisher, draft.published) == ("Mine kills two", "Desert Outlet", "2014-06-12")
    assert (draft.text, draft.uri, draft.language) == (TEXT, "https://outlet.example/a", "en")


def test_an_entry_with_a_summary_points_to_its_page() -> None:
    follow = read(RSS)[1]
    assert isinstance(follow, Follow)
    assert (follow.uri, follow.draft.text, follow.draft.title) == ("https://outlet.example/b", TEXT, "Talks end")


def test_an_entry_without_text_is_an_issue() -> None:
    assert [type(item).__name__ for item in read(RSS)] == ["Draft", "Follow", "Issue"]


def test_an_atom_feed_is_read() -> None:
    [draft] = read(ATOM)
    assert isinstance(draft, Draft)
    assert (draft.byline, draft.published, draft.text) == ("A. Writer", "2014-06-12", TEXT)


@pytest.mark.parametrize("content", ["", "<x/>", "<rss><channel></channel></rss>", "no feed"])
def test_what_has_no_entries_is_unusable(content: str) -> None:
    with pytest.raises(Unusable, match="feed"):
        read(content)
