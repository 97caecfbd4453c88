// Words that are in no dictionary and are often typed: each with the one that is.

const rows =
  'alot a lot|noone no one|aswell as well|infact in fact|eachother each other|abit a bit|' +
  'atleast at least|incase in case|inspite in spite|alittle a little|ofcourse of course|' +
  'everytime every time|upto up to|eachothers each other’s|atall at all|allright all right|' +
  'definately definitely|definatly definitely|seperate separate|seperated separated|' +
  'seperately separately|recieve receive|recieved received|wierd weird|wierdly weirdly|' +
  'untill until|tommorow tomorrow|tommorrow tomorrow|begining beginning|occured occurred|' +
  'occuring occurring|beleive believe|beleived believed|freind friend|freinds friends|' +
  'thier their|teh the|hte the|becuase because|becasue because|suprise surprise|' +
  'suprised surprised|suprisingly surprisingly|realy really|finaly finally|' +
  'completly completely|immediatly immediately|imediately immediately|basicly basically|' +
  'embarass embarrass|embarassed embarrassed|embarassing embarrassing|neccessary necessary|' +
  'necesary necessary|wich which|whcih which|woudl would|coudl could|shoudl should|' +
  'didnt didn’t|doesnt doesn’t|isnt isn’t|wasnt wasn’t|couldnt couldn’t|wouldnt wouldn’t|' +
  'dont don’t|youre you’re|theyre they’re|thats that’s|whats what’s|theres there’s|' +
  'ive I’ve|youve you’ve|theyve they’ve|weve we’ve|youll you’ll|theyll they’ll|hasnt hasn’t|' +
  'mustnt mustn’t|' +
  'shouldnt shouldn’t|hadnt hadn’t|havent haven’t|arent aren’t|werent weren’t|' +
  'dissapear disappear|dissapeared disappeared|dissappear disappear|' +
  'dissappeared disappeared|dissapoint disappoint|dissapointed disappointed|' +
  'grabed grabbed|stoped stopped|droped dropped|noded nodded|shruged shrugged|' +
  'hesistated hesitated|hestitated hesitated|wispered whispered|whipsered whispered|' +
  'lauged laughed|laughted laughed|truely truly|goverment government|calender calendar|' +
  'concious conscious|consious conscious|unconcious unconscious|existance existence|' +
  'grammer grammar|independant independent|knowlege knowledge|libary library|' +
  'manuever manoeuvre|miniscule minuscule|mischevious mischievous|peice piece|' +
  'posession possession|prefered preferred|privelege privilege|publically publicly|' +
  'refered referred|relevent relevant|rythm rhythm|sentance sentence|shoulderes shoulders|' +
  'succesful successful|threshhold threshold|tounge tongue|withold withhold|' +
  'yeild yield|sholder shoulder|strenght strength|lenght length|heigth height|' +
  'breifly briefly|breif brief|cieling ceiling|decieve deceive|greatful grateful|' +
  'agression aggression|agressive aggressive|apparantly apparently|apparant apparent|' +
  'accross across|adress address|arguement argument|buisness business|catagory category|' +
  'collegue colleague|comming coming|dieing dying|enviroment environment|familar familiar|' +
  'foward forward|gaurd guard|gaurds guards|hieght height|humourous humorous|' +
  'interupt interrupt|interupted interrupted|lightening-fast lightning-fast|liason liaison|' +
  'noticable noticeable|persue pursue|persued pursued|quizically quizzically|' +
  'reccomend recommend|remeber remember|remebered remembered|sieze seize|siezed seized|' +
  'supress suppress|supressed suppressed|tatoo tattoo|tendancy tendency';

/** What is usually written, by what was typed; both in small letters. */
export const misspelt: ReadonlyMap<string, string> = new Map(
  rows.split('|').map((row): [string, string] => {
    const cut = row.indexOf(' ');
    return [row.slice(0, cut), row.slice(cut + 1)];
  }),
);
