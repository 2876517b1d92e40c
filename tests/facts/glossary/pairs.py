"""Words of both languages, inflected, that must share an idea, and such that must not."""

MEET = """
remporte|won
s'est imposée|wins
triomphera|triumphed
l'emporter|victory
lève les bras|winning
lauréate|winner
vainqueurs|winners
s'inclinent|lost
défaites|defeats
deuxième|runner-up
maillots jaunes|yellow jerseys
maillot à pois|polka-dot jersey
maillot vert|green jersey
classement général|general classification
étapes|stages
étape reine|queen stage
contre-la-montre par équipes|team time trial
contre-la-montre|time trials
jours de repos|rest days
grands tours|grand tour
arrivée au sommet|summit finish
échappés|breakaway
échappées|escapees
poursuivants|chasers
attaquait|attacks
bordures|echelons
pavés|cobbled
chemins blancs|gravel
hors délais|time limit
ravitaillements|feed zones
sprinteuses|sprinters
grimpeuse|climber
rouleurs|rouleur
équipiers|domestiques
coureuse|rider
championne du monde|world champion
championnes|champions
directrice sportive|sports director
entraîneuse|coach
agents|agent
présidente|president
fondatrice|founder
porte-parole|spokeswoman
maire|mayor
journalistes|reporters
signera|signed
signatures|signing
prolongé|extends
prolongation|extension
transferts|transfer
néo-pro|neo-professional
prend sa retraite|retires
a pris sa retraite|retired
raccrochait|retirement
revient|returns
retour|comeback
sponsorise|sponsors
équipes|teams
partenaires|partners
fournisseurs|supplier
budgets|budget
coûtera|costs
prix|price
salaires|wages
achète|bought
racheter|buys
vend|sold
verse|paid
dettes|debt
faillite|bankruptcy
amendes|fined
chute|crashed
tombé|fell
chutes collectives|pile-up
blessée|injured
blessures|injuries
clavicules|collarbone
bassin|pelvis
fractures|broken
s'est fracturé|fractured
poignets|wrist
genoux|knees
épaule|shoulder
côtes cassées|ribs
vertèbres|vertebrae
commotion cérébrale|concussed
points de suture|stitches
opérée|surgery
hospitalisé|hospital
malades|sick
grippe|flu
fièvre|feverish
guéri|recovered
rééducation|rehab
abandonne|withdrew
abandons|abandoned
jette l'éponge|pulled out
forfaits|non-starter
absente|absence
dopée|doping
contrôlé positif|tested positive
suspendue|banned
suspensions|suspension
disqualifiés|disqualified
déchue|stripped
fait appel|appealed
tribunaux|court
enquêtes|investigating
accusés|accused
fédération|federations
règlements|rules
interdit|forbidden
autorise|allowed
pleuvait|rain
orages|storms
neige|snowed
vents|windy
canicule|heatwave
boueux|mud
manifestants|protesters
vélos|bikes
roues|wheel
pneus|tyres
crève|puncture
casques|helmets
oreillettes|earpieces
freins à disque|disc brakes
séries|series
documentaires|documentary
réalisatrice|directed
scénaristes|screenwriter
monteuse|editor
narratrice|narrator
voix off|voiceover
bande originale|soundtrack
compositrice|composer
sous-titrée|subtitles
diffuseurs|broadcaster
diffusé|aired
téléspectateurs|viewers
abonnement|subscriptions
bande-annonce|trailers
tournages|filming
coulisses|behind the scenes
épisodes|episodes
refusé|declined
refuse|turned down
accepté|agreed
annoncera|announcement
dévoilé|unveiled
confirme|confirmed
démenti|denied
explique|explained
décident|decided
espère|hopes
craignait|feared
regrette|regretted
changements|changes
annulée|cancelled
reportés|postponed
raccourcie|shortened
remplaçante|replaced
nommé à la tête|appointed
démissionne|resigned
stages en altitude|altitude camp
invitations|wildcard
sélectionnées|selected
date de sortie|release date
âgée|aged
taille|how tall
surnoms|nicknamed
enceinte|pregnant
obsèques|funeral
villes|city
pays|countries
villages|village
hélicoptères|helicopter
volé|stolen
livres|books
entretiens|interviewed
communiqué|press release
promet|promised
s'entraîne|training
objectifs|goals
raisons|reason
problèmes|problem
mythique|iconic
""".strip()

PART = """
agent|manager
agent|coach
entraîneur|sports director
manager|coach
directeur sportif|agent
réalisateur|screenwriter
scénariste|composer
narrateur|commentator
monteur|cameraman
photographe|cameraman
musique|film
livre|film
série|podcast
sponsor|partner
sponsor|supplier
diffuseur|producer
propriétaire|sponsor
départ|finish
arrivée|start
début|end
acheter|sell
vendre|buy
gagner|lose
perdre|win
premier|second
deuxième|third
budget|salary
prix|salary
salaire|prize money
amende|prize money
maillot jaune|green jersey
maillot vert|polka-dot jersey
maillot rose|yellow jersey
maillot blanc|rainbow jersey
clavicule|pelvis
bassin|hip
poignet|ankle
coude|knee
épaule|collarbone
fémur|tibia
genou|kneecap
pluie|snow
vent|rain
neige|wind
froid|heat
montée|descent
descente|climb
pavés|gravel
sprint|climb
sprinteur|climber
contre-la-montre|team time trial
étape|stage race
échappée|peloton
attaque|chase
signer|leave
rester|leave
quitter|stay
prolonger son contrat|terminated
annuler|postponed
reporté|cancelled
accepter|refused
refuser|accepted
confirmer|denied
démentir|confirmed
annoncer|denied
suspension|fine
amende|ban
appel|hearing
disqualifié|abandoned
opération|stitches
hôpital|rehab
grippe|covid
covid|flu
roue|tyre
casque|glasses
cadre|handlebar
voiture|motorbike
billet|subscription
spectateurs|viewers
titre de la série|soundtrack
sous-titres|trailer
père|mother
frère|sister
mari|wife
âge|weight
taille|weight
distance|altitude
vitesse|distance
écart|distance
ville|country
village|region
maire|president
augmentation|decrease
hausse|reduction
interdire|allowed
espérer|fear
aimer|hate
vrai|false
facile|difficult
jeune|old
rapide|slow
fort|weak
grand|small
nouveau|former
ouvert|closed
plein|empty
nord|south
printemps|autumn
hier|tomorrow
""".strip()
