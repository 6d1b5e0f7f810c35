"""An article in the manner of a local paper, for all three interfaces."""

URL = "https://news.example/2024/05/mill"
PAGE = """<html lang="en"><head><title>Old mill to be repaired - Valley Courier</title>
<meta property="og:title" content="Old mill to be repaired">
<meta property="og:site_name" content="Valley Courier">
<meta property="og:image" content="https://news.example/mill.jpg">
<meta name="description" content="The council will repair the mill.">
<meta name="keywords" content="mill, council">
<meta property="article:published_time" content="2024-05-05T08:30:00+02:00">
</head><body><nav><a href="/">Home</a></nav><article><h1>Old mill to be repaired</h1>
<p class="byline">By Ada Brook and Ben Hill</p>
<p>The council met on Monday, and after a <a href="/long">long debate</a> it agreed to repair the
<b>mill</b>, he said.</p>
<h2>The plan</h2><ul><li>A new wheel, made of oak from the forest</li><li>A new roof</li></ul>
<table><tr><th>Part</th><th>Cost</th></tr><tr><td>Wheel</td><td>100</td></tr></table>
<figure><img src="/mill.jpg" alt="The mill"><figcaption>The mill in May</figcaption></figure>
<p>Work is to begin in autumn, once the herons have left, and to end two years later, the mayor told
the newspaper on Tuesday.</p></article>
<div class="comments"><h3>Comments</h3><p>What a fine mill it is, I would like to see it turn.</p></div>
</body></html>"""
