"""Every charset of the web, in many languages, declared rightly, wrongly or not at all."""

import codecs
import functools
from collections.abc import Iterator
from typing import NamedTuple

import newsclean

FLOOR = 0.99
# Text of our own: enough of it to tell a charset by.
TEXTS = {
    "de": "Der Stadtrat hat am Dienstagabend für die neue Brücke über den Fluß gestimmt, sagte der Bürgermeister. Die Arbeiten beginnen nächstes Frühjahr und dürften zwei Jahre dauern; größere Umwege müßten die Anwohner nicht fürchten.",
    "fr": "Le conseil a voté mardi soir la construction du nouveau pont, a déclaré le maire à l’école. Les travaux débuteront l’été prochain et dureront près de deux années ; les élus espèrent que la fréquentation du marché n’en souffrira guère.",
    "es": "El concejo votó el martes por la noche a favor del nuevo puente sobre el río, señaló la alcaldesa. Las obras empezarán en otoño y durarán más de un año; según los vecinos, el tráfico será todavía más difícil mañana.",
    "cs": "Zastupitelé v úterý večer schválili stavbu nového mostu přes řeku, řekl starosta. Práce začnou příští rok na jaře a potrvají dvě léta; řidiči musejí počítat s objížďkou, která povede kolem školy a nádraží.",
    "pl": "Radni we wtorek wieczorem zagłosowali za budową nowego mostu przez rzekę, powiedział burmistrz. Prace rozpoczną się w przyszłym roku i potrwają dwa lata; kierowcy muszą liczyć się z objazdem, który będzie prowadził obok szkoły.",
    "tr": "Belediye meclisi salı akşamı nehrin üzerine yapılacak yeni köprü için oy kullandı, dedi başkan. Çalışmalar gelecek yıl başlayacak ve iki yıl sürecek; sürücülerin okulun yanından geçen yolu kullanması gerekiyor, ışıklar değişecek.",
    "ru": "Городской совет во вторник вечером проголосовал за строительство нового моста через реку, сообщил мэр. Работы начнутся весной следующего года и продлятся два года; водителям придётся пользоваться объездом возле школы.",
    "uk": "Міська рада у вівторок увечері проголосувала за будівництво нового мосту через річку, повідомив мер. Роботи розпочнуться навесні наступного року й триватимуть два роки; водіям доведеться їхати об’їздом біля школи.",
    "el": "Το δημοτικό συμβούλιο ψήφισε την Τρίτη το βράδυ υπέρ της νέας γέφυρας πάνω από το ποτάμι, δήλωσε ο δήμαρχος. Τα έργα θα αρχίσουν την άνοιξη και θα διαρκέσουν δύο χρόνια· οι οδηγοί θα περνούν δίπλα από το σχολείο.",
    "he": "מועצת העיר הצביעה ביום שלישי בערב בעד הקמת גשר חדש מעל הנהר, אמר ראש העיר. העבודות יתחילו באביב ויימשכו שנתיים; הנהגים ייאלצו לנסוע בדרך העוקפת ליד בית הספר, והתושבים מקווים לשקט.",
    "ar": "صوت مجلس المدينة مساء الثلاثاء لصالح بناء جسر جديد فوق النهر، كما قال رئيس البلدية. ستبدأ الأعمال في الربيع المقبل وتستمر سنتين، وسيضطر السائقون إلى استخدام الطريق القريب من المدرسة طوال هذه المدة.",
    "th": "สภาเมืองลงมติเมื่อเย็นวันอังคารให้สร้างสะพานใหม่ข้ามแม่น้ำ นายกเทศมนตรีกล่าว งานจะเริ่มในฤดูใบไม้ผลิปีหน้าและใช้เวลาสองปี ผู้ขับขี่ต้องใช้ทางอ้อมข้างโรงเรียน",
    "lt": "Miesto taryba antradienio vakarą balsavo už naują tiltą per upę, pranešė meras. Darbai prasidės kitą pavasarį ir truks dvejus metus; vairuotojai turės važiuoti aplinkkeliu šalia mokyklos, žmonės tikisi ramybės.",
    "zh": "市议会周二晚间投票通过在河上修建新桥的方案，市长表示。工程将于明年春天开工，预计持续两年；司机需要绕行学校旁边的道路，居民希望施工期间保持安静，商店照常营业。",
    "zh-hant": "市議會週二晚間投票通過在河上興建新橋的方案，市長表示。工程將於明年春天開工，預計持續兩年；司機需要繞行學校旁邊的道路，居民希望施工期間保持安靜，商店照常營業。",
    "ja": "市議会は火曜日の夜、川に新しい橋を架ける計画を可決したと市長が語った。工事は来年の春に始まり、二年間続く見込みである。運転手は学校のそばの道を通ることになり、住民は静かな環境を望んでいる。",
    "ko": "시의회는 화요일 저녁 강 위에 새 다리를 짓는 계획을 가결했다고 시장이 말했다. 공사는 내년 봄에 시작되어 이 년 동안 계속될 예정이며, 운전자들은 학교 옆 길로 돌아가야 하고 주민들은 조용하기를 바란다.",
}
WESTERN = ("de", "fr", "es")
# Labels of each charset of the web, and the languages written in it.
CHARSETS = {
    "utf-8": tuple(TEXTS),
    "windows-1252": WESTERN,
    "iso-8859-1": WESTERN,
    "iso-8859-15": WESTERN,
    "macintosh": WESTERN,
    "windows-1250": ("cs", "pl", "de"),
    "iso-8859-2": ("cs", "pl", "de"),
    "iso-8859-16": ("pl",),
    "windows-1254": ("tr", "de"),
    "iso-8859-9": ("tr", "fr"),
    "iso-8859-3": ("tr",),
    "iso-8859-10": ("de",),
    "iso-8859-14": ("fr",),
    "windows-1257": ("lt",),
    "iso-8859-13": ("lt",),
    "iso-8859-4": ("lt",),
    "windows-1251": ("ru", "uk"),
    "koi8-r": ("ru",),
    "koi8-u": ("ru", "uk"),
    "iso-8859-5": ("ru",),
    "ibm866": ("ru",),
    "x-mac-cyrillic": ("ru",),
    "windows-1253": ("el",),
    "iso-8859-7": ("el",),
    "windows-1255": ("he",),
    "iso-8859-8": ("he",),
    "windows-1256": ("ar",),
    "iso-8859-6": ("ar",),
    "windows-874": ("th",),
    "windows-1258": ("fr",),
    "gb2312": ("zh",),
    "gbk": ("zh", "zh-hant"),
    "gb18030": ("zh", "zh-hant", "ja"),
    "big5": ("zh-hant",),
    "euc-jp": ("ja",),
    "shift_jis": ("ja",),
    "iso-2022-jp": ("ja",),
    "euc-kr": ("ko",),
    "utf-16le": ("de", "ru", "zh", "ko", "ar"),
    "utf-16be": ("de", "ru", "zh", "ja", "el"),
}
PYTHON = {
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "windows-874": "cp874",
    "ibm866": "cp866",
    "gb2312": "gbk",
}
# Charsets that no machine can tell from a likelier one without being told: letters at the same
# places, or all bytes letters.
ALIKE = frozenset(
    (
        "iso-8859-3",
        "iso-8859-10",
        "iso-8859-14",
        "iso-8859-16",
        "iso-8859-4",
        "iso-8859-13",
        "windows-1258",
        "macintosh",
        "iso-8859-9",
        "iso-8859-15",
    )
)


class Case(NamedTuple):
    """A page in bytes and how it was made."""

    charset: str
    language: str
    how: str
    data: bytes
    header: str | None


def page(language: str, declared: str) -> str:
    meta = f'<meta charset="{declared}">' if declared else ""
    return (
        f"<html><head>{meta}<title>News</title></head><body><article>"
        f"<p>{TEXTS[language]}</p><p>{TEXTS[language]}</p></article></body></html>"
    )


def cases() -> Iterator[Case]:
    for label, languages in CHARSETS.items():
        codec = codecs.lookup(PYTHON.get(label, label)).name
        wide = label.startswith("utf-16")
        for language in languages:
            try:
                make = functools.partial(str.encode, encoding=codec)
                plain = make(page(language, ""))
            except UnicodeEncodeError:
                plain = page(language, "").encode(codec, "xmlcharrefreplace")
                make = functools.partial(str.encode, encoding=codec, errors="xmlcharrefreplace")
            right = make(page(language, label))
            yield Case(label, language, "meta", right, None)
            yield Case(label, language, "http", plain, f"text/html; charset={label.upper()}")
            yield Case(label, language, "http and meta", right, f'text/html;charset="{label}"')
            yield Case(
                label,
                language,
                "unknown name",
                make(page(language, "utf-7")),
                f"text/html; charset={label}",
            )
            if label == "utf-8" or wide:
                yield Case(label, language, "no declaration", plain, None)
                yield Case(label, language, "wrong meta", make(page(language, "gbk")), None)
                yield Case(label, language, "wrong http", plain, "text/html; charset=iso-8859-1")
                bom = {
                    "utf-8": codecs.BOM_UTF8,
                    "utf-16le": codecs.BOM_UTF16_LE,
                    "utf-16be": codecs.BOM_UTF16_BE,
                }[label]
                yield Case(label, language, "bom", bom + plain, None)
                yield Case(
                    label, language, "bom, wrong http", bom + plain, "text/html; charset=gbk"
                )
            elif label not in ALIKE:
                yield Case(label, language, "no declaration", plain, None)
                yield Case(label, language, "wrongly utf-8", make(page(language, "utf-8")), None)
                yield Case(
                    label, language, "wrongly utf-8 by http", plain, "text/html; charset=utf-8"
                )


def is_right(case: Case) -> bool:
    """Tell whether the text of a page comes out as it was written."""
    article = newsclean.parse(case.data, content_type=case.header)
    found = "\n".join((article.text, *(removal.text for removal in article.removed)))
    return TEXTS[case.language] in found


def test_text_is_right_in_every_charset() -> None:
    every = list(cases())
    wrong = [(case.charset, case.language, case.how) for case in every if not is_right(case)]
    assert len(every) >= 300
    assert len(wrong) <= (1 - FLOOR) * len(every), (len(every), len(wrong), wrong)
