"""What may stand beside a name of a person, and what shows that there is none."""

from collections.abc import Sequence
from functools import cache

from kualik.engine.extracting.chinese.cutting import Token
from kualik.engine.extracting.chinese.tables import column, mapping

__all__ = [
    "LATIN_BODIES", "after_titles", "ends_name", "in_brackets", "is_place_before", "is_place_next", "left",
    "may_be_given", "may_be_given_word", "may_be_name", "right", "true_start",
]  # fmt: skip

OPENERS = frozenset("。！？!?；;：:“”\"「」『』（(，,【】[]》《…—\n")
AND = frozenset("和 与 及 、 跟 同 以及 或".split())
INTRODUCERS = frozenset("叫 名叫 叫做 名为 名字 原名 本名 化名 又名 别名 姓名 丈夫 维吾尔族 哈萨克族 回族 汉族 藏族 蒙古族 柯尔克孜族 乌兹别克族 塔吉克族 塔塔尔族 克里米亚鞑靼人 籍 裔 族 名 之一 老大 老二 老三 长老".split())
TAKERS = frozenset("据 由 被 对 向 将 把 给 为 是 包括 如 以 让 逮捕 拘捕 拘留 带走 抓走 释放 判处 传唤 起诉 指控 采访 告诉 致电 联系 关押 羁押 扣押 遭 见到 会见 要求 呼吁 声援 支持 代表 指 称 说 有 比如 例如 等 的 了 在 与 当 听 ,".split())
FOLLOWERS = frozenset("被 遭 在 于 因 是 曾 已 也 则 及 将 向 对 本人 夫妇 一家 案 以 从 生于 出生 等 的 今年 现年 年仅 时年 当时 告诉 夫妻 兄弟 父子 母子 两人 二人 三人 为 就 还 都 又 没有 不 未 说 称 则 先后 家 家人 家属 家里 亲自 自 来自 接受 获 没 一直 认为 并 此前 去年 前年 随后 多次 至今 涉嫌 涉 犯 失踪 失联 获释 被捕 出狱 遭到 受到 担任 曾经 正 进行 通过 于是 住 居住 回国 前往 去 到 会 要 可能 有 介绍 生前 后来 目前 现在 之前 最近 近日 昨天 今天 当庭 当场 拒绝 继续".split())
PLACE_SUFFIXES = frozenset("市 县 区 州 省 镇 乡 村 路 街 街道 河 山 湖 监狱 看守所 机场 口岸 地区 自治州 自治县 大学 医院 清真寺 寺 寺院 教堂 广场 大街 拘留所 殖民地 公司 集团 酒店 宾馆 饭店 市场 团场 农场 海峡 半岛 岛 国 族 人 语 文 斯坦 共和国 边境 方面 警方 当局 政府 法院 使馆 派出所 公安局 检察院 通讯社 电视台 报社 日报 报 社 网 奖 节 教 派 主义 大桥 车站 营 师 团 兵团 州长 市长 县长 城 郊区 西部 东部 南部 北部 境内 南疆 北疆 水库 草原 沙漠 盆地 高原 新村 小区 大厦 商场 巴扎".split())
PLACE_BEFORE = frozenset("在 到 往 从 前往 位于 抵达 赴 飞往 至 去 来自 地处 途经 返回 回到 离开 住在 驻 驻在 逃往 逃到 逃离 出生于 生于 搬到 迁往 转往 转到 押往 送往 进入".split())
NOT_GIVEN = frozenset("的 了 在 是 说 被 于 与 和 及 已 也 则 称 向 对 从 就 都 不 有 这 那 我 你 他 她 它 们 年 月 日 号 岁 名 位 个 等 后 前 中 里 上 下 时 并 而 但 或 因 为 以 将 把 还 又 再 曾 遭 获 其 此 该 某 族 人 者 县 市 省 区 州 镇 乡 村 说 讲 问 去 来 到 过 着 地 得 没 未 无 只 至 由 让 使 给 跟 同 或 案 罪 刑 判 捕 抓 关 押 氏 姓 叫 给 么 吗 呢 吧 啊 至 会 能 可 要 想 才 很 最 更 较 非 每 各 另 一 二 两 三 四 五 六 七 八 九 十 百 千 几 多 所 者 家 式 性 度 部 局 院 所 店 部 处 委 党 队 班 课 点 元 分 秒 出 入 起 住 做 吃 看 听 打 走 坐 站 喊 唤 死 失 踪 联 拒 否 认 指 控 告 诉".split())
LATIN_BODIES = frozenset("Amnesty International Human Rights Watch Radio Free Asia Europe Liberty News BBC CNN Reuters Associated Press Twitter Facebook WhatsApp Telegram YouTube Instagram WeChat TikTok Google Zoom Uyghur Tribunal Project The Foundation University Institute Committee House Freedom Atajurt World Congress Voice America Times Post Guardian Safeguard Defenders Bitter Winter Front Line PEN".split())
BYLINES = frozenset("采访 整理 记者 作者 撰文 编辑 责编 翻译 口述 受访者 摄影 文 撰稿 报道 主持人 当事人 被告人 被告 姓名 申请人 申诉人 证人 讲述人 讲述者 口述者 案主 审判长".split())


@cache
def _titles() -> frozenset[str]:
    return column("people") | column("kin")


@cache
def after_titles() -> frozenset[str]:
    """Give the words that follow a bare surname: 先生, 律师, 教授."""
    return column("people", where="after") | {"律师", "教授", "老师", "医生", "主任", "局长", "书记", "记者", "博士", "校长", "院长", "领事", "警官", "法官"}


@cache
def _cues() -> frozenset[str]:
    return column("cues") | column("refusals")


def left(tokens: Sequence[Token], place: int) -> int:
    """Weigh what stands before a name: 2 a title, kin or the like, 1 a place where one may begin, 0 nothing."""
    if place == 0:
        return 1
    before = tokens[place - 1]
    text = before.text
    if text in {"叫", "名叫", "叫做", "名为"} or (text in {"：", ":"} and place > 1 and tokens[place - 2].text in BYLINES):
        return 3
    if text in _titles() or text in INTRODUCERS or (len(text) > 2 and text.endswith(("族", "公民", "师", "员", "家", "长", "者"))):
        return 2
    if text == "是" and place > 1 and tokens[place - 2].text in _titles():
        return 2
    if text in {"人", "员", "长", "师", "者", "士", "生", "民"}:
        return 2
    if text in OPENERS or text in AND or text in TAKERS or text in _cues() or before.kind in {"line", "latin"}:
        return 1
    return int(text in column("adverbs") or text in column("deeds"))


def right(tokens: Sequence[Token], place: int) -> int:
    """Weigh what stands after a name: 2 a title or an age, 1 a place where one may end, 0 nothing."""
    if place >= len(tokens):
        return 1
    after = tokens[place]
    if after.text in after_titles():
        return 2
    if after.text in "（(，," and place + 1 < len(tokens) and (tokens[place + 1].kind == "latin" or _is_age(tokens, place + 1)):
        return 2
    if after.text in OPENERS or after.text in AND or after.text in FOLLOWERS or after.text in _cues():
        return 1
    if after.kind in {"mark", "line"}:
        return 1
    return int(after.text in column("adverbs") or after.text in column("deeds") or after.text in _titles())


def _is_age(tokens: Sequence[Token], place: int) -> bool:
    window = tokens[place : place + 3]
    return any(token.text in {"岁", "男", "女", "现年", "今年"} for token in window) or any(token.text.endswith("岁") for token in window)


def true_start(tokens: Sequence[Token], place: int) -> int:
    """Pass over a little word at the head of a run of name characters: 让, 也, 其."""
    small = tokens[place].text in {"让", "也", "其", "可", "因", "如", "地", "里", "子", "门", "而", "根据", "山"}
    follows = place + 1 < len(tokens) and tokens[place + 1].kind == "han" and tokens[place + 1].start == tokens[place].end
    return place + 1 if small and follows else place


def ends_name(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a token that could write a name begins something else here."""
    word = tokens[place].text
    if word in column("places") or word in column("not_names") or word in column("bodies"):
        return True
    return word in {"也", "因", "让", "如", "可", "其", "和", "地", "里"} and (
        place + 1 >= len(tokens) or tokens[place + 1].text not in mapping("transliteration")
    )


def may_be_name(word: str) -> bool:
    """Say whether a word may be (part of) a transcribed name: no list of ordinary words has it."""
    if word in column("places") or word in column("not_names") or word in column("people") or word in column("bodies"):
        return False
    return not (_is_ordinary(word) or word in column("kin") or word in column("adverbs") or word in column("cues"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word for word in column("words") if len(word) > 1)


def _is_ordinary(word: str) -> bool:
    return word in _ordinary()


def may_be_given(character: str) -> bool:
    """Say whether a character may stand in a given name."""
    return character not in NOT_GIVEN and "\u4e00" <= character <= "\u9fff"


def may_be_given_word(word: str) -> bool:
    """Say whether a word of two characters may be a given name."""
    own = any(word in column(name) for name in ("people", "kin", "cues", "refusals", "adverbs", "places", "bodies", "not_names", "deeds"))
    return not own and all(may_be_given(character) for character in word) and int(mapping("words").get(word, "0")) < 3000


def is_place_next(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what follows makes a place or a body of it: 县, 监狱, 日报."""
    if place >= len(tokens) or tokens[place].start != tokens[place - 1].end:
        return False
    word = tokens[place].text
    return word in PLACE_SUFFIXES or (word.endswith(("县", "市", "州", "镇", "监狱", "看守所", "大学", "地区", "族", "国")) and word not in column("places"))


def is_place_before(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what stands before wants a place: 位于, 前往."""
    return place > 0 and tokens[place - 1].text in PLACE_BEFORE


def in_brackets(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a token is the first one in brackets."""
    return place > 0 and tokens[place - 1].text in "（("
