"""Words of the news that readers type for each other; the search finds a text by any word of a group.

A word of several parts ("in force") is looked for as it is, so that none of its parts finds something else. Inflected forms
stand beside each other where the beginning of one is not the other.
"""

from __future__ import annotations

Synonyms = tuple[tuple[str, ...], ...]


def _groups(text: str) -> Synonyms:
    return tuple(
        tuple(word.strip() for word in line.split(",")) for line in text.strip().splitlines() if line.strip()
    )


ENGLISH = _groups("""
fired, dismissed, sacked, ousted, removed, pushed out, let go, dismissal, put on leave
quit, resigned, resignation, resigns, stepped down, steps down
retaliation, retaliate, retaliated, retaliatory, countermeasure, reprisal, tit for tat, in response, direct response
in force, in effect, into force, into effect, took effect, takes effect
banned, barred, prohibited, blacklisted, restricted
revoked, rescinded, repealed, withdrawn, scrapped, dropped, cancelled, canceled, taken back
tariff, duty, levy
tariffs, duties, levies
licence, license, permit
investigation, inquiry, probe, investigated
accused, alleged, allegation, accusation
hacking, hacked, cyberattack, intrusion
spying, spy, espionage
talks, negotiations, negotiation
restrictions, curbs, controls
vehicle, car, automobile
chip, semiconductor
""")
GERMAN = _groups("""
entlassen, gefeuert, abgesetzt, abberufen, Entlassung, freigestellt
zurückgetreten, Rücktritt, tritt zurück, trat zurück
Vergeltung, Gegenmaßnahme, Gegenmaßnahmen, Vergeltungsmaßnahme, wie du mir so ich dir
in Kraft, in Kraft getreten, gilt, wirksam
verboten, untersagt, gesperrt, Verbot
widerrufen, aufgehoben, zurückgenommen, zurückgezogen, fallen gelassen
Zoll, Zölle, Abgabe
Lizenz, Genehmigung, Erlaubnis
Untersuchung, Ermittlung, Ermittlungen
Spionage, Ausspähung
Gespräche, Verhandlungen
Beschränkungen, Auflagen, Kontrollen
""")
FRENCH = _groups("""
licencié, limogé, renvoyé, écarté, licenciement, limogeage
démissionné, démission, démissionne
représailles, contre-mesure, contre-mesures, riposte
en vigueur, entré en vigueur, entrée en vigueur
interdit, banni, prohibé, interdiction
révoqué, abrogé, annulé, retiré, abandonné
tarif douanier, droits de douane, taxe
licence, permis, autorisation
enquête, investigation
espionnage, espionner
pourparlers, négociations, discussions
restrictions, contrôles, limites
""")
SPANISH = _groups("""
despedido, destituido, cesado, apartado, despido, destitución
dimitió, dimisión, renunció, renuncia
represalia, represalias, contramedida, contramedidas
en vigor, entró en vigor, vigente
prohibido, vetado, prohibición, veto
revocado, derogado, anulado, retirado, abandonado
arancel, aranceles, tasa
licencia, permiso, autorización
investigación, pesquisa
espionaje, espiar
conversaciones, negociaciones, diálogo
restricciones, controles, límites
""")
JAPANESE = _groups("""
解雇, 解任, 更迭, 罷免
辞任, 辞職, 退任
報復, 対抗措置
施行, 発効
禁止, 規制
撤回, 取り消し, 廃止
関税, 課税
許可, 免許, ライセンス
調査, 捜査
交渉, 協議
""")
CHINESE = _groups("""
解雇, 免职, 撤职, 革职
辞职, 离职, 卸任
报复, 反制, 反制措施
生效, 施行
禁止, 禁令, 封禁
撤销, 取消, 废除, 撤回
关税, 税率
许可, 许可证, 执照
调查, 审查
谈判, 磋商, 会谈
""")
ARABIC = _groups("""
أقيل, إقالة, فصل, طرد
استقال, استقالة
انتقام, رد, إجراءات مضادة
ساري المفعول, نافذ
محظور, حظر, منع
ألغي, إلغاء, سحب
تعريفة, رسوم جمركية
رخصة, تصريح, ترخيص
تحقيق, تحقيقات
محادثات, مفاوضات
""")
