"""What the tests ask the browser to measure."""

# Boxes of elements that stand side by side or below each other, in CSS pixels.
BOXES = """
(() => [...document.querySelectorAll('%s')].filter(e => e.checkVisibility()).map(e => {
    const b = e.getBoundingClientRect();
    return [b.left, b.top + scrollY, b.right, b.bottom + scrollY];
}))()
"""
# For each element with text of its own: its name and the contrast of its text with what is behind
# it, by WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
CONTRAST = """
(() => {
    const pixel = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
    const rgba = css => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = css;
        pixel.fillRect(0, 0, 1, 1);
        return [...pixel.getImageData(0, 0, 1, 1).data];
    };
    const behind = e => {
        for (; e; e = e.parentElement) {
            const found = rgba(getComputedStyle(e).backgroundColor);
            if (found[3] === 255) return found;
        }
        return rgba('canvas');
    };
    const light = c => c.slice(0, 3).map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const out = [];
    for (const e of document.querySelectorAll('body *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!own || !e.checkVisibility()) continue;
        const [a, b] = [light(rgba(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
        out.push([e.tagName + '.' + e.className, (a + 0.05) / (b + 0.05)]);
    }
    return out;
})()
"""
