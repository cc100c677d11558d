"""Chinese, in both scripts."""

from __future__ import annotations

from mkdocs_briefings.text.languages.pack import Language
from mkdocs_briefings.text.languages.units import DAY, HOUR, METRE, MINUTE, MONTH, SECOND, SHORT, WEEK, YEAR

CHINESE = Language(
    code="zh",
    name="Chinese",
    capitals=False,
    spaced=False,
    comma=False,
    months={
        **{f"{n}月": n for n in range(1, 13)},
        **{f"{word}月": n for n, word in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], 1)},
    },
    weekdays={
        **{f"{week}{day}": n for week in ("周", "週", "星期", "礼拜") for n, day in enumerate("一二三四五六")},
        **{f"{week}{day}": 6 for week in ("周", "週", "星期") for day in "日天"},
    },
    numbers={**{word: n for n, word in enumerate("〇一二三四五六七八九十")}, "两": 2, "兩": 2},
    scales={"千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "万亿": 1e12, "兆": 1e12},
    fractions={"一半": 1 / 2, "半数": 1 / 2, "成": 1 / 10},
    percent=r"[%％]|百分之",
    points=r"个百分点|個百分點|百分点",
    currencies={"$": "$", "美元": "$", "€": "€", "欧元": "€", "歐元": "€", "£": "£", "英镑": "£", "¥": "¥", "元": "¥", "人民币": "¥", "日元": "¥"},
    measures={**SHORT, "秒": SECOND, "分钟": MINUTE, "小时": HOUR, "小時": HOUR, "天": DAY, "周": WEEK, "星期": WEEK, "个月": MONTH, "個月": MONTH, "年": YEAR,
        "米": METRE, "公里": ("length", 1000.0), "千米": ("length", 1000.0), "公斤": ("mass", 1e3), "吨": ("mass", 1e6), "噸": ("mass", 1e6)},
    rounding={"约": "about", "約": "about", "大约": "about", "近": "below", "将近": "below", "超过": "above", "超過": "above", "逾": "above", "至少": "above", "不到": "below"},
    negations=r"不(?!仅|但|过|断|同|少|久|得不|足|动产)|没|沒|未(?!来|來)|无(?!线|論|论|人机)|無|非(?=法|公)|尚未|从未",
    half_negations=r"否认|否認|拒绝|拒絕|驳回|駁回|反对|反對|失败|失敗|阻止|未知|不明",
    hedges=r"可能|或许|或許|也许|也許|大概|据称|據稱|据报道|疑似|估计|估計|预计|預計|预期|似乎|恐怕|或将|有望|如果|是否|料",
    prospects=r"将|將|计划|計劃|拟|擬|打算|预计|預計|准备|準備|考虑|考慮|提议|提議|今后|明年|下个?月|即将|有望|可能|会(?=在|于|于)|目标|尚",
    universals=r"所有|全部|每(?:个|個|一|名)|只(?:有|是)|仅|僅|唯一|一律|始终|总是|總是|最(?!近|后|後|终)|首次|均|都|完全|必须",
    causes=r"因为|因為|由于|由於|导致|導致|因此|所以|造成|引发|引發|为此|原因|因(?=此|而|应)|以应对|以回应",
    speech=r"表示|说|說|称|稱|宣布|指出|认为|認為|强调|強調|报道|報道|透露|告诉|告訴|公布|发布|發布|否认|否認|据|據|写道|警告|声明",
    day_words={"昨天": -1, "昨日": -1, "前天": -2, "今天": 0, "今日": 0, "明天": 1},
    year_words={"去年": -1, "上年": -1, "前年": -2, "今年": 0, "明年": 1},
    states={
        "considered": r"考虑|考慮|研究|酝酿|计划|計劃|准备",
        "proposed": r"提议|提議|提出|建议|建議|草案|征求意见|拟",
        "issued": r"发布|發布|颁布|頒布|公布|通过|通過|批准|出台|实施|實施|宣布|列入|许可|制裁|加征|签署",
        "in force": r"生效|实施|實施|施行|执行|執行|有效|起",
        "suspended": r"暂停|暫停|中止|冻结|凍結|推迟|推遲|延期",
        "withdrawn": r"撤回|撤销|撤銷",
        "revoked": r"撤销|撤銷|废除|廢除|废止|取消|解除|吊销|移出",
        "dropped": r"放弃|放棄|搁置|擱置|取消",
        "expired": r"到期|失效|期满|期滿|过期|届满",
    },
    dates=(
        r"(?:(?P<year>[12]\d{{3}})年)?(?P<number>\d{{1,2}})月(?:(?:(?P<first>\d{{1,2}})(?:日?至|[-–—]))?(?P<day>\d{{1,2}})[日号號])?",
        r"(?P<year>[12]\d{{3}})年",
        r"(?<![\d月至])(?P<day>\d{{1,2}})[日号號](?!线|楼)",
    ),
    persons=r"(?:局长|部长|总统|主席|总理|首席执行官|发言人|董事长|总裁|行长|市长|省长|校长|教授|经理|院长|書記|书记|局長|部長|總統|總理|發言人)"
    r"(?P<name>[一-龥·]{2,4}?)(?=表示|说|說|称|稱|宣布|认为|認為|指出|强调|強調|透露|告诉|在|于|：|，)",
)  # fmt: skip
