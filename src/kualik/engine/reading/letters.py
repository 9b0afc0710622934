"""Letters and characters that tell one writing from another.

Source: Kazakh and Uyghur alphabets (Unicode CLDR exemplar sets); the hanzi are the most frequent of
modern Chinese and the pairs that the 1956 simplification changed, both restricted to everyday words.
"""

__all__ = ["COMMON_CYRILLIC", "COMMON_HANZI", "KAZAKH", "SIMPLIFIED", "TRADITIONAL"]

KAZAKH = frozenset("әғқңөұү")
"""Letters of Kazakh that are not Russian; һ and і are left out, since other languages share them."""

COMMON_CYRILLIC = frozenset("аеоинтсрлвкмдпуыбі")

COMMON_HANZI = frozenset(
    "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發"
    "后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開"
    "但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最"
    "重并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先"
    "海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電"
)

PAIRS = (
    "国國这這们們说說时時会會为為来來个個对對发發学學还還过過没沒么麼现現经經动動进進实實无無与與长長机機关關点點业業将將两兩"
    "间間问問应應战戰头頭体體见見产產话話内內给給门門东東声聲员員论論处處义義几幾认認条條气氣题題变變总總电電样樣从從当當开開"
    "后後里裡军軍种種书書车車马馬语語请請让讓谁誰难難边邊远遠运運达達汉漢亲親视視觉覺记記讲講许許设設访訪证證评評识識诉訴译譯"
    "该該详詳调調谈談谢謝负負责責败敗货貨质質购購贵貴费費资資赛賽赵趙超超轻輕较較载載辆輛连連迁遷迟遲适適选選钟鐘钱錢铁鐵银銀"
    "错錯镇鎮闭閉闻聞阳陽阴陰际際陆陸陈陳险險随隨隐隱页頁顺順须須顾顧预預领領频頻颜顏风風飞飛饭飯馆館驻駐验驗鱼魚鸟鳥麦麥"
    "区區医醫华華单單卖賣卫衛厂廠历歷压壓县縣参參双雙叶葉号號响響团團园園围圍图圖圆圓场場坏壞块塊坚堅报報拘拘狱獄释釋监監护護"
)
SIMPLIFIED = frozenset(one for one, other in zip(PAIRS[::2], PAIRS[1::2], strict=True) if one != other)
TRADITIONAL = frozenset(other for one, other in zip(PAIRS[::2], PAIRS[1::2], strict=True) if one != other)
