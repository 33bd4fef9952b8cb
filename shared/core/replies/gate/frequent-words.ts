/**
 * Words by which the language of a short reply is told: the commonest ones, and those of thanks and welcome.
 * The last four languages are never answered in; they are here so that they are not taken for one of the others.
 */
export const CommonWords = {
  en: `the a an and or but of to in on at for with from by about as is are was were be been being am it its this that these
    those you your yours we our ours us i my me they them their he she his her who what when where how why which have has had
    do does did don doesn didn isn aren wasn won not no yes so very really much many more most all any some just also too here
    there now then will would can could should may might let lets ll re ve m s t thank thanks welcome love lovely glad happy hear
    see know like enjoy enjoyed enjoying great good nice wonderful best kind words feedback support sharing share soon again
    always hope day time people made make makes making means lot team sorry question please look looking forward back come visit
    cheers appreciate appreciated delighted pleased pleasure cup coffee taking hi hello hey dear if than into up out over after
    back get got give glad stay tuned well one every each such feel free enjoying thoughts comment comments message`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber von zu zum zur in im am an auf für mit bei aus nach
    über um als wie ist sind war waren sein bin bist seid es dies diese dieser dieses dass du dir dich dein deine deinen deinem
    deiner ihr euch euer eure euren eurem sie ihnen ihre ihren ihrem ihrer wir uns unser unsere unseren unserem ich mein meine mir
    mich er man wer was wann wo warum welche haben hat habe hatte hast habt nicht kein keine ja nein so sehr viel viele vielen
    mehr alle alles etwas nur auch noch hier da dann jetzt wird werden wirst kann können könnt möchten würden soll gerne gern
    danke dank dankeschön herzlich herzlichen willkommen lieb liebe lieben lieber lob freut freuen freude froh glücklich schön
    schöne schönen schönes toll tolle tollen super gut gute guten gutes wunderbar hören lesen wissen gefällt schmeckt weiter
    weiterhin bald wieder immer hoffen hoffentlich tag zeit leute macht machen gemacht bedeutet team leid frage bitte schauen
    melden kommentar nachricht worte rückmeldung feedback unterstützung gruß grüße hallo hi wenn vorbei besuch besuchen stolz
    genieß genießen genau stimmt klar wünschen wünscht hab habt tausend daumen sowie mal doch schon damit dafür darüber`,
  pt: `o a os as um uma uns umas e ou mas de do da dos das em no na nos nas ao aos à às para pra por pelo pela pelos pelas com sem
    sobre como é são foi eram ser está estão estamos estar isso isto esse essa este esta estes estas que quem quando onde porque
    qual você vocês seu sua seus suas teu tua teus tuas tu ti te lhe nós nosso nossa nossos nossas nos eu meu minha me ele ela
    eles elas tem têm temos ter não sim tão muito muita muitos muitas mais todo toda todos todas tudo algum só também aqui ali
    agora então vai vamos vão pode podemos gostaria obrigado obrigada obrigados agradecemos agradecer bem vindo vinda bom boa bons
    boas feliz felizes alegria alegra ficamos fico saber ler ouvir gostou gostaste gostas gosta gostar adoramos amamos amor carinho
    querido querida lindo linda maravilhoso maravilhosa ótimo ótima óptimo palavras mensagem comentário apoio partilha compartilhar
    volte volta sempre esperamos dia tempo gente faz fazer fez equipe equipa desculpa desculpe lamentamos pergunta favor olá oi
    abraço abraços beijinhos beijos até logo breve novo nova próxima visita visite café continue continua orgulho se já ainda`,
  es: `el la los las un una unos unas y o pero de del al en con sin para por sobre como es son fue ser está están estamos esto eso
    este esta que quien cuando donde qué tú usted ustedes su sus tu tus te nos nosotros nuestro nuestra nuestros yo mi me él ella
    ellos tiene tienen tenemos no sí tan muy mucho mucha muchos muchas más todo toda todos todas también aquí ahora puede podemos
    gracias agradecemos bienvenido bueno buena buenos feliz felices alegra saber leer gusta gustó encanta palabras mensaje
    comentario apoyo siempre esperamos día hola saludos abrazo pronto visita hay ya`,
  fr: `le la les un une des et ou mais de du au aux en dans avec sans pour par sur comme est sont était être ce cette ces que qui
    quand où vous votre vos tu ton ta tes nous notre nos je mon ma mes il elle ils ont avons avoir ne pas plus très beaucoup tout
    tous aussi ici merci bonjour bienvenue bon bonne heureux content contents plaisir ravi ravis savoir lire aimez mots message
    commentaire soutien toujours espérons jour bientôt à c j l d n s qu y`,
  it: `il lo la i gli le un uno una e o ma di del della dei delle al alla in nel nella con senza per su come è sono era essere questo
    questa che chi quando dove tu tuo tua voi vostro noi nostro nostra io mio mia lui lei ha hanno abbiamo non sì molto tanto tutti
    tutto anche qui grazie mille ciao benvenuto buono buona felice felici piacere sapere leggere piace parole messaggio commento
    sempre speriamo giorno presto ci ti vi`,
  nl: `de het een en of maar van naar in op aan voor met bij uit over als is zijn was waren ben dit dat deze je jij jouw jullie u uw
    wij we ons onze ik mijn mij hij zij wie wat wanneer waar hebben heeft heb niet geen ja nee zo heel erg veel meer alle alles ook
    nog hier nu dan kan kunnen graag bedankt dank welkom lief leuk leuke blij fijn fijne horen lezen weten vindt woorden bericht
    reactie steun altijd hopen dag snel weer groetjes wat te om`,
} as const;
export type KnownLanguage = keyof typeof CommonWords;
