"""The most frequent words of each language, and those that open sentences, menus and captions: they name nothing."""

from __future__ import annotations

ENGLISH = frozenset(
    """
a about above accept according across add added additional additionally after afterwards again against age ago agreed ahead all
allow almost alone along already also although always am amid among an analysis and another answer any anyone anything apart
apply are area areas around article articles as aside ask asked at available average avoid away back based be because become
been before began begin behind being believe below besides best better between beyond big bill both bottom breaking build but
buy by call came can cannot careful case cases cause change changes check children choose city class clear clearly click close
closed come coming comment comments common companies company compare complete consider contact content continue copy could
country create critics current customers daily data date dates day days dear decide delete despite details did different do
does doing done don't down download due during each earlier early easy eight eighth either else email end enough enter entry
especially even eventually ever every everybody everyone everything evidence exactly example except exit experts explain
explore external eye face facing fact facts fall false family far faster few fifteen fifth fifty figure figures file final
finally find fire first five follow followed following for former fortunately forty four fourth free from full further
furthermore future general generally get getting give given go going good government great group groups growing had half hard
has have having he headline health hello help hence her here high higher him his history hold home homes hope hour hours house
how however i idea if image images important in include included including increase increasingly indeed industry info
information inside instead internal into introduction investors is issue it it's its itself job jobs join judge just keep key
kids know known large largely last late later latest law laws lawyers lead learn least leave left less let let's letters level
life like likewise link links list little live local log login long look looking lot low lower made main make makes making
male man many map may maybe me meanwhile media meet meeting members men menu message met might million mine minister
ministers moment money month monthly months more moreover most mostly mother move moving mr mrs ms much must my name names
national naturally near nearby nearly need neither never nevertheless new news newsletter next night nine ninth no nobody none
nonetheless nor normal not note nothing notably notes notice now nowadays number numbers obviously of off offer office
officials often oh ok old older on once one ones online only onto open opening opinion option options or order other others
otherwise our out outside over overall overview own owners page pages pandemic parents part particularly parts passengers past
pay people per perhaps period phone photo photos pick picture pictures place plan plans play please plus point police policy
popular possible possibly post posts power practice previous previously price prices print prior privacy private probably
problem process products profile project proposed provide public published put question questions quick quickly quite quote
rate rates rather read reading ready real really recent recently recommended related remember remove report reporters reporting
reports rescue research researchers residents rest result results return review right rise rising room rules run running said
same save say saying says school scientists scroll search second secondly section security see seen select sell send senior
service services set seven seventh several shall share she short should show shows side sign similar similarly simple simply
since site six sixth skip slightly small so social some somebody someone something sometimes soon sorry source sources special
staff stand start started state statement states statistics stay step still stock stop stories story strong students studies
study subscribe such suddenly summary support supporters supposedly sure system table tag tags take taken taking talk tap team
tell ten term terms test than thank thanks that that's the their them themselves then there there's therefore these they
they're thing things think third thirty this those though thousands three through throughout thus time times tip title to
today together tomorrow tonight too took top topic topics total toward towards track trade training trial trust try turn
twelve twenty twice two type typically under unfortunately unless unlike until up update updated updates upon us use used
useful user users using usually value various very via victims video videos view views visit visitors volunteers vote voters
wait want warning was watch water way ways we website week weekly weeks welcome well went were what what's whatever when
whenever where whereas wherever whether which while who whoever whole whom whose why wide will with within without woman women
word words work worker workers working world worse would write writing yeah year years yes yesterday yet you young your
abstract acknowledgements appendix background chapter conclusion discussion figure fig introduction method methods notes
references section supplementary table volume vol
""".split()  # noqa: SIM905, a list of words is read as words
)

GERMAN = frozenset(
    """
ab aber abonnieren all alle allem allen aller allerdings alles als also am an andere anderen anzeige auch auf aufgrund aus
außerdem bei beim bereits besonders bis bisher bitte da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus
darin darum darunter das dass davon dazu dein dem demnach den denn dennoch der deren derzeit des deshalb dessen deutlich die
dies diese diesem diesen dieser dieses doch dort drei du durch ebenfalls ebenso eigentlich ein eine einem einen einer eines
einige einmal er erst erste ersten es etwa etwas euch fast fünf für ganz gegen gegenüber gemeinsam genau gerade gestern gibt
gleichzeitig gut hat hatte hatten haben hier hinter hinzu heute ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
infolge ins insgesamt inzwischen ist ja jede jeden jeder jedes jedoch jetzt kann kaum kein keine keinen können könnte künftig
laut lesen letzte letzten man manche mehr mehrere mein menschen mit mitte mittlerweile muss müssen nach nachdem nachrichten
natürlich neben nein neu neue neuen neuer nicht nichts noch nun nur ob obwohl oder oft ohne schließlich schon sechs sehr sein
seine seinem seinen seiner seit sich sie sieben sind so sobald sofern sogar solche soll sollen sollte sondern sonst soweit
sowie später teilen tatsächlich trotz trotzdem über überdies um und uns unser unter vergangene viel viele vielen vielleicht
vier vom von vor während wann war waren warum was weder wegen weil weiter weitere weiteren weiterhin welche wenig weniger wenn
wer werden weshalb wie wieder wir wird wo wobei wohl worden wurde wurden zehn zu zudem zuerst zuletzt zum zunächst zur zurück
zusammen zwar zwei zwischen
""".split()  # noqa: SIM905
)

FRENCH = frozenset(
    """
a abonnez actualité actualités afin ailleurs ainsi alors annonces après article articles au aucun aucune aujourd'hui auparavant
auprès aussi autant autour autre autres aux avant avec avoir beaucoup bien bientôt bref c ça car ce ceci cela celle celles celui
cependant certain certaine certaines certains ces cet cette ceux chacun chaque chez ci cinq comme comment concernant contact
contre côté d dans de dehors déjà depuis derrière des désormais deux devant dix donc dont du durant effet elle elles en encore
enfin ensuite entre environ est et étaient était être eux face faire fait faut fin finalement grâce hier hors hui huit ici il
ils image info infos j jamais je jusqu jusque l la là laquelle le lequel les lesquels leur leurs lire loin lors lorsque lui m ma
mais malgré me même mes mieux moins mon n ne neuf ni non nos notamment notre nous nouveau nouveaux nouvelle nouvelles nul on
onze or ou où outre par parce parfois parmi partager partout pas pendant permettre peu peut photo photos plus plusieurs
plutôt pour pourquoi pourtant pouvoir premier première près presque printemps puis puisque qu quand quant quatre que quel
quelle quelles quelque quelques quels qui quoi quoique rien s sa sans sauf se selon sept ses seul seule seulement si sinon six
soit son sont sous souvent suite suivez sur surtout ta tandis tant te tel telle tels temps tes toi ton toujours tous tout
toute toutefois toutes très trois trop tu un une vers vidéo vidéos voici voilà voir vos votre vous vraiment y
""".split()  # noqa: SIM905
)

SPANISH = frozenset(
    """
a abajo acá actualidad además ahí ahora al algo alguien algún alguna algunas alguno algunos allí ambos ante anterior antes
anualmente aquel aquella aquellos aquí así asimismo aún aunque ayer bajo bastante bien buena bueno cada casi cerca cierto cinco
como cómo con conforme contacto contra cosa cual cuál cualquier cuando cuándo cuanto cuatro cuenta da dado de debajo debe
debido decir del delante demás demasiado dentro desde después detrás día días diez donde dónde dos durante e él el ella ellas
ello ellos en encima enfrente entonces entre era eran es esa esas ese eso esos está estaba están estar estas este esto estos
estoy etc finalmente foto fotos fue fuera fueron gran grande grandes ha había habían hace hacer hacia han hasta hay hoy igual
imagen incluso información inicio jamás junto la lado las le leer les llegar lo los luego más mañana me mediante mejor menos
mes mi mientras mil mis misma mismo mucha muchas mucho muchos muy nada nadie ni ningún ninguna no nos nosotros noticias nuestra
nuestro nueva nuevas nueve nuevo nuevos nunca o ocho os otra otras otro otros para parece parte pero poco podría por porque
posteriormente pese primera primero principalmente pronto pues puede pueden que qué quien quién quienes quizá quizás respecto se
según seis ser será si sí sido siempre siendo siete sin sino sobre solo sólo son su sus suscríbase tal también tampoco tan
tanto tarde te temas tenía tengo ti tiene tienen toda todas todavía todo todos tras tres tu tú última último últimos un una
unas uno unos usted ustedes vez video vídeo y ya yo
""".split()  # noqa: SIM905
)

ABBREVIATIONS = frozenset(
    """
am api app bsc ceo cfo cio cms coo css csv cto cv dc doi dvd eg epub etc ext faq ft gb gdp gmt gps hd html http https id ie iphone
isbn issn it jpg kb kg km lcd led lol mb mba md mm mp3 mpeg mph msc ok os pc pdf phd pin pm png pr ps qr ram rss sd seo sim sms sql
svg tb tel tv uri url usb utc vip vol vpn vs wifi www xml zip
""".split()  # noqa: SIM905
)
"""Formats, degrees, offices, units and the like: in any language, with or without capitals, they name nothing."""
