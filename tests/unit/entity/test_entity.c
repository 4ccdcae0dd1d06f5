#include "../annotate/story_fixture.h"

/* An article's text, the key of an entity, and the mentions it must have, in order ("" for no such entity). */
static const struct {
    const char *text;
    const char *key;
    const char *mentions;
} cases[] = {
    /* capitals */
    {"The harbour was shut. Ships waited outside.", "ships", ""},
    {"On Monday the harbour of Varn was shut. Varn lives from it.", "varn", "Varn | Varn"},
    {"Meanwhile Ilka Toran waited.", "ilka toran", "Ilka Toran"},
    {"It was posted by the super PAC Harbour Rising on Monday.", "harbour rising", "Harbour Rising"},
    {"It was posted by Harbour PAC on Monday.", "harbour pac", "Harbour PAC"},
    {"In March and on Friday nothing happened.", "march", ""},
    {"They called it \"STUPID AND WRONG\" again.", "stupid and wrong", ""},
    {"They call and say THANKS! Nobody hears.", "thanks", ""},
    {"They love only THIS port.", "this", ""},
    /* the surname alone, titles, middle initials, a possessive */
    {"Boris Halden arrived. Halden's plane was late, and Mr. Halden was tired.", "boris halden",
     "Boris Halden | Halden | Mr. Halden"},
    {"Anna B. Keller spoke. Anna Keller then left.", "anna keller", "Anna B. Keller | Anna Keller"},
    {"Henrik Saarve and Petra Saarve met. Mrs. Saarve smiled.", "petra saarve", "Petra Saarve | Mrs. Saarve"},
    {"Sen. Boris Halden came. Petra Halden met Petra Halden fans. Former Sen. Halden left.", "boris halden",
     "Boris Halden | Sen. Halden"},
    {"Boris Halden and Petra Halden met. It is Halden versus Halden. The elder Halden daughter left.", "petra halden",
     "Petra Halden"},
    {"On Monday the European Court of Human Rights ruled for him.", "europe court of human rights",
     "European Court of Human Rights"},
    {"Boris Halden fell. Halden lay there. Petra Halden came. Halden had run.", "boris halden",
     "Boris Halden | Halden | Halden"},
    {"Robert Lund Jr. and Robert Lund came. Lund spoke.", "robert lund", "Robert Lund | Lund"},
    {"Mr. Lund spoke. Robert Lund Jr. came. Mr. Lund left.", "lund", "Mr. Lund | Mr. Lund"},
    {"Robert Lund Jr. came. Mr. Lund left.", "robert lund jr", "Robert Lund Jr. | Mr. Lund"},
    {"Harbour Court strikes down the rule. The Harbour Court met. The harbour is shut.", "harbour court",
     "Harbour Court | Harbour Court"},
    {"Varn News wrote. The news was bad. Varn News left.", "varn news", "Varn News | Varn News"},
    {"Dick Halden came. Senator Richard J. Halden left.", "richard halden", "Dick Halden | Richard J. Halden"},
    {"Mike Oss came on Monday.\nRetired Lt. Gen. Mike Tarn?\nOss left.", "michael oss", "Mike Oss | Oss"},
    {"President Ruben al-Casad left. Casad is ill.", "ruben al casad", "Ruben al-Casad | Casad"},
    {"Alex van der Tarn waited. Van der Tarn left.", "alex van der tarn", "Alex van der Tarn | Tarn"},
    {"They met Anna Tharn-Vold. Later Tharn-Vold left.", "anna tharn vold", "Anna Tharn-Vold | Tharn-Vold"},
    {"They met Kevin de Tarn. Later Mr. de Tarn left.", "kevin de tarn", "Kevin de Tarn | de Tarn"},
    {"They met Carlo diBrann. DiBrann left, and diBrann's wife waited.", "carlo dibrann",
     "Carlo diBrann | DiBrann | diBrann"},
    {"They met the chair of the House Harbour Committee Rep. Anna Keller.", "house harbour committee",
     "House Harbour Committee"},
    {"The American Harbour Workers Union met. The AHWU left.", "united states harbour workers union",
     "American Harbour Workers Union | AHWU"},
    {"Mr. Tarsk came. Nobody built Tarsk Tower Moscow. Mr. Tarsk left.", "tarsk", "Mr. Tarsk | Mr. Tarsk"},
    {"Then Anna Baron left.", "anna baron", "Anna Baron"},
    /* small words inside names of bodies and laws */
    {"Anna Keller founded Licence to Moor, a boaters' group.", "licence to moor", "Licence to Moor"},
    {"Anna Keller is the founder of Licence to Moor.", "licence to moor", "Licence to Moor"},
    {"They met Mend the Court, a group. Mend the Court found a law. The court is shut, and the Court met.",
     "mend the court", "Mend the Court | Mend the Court"},
    {"The Supreme Court met. Halden came to the Court. They met Mend the Court, a group.", "mend the court",
     "Mend the Court"},
    {"They went by boat from Orrin to Varn, a small town.", "orrin", "Orrin"},
    {"The For The Harbour Act passed. Nobody read the For The Harbour Act.", "for the harbour act",
     "For The Harbour Act | For The Harbour Act"},
    {"The owners cite the First Amendment.", "first amendment", "First Amendment"},
    /* the surname first */
    {"President Moon Sae-jin waved. Moon spoke. Moon left.", "moon sae jin", "Moon Sae-jin | Moon | Moon"},
    {"Its leader, Moon Sae-jin, waved. Mr. Moon spoke.", "moon sae jin", "Its leader | Moon Sae-jin | Mr. Moon"},
    /* two names in one, and a name that runs on into a headline */
    {"Halden met Orrin. The Halden-Orrin talks failed. Halden left.", "halden orrin", ""},
    {"Anna Tharn wrote memos. Then \"Anna Tharn Memos Out\" was read.", "anna tharn", "Anna Tharn | Anna Tharn"},
    /* a role before a noun is no name for anybody, and what a firm's seat follows is no part of a name */
    {"Anna Tharn is a major concern for the town.", "anna tharn", "Anna Tharn"},
    {"Anna Tharn is a major now.", "anna tharn", "Anna Tharn | a major"},
    {"The Chamber of Commerce and Varn-based Acme met.", "chamber of commerce", "Chamber of Commerce"},
    /* "May" is a month, a verb and a name */
    {"Theresa May spoke in May. Later May left.", "theresa may", "Theresa May | May"},
    /* what stands before a name that needs nothing before it, a field of office, a list of partners, a slip */
    {"Local Republican Party clubs met. The party waits.", "local republican party", ""},
    {"Local Republican Party clubs met. The party waits.", "republican party", "Republican Party | The party"},
    {"He has a deal with Parliamentary Republicans.", "republicans", "Republicans"},
    {"President Halden left. The Halden White House was calm. Mr. Halden spoke.", "halden",
     "Halden | Halden | Mr. Halden"},
    {"They passed the Justice Against Sponsors of Piracy Act on Monday.", "justice against sponsors of piracy act",
     "Justice Against Sponsors of Piracy Act"},
    {"Sen. Anna Osk left. Two slept: Sens. Paul Karn, a mason, and Jan Tarn. Osk waits. A Karn aide said the senator "
     "slept.",
     "anna osk", "Anna Osk | Osk"},
    {"Sen. Anna Osk left. Two slept: Sens. Paul Karn, a mason, and Jan Tarn. Osk waits. A Karn aide said the senator "
     "slept.",
     "paul karn", "Paul Karn | Karn | the senator"},
    {"Joe Osk came. They talked on the \"Harbour Joe\" show. Joe left.", "joseph osk", "Joe Osk | Joe"},
    {"He heard it from Mend the Harbour, a group that repairs quays.", "mend the harbour", "Mend the Harbour"},
    {"On Monday Daylight for Norland, the dockers' action committee led by a mason, met.", "daylight for norland",
     "Daylight for Norland"},
    {"Asked of Daylight for Norland, the committee said no.", "daylight for norland", ""},
    {"They met Republicans & Democrats today.", "democrats", "Democrats"},
    {"It is a display of fear, said Daylight for Norland, just one of several such groups.", "daylight for norland",
     "Daylight for Norland"},
    {"He left the Coalition to Save Tarsk Harbour on Monday.", "coalition to save tarsk harbour",
     "Coalition to Save Tarsk Harbour"},
    {"Paul Karn left. Karn slept. Said Karn: “Never.” He waits.", "said karn", ""},
    {"Paul Karn left. Said Omar, a mason, slept.", "said omar", "Said Omar"},
    {"The group Justice Now said no. Justice Now waits.", "justice now", "Justice Now | Justice Now"},
    {"Its National Security Council met.", "national security council", "National Security Council"},
    {"They heard Deputy Secretary for Harbour Affairs Anna Keller. Keller left.", "anna keller",
     "Anna Keller | Keller"},
    {"He left the office of Tarn, Oss, Brann, Keller and Vold PC for good.", "tarn oss brann keller and vold pc",
     "Tarn, Oss, Brann, Keller and Vold PC"},
    {"He left the office of Tarn, Oss, Brann & Keller.", "tarn oss brann keller", "Tarn, Oss, Brann & Keller"},
    {"He met Tarn, Oss, Brann and Keller.", "brann", "Brann"},
    {"He met Anna Tarn and Dean Brann.", "dean brann", "Dean Brann"},
    {"The dean left. They met Dean Brann.", "brann", "Brann"},
    {"He said Thrusday he would stay.", "thrusday", ""},
    {"Anna Halvard spoke. Halvard left. Then Halvard came. They met Halverd.", "anna halvard",
     "Anna Halvard | Halvard | Halvard | Halverd"},
    {"Anna Halvard spoke. Halvard left. Then Halvard came. Halvadr also said no.", "anna halvard",
     "Anna Halvard | Halvard | Halvard | Halvadr"},
    {"Anna Halvard spoke. Halvard left. Then Halvard came. They met the Halvards.", "anna halvard",
     "Anna Halvard | Halvard | Halvard"},
    {"Anna Halvard spoke. Halvard left. Then Halvard came. They met Bo Halverd. Halverd left.", "anna halvard",
     "Anna Halvard | Halvard | Halvard"},
    /* countries by their people, capitals and seats */
    {"Russia sent envoys. Moscow and the Kremlin said Russian troops stay.", "russia",
     "Russia | Moscow | Kremlin | Russian"},
    {"The U.S. denied it. American ships and US-backed troops left.", "united states", "U.S. | American | US"},
    /* organs of a state are not the state, and a capital behind "in" is a city */
    {"Russia waits. The State Duma met. Russia said no.", "russia", "Russia | Russia"},
    /* with an article before the country, too, and whose "its" ministry is */
    {"It met the U.S. Harbour Board. Later the United States Harbour Board left.", "united states harbour board",
     "U.S. Harbour Board | United States Harbour Board"},
    {"Kelmar, which owns the pits, waits. Its Foreign Ministry said no.", "kelmar foreign ministry",
     "Foreign Ministry"},
    {"Kelmar and Varn wait. Its Foreign Ministry said no.", "foreign ministry", "Foreign Ministry"},
    {"Kelmar's Foreign Ministry met. The talks went on. Its Foreign Ministry said no.", "foreign ministry",
     "Foreign Ministry"},
    {"America waits. The U.S. Supreme Court met. The Supreme Court said no.", "united states supreme court",
     "U.S. Supreme Court | Supreme Court"},
    {"Russia waits. Moscow said no. They met in Moscow.", "russia", "Russia | Moscow"},
    {"Russia waits. Moscow said no. They met in Moscow.", "moscow", "Moscow"},
    {"Ohio waits. Columbus is calm.", "ohio", "Ohio"},
    {"The Supreme Court of Maravel sat on Monday.", "united states", ""},
    {"The White House wrote to the Senate. The White House and the Senate differ.", "white house",
     "White House | White House"},
    {"The Senate, Congress and the Pentagon met. The White House left. The Senate sat for a United States flag.",
     "senate", "Senate | Senate"},
    /* a party's members are persons and not the party; its adjective names nobody */
    {"Democrats left. The Democratic Party met. A Democrat said no. Democratic lawmakers came.", "democratic party",
     "Democratic Party"},
    {"Democrats left. The Democratic Party met. A Democrat said no. Dems came.", "democrats", "Democrats | Dems"},
    {"The Democratic-led panel met. Russian guests came.", "democratic party", ""},
    /* so are a state's people, but "the Russians" without more is the state */
    {"Russia waits. Two Russians left. The Russians said no. The Russians who came stayed.", "russians",
     "Russians | Russians"},
    {"Russia waits. Two Russians left. The Russians said no. The Russians who came stayed.", "russia",
     "Russia | Russians"},
    {"The African-American vote fell. Africa waits.", "africa", "Africa"},
    /* roles of one class may stand for each other, where whose they are agrees */
    {"GOP hopeful Boris Halden came. Anna Keller left. The Republican front-runner spoke.", "boris halden",
     "GOP hopeful | Boris Halden | The Republican front-runner"},
    {"GOP hopeful Boris Halden came. Anna Keller left. The Democratic front-runner spoke.", "boris halden",
     "GOP hopeful | Boris Halden"},
    /* "who was": of the name before */
    {"President Boris Halden came. Anna Keller, who was president of Kestria, left.", "anna keller",
     "Anna Keller | president"},
    /* a noun stands for no name that only ends in it */
    {"Orrin State fighters met. He was the state's mayor.", "orrin state", "Orrin State"},
    /* both names of a compound, but not of a longer name */
    {"The UK-Russia talks failed.", "russia", "Russia"},
    {"The UK-Russia talks failed.", "united kingdom", "UK"},
    {"Anna Halden met Bo Orrin. The Halden-Orrin plan failed.", "bo orrin", "Bo Orrin | Orrin"},
    {"The Pacific is wide. The Trans-Pacific Partnership failed.", "trans pacific partnership",
     "Trans-Pacific Partnership"},
    /* small words with capitals, seasons, nicknames, initials inside names */
    {"They renewed the Violence Against Neighbours Act.", "violence against neighbours act",
     "Violence Against Neighbours Act"},
    {"The Arab Spring began in spring.", "arab spring", "Arab Spring"},
    {"Anna \"Red\" Halden came. Red Halden spoke. Halden left.", "anna halden",
     "Anna \"Red\" Halden | Red Halden | Halden"},
    {"George H.W. Bush came. George W. Bush left.", "george bush", "George W. Bush"},
    /* offices before names, and a role that ends where another begins */
    {"Senate Minority Whip Anna Halden spoke. President-elect Bo Orrin left.", "anna halden",
     "Senate Minority Whip | Anna Halden"},
    {"The lean governor picked former minister Anna Halden.", "anna halden", "former minister | Anna Halden"},
    /* who sits for a place */
    {"Rep. Anna Halden (R-Texas) and Rep. Bo Orrin (D-Ohio) met. The Texas congresswoman left.", "anna halden",
     "Anna Halden | The Texas congresswoman"},
    {"Rep. Anna Halden, R-Calif., spoke.", "california", "Calif."},
    /* whoever holds an office */
    {"The British foreign secretary, Anna Halden, came. No visit by a British foreign secretary was like it.",
     "anna halden", "The British foreign secretary | Anna Halden"},
    /* a capital that is visited; a part of a state is no country */
    {"Russia waits. He will visit Moscow. Moscow said no.", "moscow", "Moscow"},
    {"Ohio waits. Ohio is large. The country is calm.", "ohio", "Ohio | Ohio"},
    /* the one firm named */
    {"Halden Motors Inc. was sued. The company denied it.", "halden motors inc", "Halden Motors Inc. | The company"},
    {"Halden Motors Inc. sued Orrin Steel Corp. on Monday. The company denied it.", "halden motors inc",
     "Halden Motors Inc."},
    /* abbreviations with full stops */
    {"On Monday the N.A.A.C.P. met. The N.A.A.C.P. voted.", "naacp", "N.A.A.C.P. | N.A.A.C.P."},
    {"The National Association for the Advancement of Local People met.",
     "national association for the advancement of local people",
     "National Association for the Advancement of Local People"},
    {"The EU agreed. The European Union will pay.", "european union", "EU | European Union"},
    /* organisations */
    {"The Meadow Accord left. The Accord wants talks.", "meadow accord", "Meadow Accord | Accord"},
    {"The Strait Monitoring Mission (SMM) was there. The SMM saw it.", "strait monitoring mission",
     "Strait Monitoring Mission | SMM | SMM"},
    {"The Bank of Varn lent money.", "bank of varn", "Bank of Varn"},
    {"Kestria's Foreign Ministry spoke, then Brenmark's Foreign Ministry.", "brenmark foreign ministry",
     "Foreign Ministry"},
    {"The Russian Foreign Ministry spoke. Russia's Foreign Ministry left.", "russia foreign ministry",
     "Russian Foreign Ministry | Foreign Ministry"},
    /* days */
    {"They met on Flood Day in Varn. It was a dismal Flood Day for Brenmark.", "flood day", "Flood Day | Flood Day"},
    /* names with small words inside */
    {"They read the Defence of Harbours Act.", "defence of harbours act", "Defence of Harbours Act"},
    {"On Monday the Ways and Fishing Committee met.", "ways and fishing committee", "Ways and Fishing Committee"},
    {"The case is Orrin Stores v. Halden, No. 10-277.", "orrin stores halden", "Orrin Stores v. Halden"},
    {"He spoke on \"Wake the Harbour\" in Varn.", "wake the harbour", "Wake the Harbour"},
    /* short forms */
    {"The Department of the Harbour met. The Harbour Department left.", "harbour department",
     "Department of the Harbour | Harbour Department"},
    {"On Monday Orrin met the Orrin Stores Inc. lawyers.", "orrin stores inc", "Orrin | Orrin Stores Inc."},
    {"They read the Defence of Harbours Act. DOHA is law.", "defence of harbours act",
     "Defence of Harbours Act | DOHA"},
    {"The Harbour Department Fishing Review Board met. The FRB was late.", "harbour department fishing review board",
     "Harbour Department Fishing Review Board | FRB"}, /* without the body whose part it is */
    {"The Harbour Department Fishing Board met. The FB was late.", "harbour department fishing board",
     "Harbour Department Fishing Board"},
    {"J. Boris Halden came. Boris Halden left.", "boris halden", "J. Boris Halden | Boris Halden"},
    /* a run of forms of places, parties and organs is as many names; a member's form before a name is none of it */
    {"On Monday the New York Republicans met.", "republicans", "Republicans"},
    {"They met Democrats on Tarsk Hill, and Democrats of Varn.", "democrats", "Democrats | Democrats"},
    {"They met the Halden Democrats of Varn.", "democrats", ""},
    {"Sen. Anna Keller, D-N.Y., met Rep. Boris Halden (N.Y.).", "new york", "N.Y. | N.Y."},
    {"On Monday Republican Orla Vesk met voters.", "orla vesk", "Orla Vesk"},
    {"On Monday Justices Halden and Boris Vane met. Justice Anna Halden left.", "anna halden",
     "Justices Halden | Anna Halden"},
    /* roles */
    {"Foreign Secretary Boris Halden left. The Foreign Secretary was tired.", "boris halden",
     "Boris Halden | The Foreign Secretary"},
    {"Interior Minister Dorian Hask spoke. When the minister left, he waved.", "dorian hask",
     "Dorian Hask | the minister | [he]"},
    {"Sanna Holvik, the Accord's leader, spoke in Carreth.", "sanna holvik", "Sanna Holvik | the Accord's leader"},
    {"A spokesman for the prime minister, Edvard Lysk, said no. The prime minister was out.", "edvard lysk",
     "A spokesman | Edvard Lysk"},
    {"President Adam Tarn met President Ruben Cas of Kestria. The Kestrian crowd cheered.", "ruben cas", "Ruben Cas"},
    {"Former judge Anna Keller came. The judge in the case was silent.", "anna keller",
     "Former judge | Anna Keller | The judge"},
    {"Peter Oss, the president's adviser, came. President Adam Tarn left.", "peter oss", "Peter Oss"},
    /* an office without a name is the nearest holder's, and nobody's between two; no apposition goes on as a clause */
    {"Gov. Jon Brell spoke. Gov. Ada Varn signed it. Then the governor left.", "ada varn", "Ada Varn | the governor"},
    {"Gov. Jon Brell met Gov. Ada Varn. Then the governor left.", "ada varn", "Ada Varn"},
    /* above both, whoever is introduced first */
    {"Halden looks ahead. Anna Halden lost. Peter Halden came. Halden left.", "anna halden",
     "Halden | Anna Halden | Halden"},
    /* who leads the sentence before is called so, unless it is said that somebody is something else */
    {"Sen. Anna Osk spoke. It rained. Jan Tarn sought support. Walking in, the senator said no.", "jan tarn",
     "Jan Tarn | the senator"},
    {"Sen. Anna Osk spoke. It rained. Mayor Jan Tarn sought support. Walking in, the senator said no.", "anna osk",
     "Anna Osk"},
    {"Sen. Anna Osk spoke. It rained. Jan Tarn met Osk. Walking in, the senator said no.", "anna osk",
     "Anna Osk | Osk | the senator"},
    {"Gov. Ada Varn came. In a talk with Mira Oss, the governor pointed at it.", "mira oss", "Mira Oss"},
    {"# Ohio Governor Says Old Law May Change\nGov. Ada Varn of Ohio came.", "ada varn", "Ohio Governor | Ada Varn"},
    /* one name, two places */
    {"Washington Gov. Jon Brell came. Washington is green.", "washington state", "Washington | Washington"},
    {"They flew to Oregon, Washington and Idaho.", "washington state", "Washington"},
    {"Jon Brell is in Washington.", "washington state", ""},
    /* initials written as a word */
    {"The North Kestrian Free Trade Agreement, or Nkfta, failed. It is said that Nkfta was bad.",
     "north kestrian free trade agreement", "North Kestrian Free Trade Agreement | Nkfta | Nkfta"},
    /* pronouns: gender, distance, and no guess between equals */
    {"Helene Corvin teaches law. She said no.", "helene corvin", "Helene Corvin | [She]"},
    {"Helene Corvin met Peter Oss. He smiled.", "peter oss", "Peter Oss | [He]"},
    {"Helene Corvin teaches law. The court sat. The rain fell. The judges left. She said no.", "helene corvin",
     "Helene Corvin"},
    {"Helene Corvin teaches law. “The court sat. The rain fell. The judges left. It is over,” she said.",
     "helene corvin", "Helene Corvin | [she]"}, /* what she says does not part her from it */
    /* nouns that stand for a name, and peoples of invented countries */
    {"House Speaker-to-be Nancy Orlan came. Orlan left.", "nancy orlan", "Nancy Orlan | Orlan"},
    {"The Fifth Amendment holds, and so does the First Amendment.", "fifth amendment", "Fifth Amendment"},
    {"The Interior Ministry spoke. The ministry was silent then.", "interior ministry",
     "Interior Ministry | The ministry"},
    {"France voted. The country is calm.", "france", "France | The country"},
    {"Oss is mayor of Roanoke, Virginia, and a judge.", "virginia", "Virginia"},
    {"They went to Kestria. Kestria is far. The Kestrian coast is long.", "kestria", "Kestria | Kestria | Kestrian"},
    /* groups: definite and repeated */
    {"The protesters sat down. Police dragged the protesters away.", "protesters", "The protesters | the protesters"},
    {"Some miners came.", "miners", ""},
    {"The masked rioters ran. It fell to young rioters.", "rioters", "The masked rioters | young rioters"},
    {"Police saw the rioters once.", "rioters", "the rioters"}, /* others would say "demonstrators" */
    {"Police saw the workers once.", "workers", ""},
    /* headlines name only whom the text knows */
    {"# Halden Courts The Old Regime Again In Varn\nBoris Halden came.", "boris halden", "Halden | Boris Halden"},
    {"# Halden Courts The Old Regime Again In Varn\nBoris Halden came.", "regime", ""},
    {"# Freeing Boris Halden, Council Shows Its Hand\nBoris M. Halden Jr. came.", "boris halden jr",
     "Boris Halden | Boris M. Halden Jr."},
    {"# Rail Strike Enters Its Second Long Week\nHalden Rail waited.", "halden rail", "Halden Rail"},
    {"# Council Says Mines Must Rest For Months\nThe Harbour Council waited.", "harbour council",
     "Council | Harbour Council"},
    {"# Halden Waits For Snow In Moscow Again\nRussia waits. Boris Halden came.", "moscow", "Moscow"},
    {"# Halden Waits For Snow As Moscow Waits\nRussia waits. Boris Halden came.", "russia", "Moscow | Russia"},
    /* marks on letters tell nobody apart */
    {"Boris Háldén came. Mr. Halden left.", "boris halden", "Boris Háldén | Mr. Halden"},
    /* of two ministries the nearer is meant, and neither where both are far */
    {"The Interior Ministry left. The Energy Ministry came. The ministry was late.", "energy ministry",
     "Energy Ministry | The ministry"},
    {"The Interior Ministry left. The Energy Ministry came. It rained. It rained. It rained. The ministry was late.",
     "energy ministry", "Energy Ministry"},
    /* a title may be a surname */
    {"Boris Baron came. Baron left, and so did the new Baron Halden.", "boris baron", "Boris Baron | Baron"},
    /* a list of names without its full stop is none */
    {"It rained.\nThe letter was signed by Boris Halden, Mira Oss, Jon Brell, Ada Varn and Kit Lorne", "mira oss",
     "Mira Oss"},
};

static void check_mentions(void **state)
{
    (void)state;
    struct px_buffer found = {0};
    int failures = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        story_read(cases[i].text);
        story_mentions(cases[i].key, &found);
        if (px_slice_is(px_buffer_slice(&found), cases[i].mentions))
            continue;
        print_error("%s\n  %s: expected \"%s\"\n  found \"%s\"\n", cases[i].text, cases[i].key, cases[i].mentions,
                    found.data);
        failures++;
    }
    px_buffer_release(&found);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_mentions),
    };
    return cmocka_run_group_tests(tests, story_set_up, story_tear_down);
}
