/** An event as an agency tells it, paragraph by paragraph, and as a reporter of another house does who was there. */
type Event = { name: string; agency: string[]; own: string[] }

export const events: Event[] = [
  {
    name: 'the ferry',
    agency: [
      'A passenger ferry ran aground on the sandbank outside Port Ellery early on Tuesday with 214 people on board, the coastguard said. Nobody was seriously hurt, but eleven passengers were treated for bruises and shock at the town hospital.',
      'The vessel, the Marigold, was on its regular night crossing from Lowmere when it left the buoyed channel shortly after four in the morning. Two tugs from the harbour board pulled it free on the rising tide about six hours later.',
      'Investigators from the maritime safety office boarded the ferry in the afternoon and secured its voyage recorder. A spokesman said it was too early to speak of a cause, and that fog had been reported in the estuary during the night.',
      'The operator, Brackwater Lines, cancelled all crossings until Thursday and offered passengers their fares back. It is the second grounding on the same bank in three years, after a freighter lost its steering there in heavy weather.',
    ],
    own: [
      'Ines Haldane had just fetched tea for her two boys when the deck lurched under her feet. “Everything slid to one side, cups, bags, people,” she said on the quay, wrapped in a grey blanket, hours after the Marigold had been towed in.',
      'Our reporter counted nine ambulances waiting. Dockers who watched the rescue through the mist say that the light on the northern marker has been dark since Friday, something the board neither confirmed nor denied when we asked.',
      'For the town the accident comes at the worst moment, with the summer timetable due to begin next week. Hotel owners fear that visitors will choose the train. The mayor promised answers by the weekend and asked people not to speculate.',
    ],
  },
  {
    name: 'the budget',
    agency: [
      'The town council of Lowmere approved a budget of 84 million crowns on Wednesday night after a debate of nearly seven hours, passing it by nineteen votes to sixteen with two members abstaining.',
      'Spending on schools rises by four per cent, while the allowance for road repairs falls by a tenth. Council leader Petra Vance called the plan a responsible answer to falling receipts from the port and to the rising cost of energy.',
      'The opposition said the figures rested on a forecast of growth that no independent institute shares. Its spokesman on finance, Olaf Tern, announced that his group would ask the regional auditor to examine the assumptions behind the plan.',
      'The rate of the property tax stays at 410 points for the sixth year running. A motion to charge for parking in the old town was put off until autumn, when a report on traffic is expected from the planning department.',
    ],
    own: [
      'It was past midnight when the last hand went up in Lowmere’s wood-panelled chamber, and the caretaker had already begun to stack the chairs in the gallery. What the majority passed was less a plan than a wager on better days.',
      'Two backbenchers told us they had made up their minds only during the second break, after a phone call from the county. Neither wished to be named. Parents who had come to plead for the swimming pool left without having been heard.',
      'Economist Rhea Lind, who advises neighbouring towns, reads the tables with concern: the reserve would be used up within eighteen months if shipping does not recover. “You can do that once,” she says, “not twice in a row.”',
    ],
  },
  {
    name: 'the vaccine',
    agency: [
      'A vaccine against the tick-borne river fever protected nine in ten volunteers for at least a year, according to results published on Monday by researchers at the University of Port Ellery. The trial followed 3,200 adults in four districts.',
      'Side effects were mostly mild and passed within two days, the authors write; fever above 39 degrees was seen in one case in two hundred. The study did not include children or pregnant women, for whom a second trial is planned next spring.',
      'River fever has spread northwards since the warm winters began, with 1,140 cases registered last year against 310 a decade ago. There is no treatment, and one patient in twelve is left with lasting damage to the joints.',
      'The health ministry said it would decide on a recommendation after the regulator had looked at the complete data. The manufacturer expects to be able to deliver two million doses before the season begins in April.',
    ],
    own: [
      'When Tomas Reyk was asked to roll up his sleeve for the trial, he thought of his sister, who has walked with a stick since a walk by the reservoir six summers ago. He was given the real injection, as he learned last week.',
      'We asked three infection specialists who had no part in the work what they make of it. All praised its size; two would like to see how protection holds in the over-seventies, who were few among those taking part.',
      'At the surgery in Nettle Street, doctors are already fielding calls. “People want it tomorrow,” says the practice nurse, who keeps a handwritten waiting list pinned beside the refrigerator. Prices have not been settled.',
    ],
  },
  {
    name: 'the strike',
    agency: [
      'Bus drivers in Port Ellery will walk out for 48 hours from Friday morning, their union said on Thursday, after a third round of talks with the transport company ended without agreement. About sixty thousand passengers a day are affected.',
      'The union demands a raise of eight per cent and a fixed break of twenty minutes on every line. The company has offered five per cent over two years and says that more would force it to close routes in the outer districts.',
      'Night services and school buses are exempt from the action, according to the union’s regional secretary Marta Quill. She said members had voted for the walkout by a majority of 91 per cent, and that further strikes were possible before the holidays.',
      'The town asked people to work from home where they can and opened two car parks near the ring road free of charge. The railway announced longer trains on the coastal line for the duration of the dispute.',
    ],
    own: [
      'Behind the depot on Gannet Road a brazier is being carried out of a shed. Nobody here needs to be told what it is for. “My shift yesterday was eleven hours with one sandwich,” says a driver who has steered line 14 since the flood.',
      'A look at the rosters, which were shown to this newspaper, bears him out: of forty duties, seventeen have no pause longer than nine minutes. The firm did not dispute the sheets but called them a snapshot of an unusual week.',
      'Commuters we met at the market stop were divided. A baker’s apprentice cheered; a carer who looks after four households across the river did not know how she would manage, and began to cry while she explained it.',
    ],
  },
  {
    name: 'the dam',
    agency: [
      'Engineers lowered the water behind the Harrow dam by three metres on Sunday after inspectors found cracks in the eastern spillway, the regional water authority said. There was no danger to people living below, it added.',
      'The cracks, up to four metres long and two centimetres wide, were discovered by a drone during a routine survey. Divers are to examine the foot of the wall this week, and a final report is due by the end of the month.',
      'The dam was finished in 1964 and holds eleven million cubic metres, enough to supply Port Ellery for half a year. It was last overhauled in 2009, when seals and two of the six gates were replaced at a cost of nine million crowns.',
      'Residents of three villages were told by letter how they would be warned in an emergency. Sirens will be tested on Saturday at noon, and the road across the crest stays closed to lorries until further notice.',
    ],
    own: [
      'The lake has drawn back from its shores like a tide that forgot to return. Where canoes lay last week there is mud, and in the mud the foundations of a mill that nobody under seventy has ever seen.',
      'Old Jasper Lorne, who poured concrete here as a lad, points at the dark seam above the eastern chute. He says the foreman of the day complained about the gravel. Papers in the county archive, which we read on Monday, mention such a complaint.',
      'The authority’s press office answers our questions in writing, and not all of them. Whether the sensors inside the wall have been working since the lightning strike in spring, for one, it would not say before the divers are done.',
    ],
  },
]
