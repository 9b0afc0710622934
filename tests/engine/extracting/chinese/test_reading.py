"""The whole reader."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kualik.engine.extracting.chinese import RULES
from tests.engine.extracting.chinese.reports import found, notes, said

REPORT = (
    "亲属称教师被判刑\n教师马玉山去年8月被带走。他的女儿马晓萍告诉本台，父亲被判处有期徒刑十二年，关押在乌苏监狱。"
    "疏附县公安局一名警员否认此事。外交部未回应查询。“没有人通知我们，”她说，“两百多名教师失踪。”"
)
# Reports in the manner of courts, agencies, letters, interviews, bulletins; the people are fictional.
VERDICT = (
    "南岭市中级人民法院\n"
    "刑事判决书\n"
    "（2021）南刑初字第47号\n\n"
    "被告人马建国，男，1968年4月5日出生，回族，农民。"
    "因涉嫌寻衅滋事罪于2020年6月3日被刑事拘留，现羁押于南岭市第二看守所。\n"
    "辩护人王志诚，宁夏正义律师事务所律师。\n"
    "判决如下：\n"
    "一、被告人马建国犯寻衅滋事罪，判处有期徒刑四年六个月。\n"
    "二、扣押的手机一部予以没收。\n"
    "审判长 李卫东\n"
    "书记员 赵倩\n"
)
FAMILY = (
    "伊犁州居民热依木·吐尔地一家四口近日分别被判处8年至15年不等的有期徒刑。\n\n"
    "据一名知情人透露，现年61岁的热依木原是中学教师，2019年3月被国保带走，此后一直没有消息。"
    "他的长子买买提·热依木在霍尔果斯经商，被判15年；次子艾力8年；"
    "女婿阿不来提·萨吾提12年。\n"
)
DAUGHTER = (
    "朋友们好，我是王晓梅的女儿，我妈妈今年62岁。"
    "2021年10月12日早上，国保大队长刘建军带着七八个警察到我家，把我妈妈绑架走了，同时被抓的还有她的朋友孙桂兰阿姨。"
    "当天下午孙阿姨被放回，我妈妈被送到潍坊看守所。我爸爸去法院要求见法官。"
    "我们家属没有接到通知。"
)
TALK = (
    "记者：您是什么时候被抓的？\n\n"
    "塔依尔：2017年10月，在乌鲁木齐机场。我刚飞过来，边检把我带进一个小房间。\n\n"
    "记者：之后呢？\n\n"
    "塔依尔：先在天山区的派出所关了三天，一直到2018年12月才放出来。跟我一起的还有我的姐夫努尔兰。\n"
)
MONK = (
    "若尔盖县一名僧人因传播照片，被判处三年徒刑。"
    "这名僧人名叫罗桑次成，32岁，去年8月遭公安拘捕。"
    "他的哥哥丹增和母亲曲珍多次到县公安局询问。\n\n"
    "另外，同县的牧民扎西东珠和更登两人也于4月初被抓。\n"
)
TRADITIONAL = (
    "廣西異議人士覃國樑自上月20日被南寧警方從家中帶走後，至今下落不明。"
    "其妻黃麗芬向本通訊表示，當晚警察破門而入。\n\n"
    "另，訪民歐陽秀蘭（女，57歲）因到北京上訪，4月8日被處行政拘留十五日。其女兒指母親患有高血壓。\n"
)
EMBASSY = (
    "使馆发言人就有关问题答记者问\n\n"
    "问：有报道称一名学者被判处无期徒刑。使馆有何评论？\n"
    "答：有关报道纯属捏造。中国是法治国家，司法机关依法办案。\n"
)
APPEAL = (
    "法院查明，被告人沙吾提·居马、艾则孜、买合木提等人多次聚会。"
    "法院以组织恐怖组织罪判处沙吾提·居马死刑，缓期二年执行；"
    "以参加恐怖组织罪判处艾则孜有期徒刑十五年；买合木提有期徒刑十年。"
)


def test_a_report_is_read_into_all_kinds() -> None:
    """Who, what, when, and who says so."""
    counted = {kind: len(found(REPORT, kind)) for kind in ("person", "custody", "kin", "event", "statement", "figure")}

    assert counted == {"person": 2, "custody": 2, "kin": 1, "event": 2, "statement": 4, "figure": 1}


def test_every_rule_is_in_words() -> None:
    """`kualik read --why` can say it."""
    read = notes(REPORT * 2)
    used = {
        one.rule
        for kind in (read.parties, read.sayings, read.held, read.ties, read.happenings, read.figures)
        for one in kind
    }

    assert used <= RULES.keys()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "。",
        "“",
        "）（",
        "\u200b\u202e说",
        "ۋە ۇ",
        "これは日本語です。",
        "他" * 50,
        "他说" * 50,
        "：：：",
        "A·B·",
    ],
)
def test_nothing_crashes(text: str) -> None:
    """Whatever the text."""
    assert notes(text).publisher is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="他她说称被判处马晓萍的父亲妻子两名人年月日3，。：；“”（）\n·、据在A ", max_size=80))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    """Spans are stretches of the text."""
    read = notes(text)
    spans = [one.span for kind in (read.sayings, read.held, read.ties, read.happenings, read.figures) for one in kind]

    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize("unit", ["他说", "“他说", "1", "阿·", "马晓萍的父亲", "被判处", "（", "马晓萍、"])
def test_time_grows_with_length_and_no_faster(unit: str) -> None:
    """Four times the text takes well under sixteen times as long."""
    notes(unit * 10)
    short, long = (min(_spent(unit * times) for _ in range(3)) for times in (2000, 8000))

    assert long < short * 9 + 0.2


def _spent(text: str) -> float:
    began = time.process_time()
    notes(text)
    return time.process_time() - began


def ties(text: str) -> list[tuple[object, object, object]]:
    """Give the kin of a text."""
    return [(fact["person"], fact["relation"], fact["relative"]) for fact in found(text, "kin")]


def held(text: str) -> list[tuple[object, object]]:
    """Give who is held in a text, with the state."""
    return [(fact["who"], fact["state"]) for fact in found(text, "custody")]


def names(text: str) -> set[object]:
    """Give who is named in a text."""
    return {fact["name"] for fact in found(text, "person")}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (VERDICT, {"马建国", "王志诚", "李卫东", "赵倩"}),
        (FAMILY, {"热依木·吐尔地", "买买提·热依木", "艾力", "阿不来提·萨吾提"}),
        (DAUGHTER, {"王晓梅", "刘建军", "孙桂兰"}),
        (TALK, {"塔依尔", "努尔兰"}),
        (MONK, {"罗桑次成", "丹增", "曲珍", "扎西东珠", "更登"}),
        (TRADITIONAL, {"覃國樑", "黃麗芬", "歐陽秀蘭"}),
        (EMBASSY, set()),
        (APPEAL, {"沙吾提·居马", "艾则孜", "买合木提"}),
        ("前副主席何嘉穎、常委陳思齊出庭。裁判官羅永康主審。", {"何嘉穎", "陳思齊", "羅永康"}),
        ("戴忠被行政拘留十四天。张伟和妻子李红被带走。", {"戴忠", "张伟", "李红"}),
        ("兩岸協議規定，陸方應於24小時內通報家屬。", set()),
    ],
)
def test_a_report_gives_its_people_and_no_others(text: str, people: set[object]) -> None:
    """Han, Hui, Uyghur, Kazakh and Tibetan names, in both kinds of characters."""
    assert names(text) == people


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        (
            FAMILY,
            {
                ("买买提·热依木", "son", "热依木·吐尔地"),
                ("艾力", "son", "热依木·吐尔地"),
                ("阿不来提·萨吾提", "in-law", "热依木·吐尔地"),
            },
        ),
        (MONK, {("丹增", "brother", "罗桑次成"), ("曲珍", "mother", "罗桑次成")}),
        (TRADITIONAL, {("黃麗芬", "wife", "覃國樑"), ("歐陽秀蘭的女兒", "daughter", "歐陽秀蘭")}),
        (DAUGHTER, {("王晓梅的女儿", "daughter", "王晓梅"), ("王晓梅的女儿的爸爸", "father", "王晓梅的女儿")}),
        (TALK, {("努尔兰", "in-law", "塔依尔")}),
        (
            "赛尔江·比拉什的哥哥、姐姐和两个侄子被关进再教育营，嫂子迪娜拉被软禁在家。",
            {
                ("赛尔江·比拉什的哥哥", "brother", "赛尔江·比拉什"),
                ("赛尔江·比拉什的姐姐", "sister", "赛尔江·比拉什"),
                ("赛尔江·比拉什的两个侄子", "nephew", "赛尔江·比拉什"),
                ("迪娜拉", "in-law", "赛尔江·比拉什"),
            },
        ),
        ("我妈妈被带走了。我的两个哥哥都在监狱里。", set()),
    ],
)
def test_kin_are_tied_to_the_one_whose_family_is_told(text: str, kin: set[tuple[object, object, object]]) -> None:
    """Not to the source that tells of them, nor to the last one of the list; of an unknown "I" there is none."""
    assert set(ties(text)) == kin


@pytest.mark.parametrize(
    ("text", "custody"),
    [
        (VERDICT, {("马建国", "police custody"), ("马建国", "prison")}),
        (
            FAMILY,
            {
                ("热依木·吐尔地一家四口", "prison"),
                ("热依木·吐尔地", "unspecified"),
                ("热依木·吐尔地", "disappeared"),
                ("买买提·热依木", "prison"),
            },
        ),
        (DAUGHTER, {("王晓梅", "unspecified"), ("孙桂兰", "released"), ("王晓梅", "police custody")}),
        (APPEAL, {("沙吾提·居马", "prison"), ("艾则孜", "prison"), ("买合木提", "prison")}),
        ("叶尔兰·托合塔尔的护照在入境时遭边检扣押。", {("叶尔兰·托合塔尔", "barred from leaving")}),
        ("商人林哲维去年11月回塔城后失去自由。", {("林哲维", "unspecified")}),
        ("商人林哲维被国安厅采取强制措施。", {("林哲维", "police custody")}),
        ("商人林哲维被村干部叫走，从此再没有回家。", {("林哲维", "disappeared")}),
        ("农民祖农·艾合买提在学习班待了十个月。", {("祖农·艾合买提", "camp")}),
        ("农民祖农·艾合买提被派去工厂上班。", {("祖农·艾合买提", "forced labour")}),
        ("裁判官羅永康拒絕七人保釋。", set()),
        ("农民祖农·艾合买提对判决不服。", set()),
    ],
)
def test_custody_is_read_in_other_words(text: str, custody: set[tuple[object, object]]) -> None:
    """A passport taken, no way home, a camp lived in; what was refused or is a noun is none."""
    assert set(held(text)) == custody


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (TALK, ["塔依尔", "塔依尔"]),
        (EMBASSY, ["使馆发言人"]),
        ("据消息人士证实，他已获释。", ["消息人士"]),
        ("陸委會發言人蔡宗翰受訪時證實，已要求對方說明。國台辦則未回應。", ["蔡宗翰", "國台辦"]),
    ],
)
def test_turns_and_sources_speak(text: str, speakers: list[str]) -> None:
    """The turns of an interview, the answers of an embassy, a spokesman, an office that is silent."""
    assert [speaker for speaker, _ in said(text) if speaker in speakers] == speakers


def test_a_range_of_terms_is_kept_in_words() -> None:
    """No one of the four got the lower one for sure."""
    facts = [fact for fact in found(FAMILY, "custody") if fact.get("count") == 4]
    assert [fact.get("sentence") for fact in facts] == [None]


def test_a_day_is_not_read_as_one_after_publication() -> None:
    """A dateline of 28 April is followed by the 24th of the same year."""
    text = "（成都—2022年4月28日）教会长老许志勇于4月24日被警察带走。"
    assert [fact["since"] for fact in found(text, "custody", published="2022-05-01")] == ["2022-04-24"]


def test_an_age_in_brackets_is_not_that_of_the_next_one() -> None:
    """Forty-seven is she, not her brother."""
    text = "努尔古丽·卡德尔（47岁）讲述了兄长赛力克·卡德尔的遭遇。"
    assert [fact["name"] for fact in found(text, "person") if fact.get("age") == 47] == ["努尔古丽·卡德尔"]


def test_a_place_of_taking_is_read() -> None:
    """From home, from a mosque."""
    text = "阿訇马文祥4月17日被十余名警察从清真寺带走。"
    assert [fact.get("place") for fact in found(text, "event")] == ["清真寺"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("农民艾散·巴克和弟弟玉散·巴克分别被判12年和9年。", {"艾散·巴克", "玉散·巴克"}),
        ("原副书记阿布都外力·卡迪尔被带走。", {"阿布都外力·卡迪尔"}),
        ("作家杨子墨先生被捕，妻子林芳收到了通知书。", {"杨子墨", "林芳"}),
        ("女作家才吉卓玛被带走，同事贡却和拉毛加也被判刑。", {"才吉卓玛", "贡却", "拉毛加"}),
    ],
)
def test_names_are_whole(text: str, people: set[object]) -> None:
    """What is an ordinary word elsewhere may stand in a name; 先生 after one is no husband."""
    assert names(text) == people
    assert not [fact for fact in found(text, "kin") if fact["relation"] == "husband"]


def test_a_charge_is_told_without_the_reason_before_it() -> None:
    """The money sent abroad is not what the police name the deed."""
    text = "商人纳忠义去年9月因向境外汇款被大理警方以涉嫌资助恐怖活动罪逮捕。"
    assert [fact["grounds"] for fact in found(text, "custody")] == ["资助恐怖活动罪"]
