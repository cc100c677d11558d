"""Japanese."""

from __future__ import annotations

from mkdocs_briefings.text.languages.pack import Language
from mkdocs_briefings.text.languages.units import DAY, HOUR, METRE, MINUTE, MONTH, SECOND, SHORT, WEEK, YEAR

JAPANESE = Language(
    code="ja",
    name="Japanese",
    capitals=False,
    spaced=False,
    comma=False,
    months={f"{n}月": n for n in range(1, 13)},
    weekdays={f"{day}曜{end}": n for n, day in enumerate("月火水木金土日") for end in ("", "日")},
    numbers={word: n for n, word in enumerate("〇一二三四五六七八九十")},
    scales={"千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12},
    fractions={"半分": 1 / 2, "半数": 1 / 2, "割": 1 / 10},
    percent=r"[%％]|パーセント",
    points=r"ポイント",
    currencies={"$": "$", "ドル": "$", "€": "€", "ユーロ": "€", "£": "£", "ポンド": "£", "¥": "¥", "円": "¥", "人民元": "¥", "元": "¥"},
    measures={**SHORT, "秒": SECOND, "分間": MINUTE, "時間": HOUR, "日間": DAY, "週間": WEEK, "カ月": MONTH, "か月": MONTH, "ヶ月": MONTH, "年間": YEAR, "年": YEAR,
        "メートル": METRE, "キロ": ("length", 1000.0), "キロメートル": ("length", 1000.0), "トン": ("mass", 1e6)},
    rounding={"約": "about", "およそ": "about", "ほぼ": "about", "ざっと": "about"},
    negations=r"ない|なかった|なく(?!な)|ず(?=に|、|。)|ません|ぬ|未だ|非(?=公開|課税)",
    half_negations=r"否定|拒否|却下|否認|不明|不可能|失敗|拒",
    hedges=r"可能性|かもしれ|だろう|とみられ|見込み|見通し|おそれ|恐れ|らしい|ようだ|推定|疑い|とされ|得る|うる|予想|もよう|模様|方向",
    prospects=r"予定|計画|見込み|見通し|予測|方針|検討|する方向|目指|へ(?:$|[。、])|今後|来年|来月|可能性|提案|めど",
    universals=r"すべて|全て|全員|全部|唯一|必ず|常に|最も|だけ|のみ|いつも|絶対",
    causes=r"ため|原因|理由で|きっかけ|影響で|おかげ",
    speech=r"述べ|語っ|話し|話す|発表|明らかに|説明|指摘|報じ|伝え|によると|という|強調|主張|否定|コメント|とした|としている|と訴え|と答え|書い|言っ|言う",
    day_words={"昨日": -1, "きのう": -1, "一昨日": -2, "今日": 0, "きょう": 0, "本日": 0, "明日": 1, "あす": 1},
    year_words={"昨年": -1, "前年": -1, "一昨年": -2, "今年": 0, "本年": 0, "来年": 1},
    states={
        "considered": r"検討|計画|準備",
        "proposed": r"提案|案|勧告|提出",
        "issued": r"公布|制定|発表|可決|成立|発令|認可|承認|決定|導入|発動|許可|告示",
        "in force": r"施行|発効|実施|適用|有効",
        "suspended": r"停止|凍結|中断|延期|見合わせ",
        "withdrawn": r"撤回|取り下げ",
        "revoked": r"取り消|廃止|撤廃|解除|無効",
        "dropped": r"断念|見送|中止|撤回",
        "expired": r"失効|期限切れ|満了|終了",
    },
    dates=(
        r"(?:(?P<year>[12]\d{{3}}|(?<!\d)\d\d(?=年\d))年)?(?P<number>\d{{1,2}})月(?:(?:(?P<first>\d{{1,2}})[～〜–-])?(?P<day>\d{{1,2}})日)?(?!間|号)",
        r"(?P<year>[12]\d{{3}})年(?!間)",
        r"(?<![\d月～〜])(?P<day>\d{{1,2}})日(?!間|目|以)",
    ),
    persons=r"(?P<name>[一-龥々ァ-ヶー・]{2,12})(?=氏|さん|弁護士|裁判長|判事|医師|記者|研究員|代表|監督|選手|大臣|社長|会長|首相|長官|総裁|教授|知事|議員|大統領|市長|相(?:は|が|も|、)|局長(?:は|が|も|、))",
    opposites=(
        (r"増え|増加|上昇|上回|拡大|プラス|伸び|高ま|引き上げ", r"減っ|減少|減り|減ら|低下|下落|下回|縮小|マイナス|引き下げ"),
        (r"多い|多く|高い|以上|超|長い|早い|最大|最高", r"少な|低い|以下|未満|短い|遅い|最小|最低"),
        (r"承認|認め|賛成|支持|可決|許可|歓迎|受け入れ", r"却下|拒否|反対|否決|禁止|批判|退け|棄却"),
        (r"勝訴|勝っ|無罪|成功", r"敗訴|敗れ|有罪|失敗"),
        (r"開始|始ま|始め|開設|再開|開く", r"終了|終わ|停止|閉鎖|中止|閉じ"),
        (r"購入|買|輸入|採用", r"販売|売却|売|輸出|解雇"),
    ),
)  # fmt: skip
