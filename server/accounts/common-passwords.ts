/**
 * Very common passwords of twelve characters or more, in small letters and without spaces or signs; those that are one short
 * piece over and over, or a run along the alphabet or the keyboard, are found by rule.
 */
export const commonPasswords = new Set(
  `
  password1234 password12345 password123456 passwordpassword passw0rdpassw0rd mypassword123 mypassword1234 newpassword123
  newpassword1 thisismypassword thisisapassword thepassword123 password2023 password2024 password2025 password2026
  yourpassword changemeplease changeme1234 changeme12345 pleasechangeme defaultpassword temporarypassword temppassword123
  administrator administrator1 administrator123 adminadmin123 adminadminadmin admin1234567 admin123456789 rootrootroot
  superadmin123 letmeinletmein letmein12345 letmein123456 letmeinplease openthedoor1 opensesame123 welcome12345
  welcome123456 welcometothejungle welcomehome123 qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty qwertyuiop123
  qwertyuiopasdfghjkl qwertyuiopasdf asdfghjkl123 asdfghjklzxcvbnm asdfasdfasdf zxcvbnmasdfghjkl 1q2w3e4r5t6y 1q2w3e4r5t6y7u
  1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qazwsxedc123 q1w2e3r4t5y6 zaq12wsxcde3 iloveyou1234
  iloveyou12345 iloveyouforever iloveyousomuch iloveyoubaby1 ilovemyfamily ilovejesus123 jesuschrist1 jesusislord1
  jesusloveme1 godisgreat123 thankyoujesus blessed12345 sunshine1234 sunshine12345 princess1234 princess12345
  football1234 football12345 baseball1234 basketball12 basketball123 manchesterunited manunited123 liverpoolfc1
  liverpool1234 chelseafc123 realmadrid123 barcelona1234 dallascowboys michaeljordan superman1234 superman12345
  batman123456 spiderman123 starwars1234 harrypotter1 harrypotter123 pokemon12345 dragonballz1 dragon123456 monkey123456
  master123456 shadow123456 michael12345 jennifer1234 charlie12345 samantha1234 computer1234 computer12345 internet1234
  internet12345 samsung12345 google123456 facebook1234 facebook12345 microsoft123 whatever1234 whatever12345 trustno1trustno1
  secret123456 secretpassword topsecret1234 supersecret1 supersecret123 thisisasecret killer123456 hello1234567
  hellohellohello helloworld12 helloworld123 helloworld1234 loremipsumdolor abcd12345678 abc123456789 abcdef123456
  abcdefg123456 a1b2c3d4e5f6 aa1234567890 a12345678901 1234567890ab 1234567890qwerty 123456789qwerty 123qwe123qwe
  123456qwerty 123456abcdef 1234qwerasdf 1234qwerasdfzxcv qwer1234asdf qwerasdfzxcv nopassword123 idontknow1234
  correcthorsebatterystaple summer2023summer winter2024winter happynewyear1 happybirthday happybirthday1 merrychristmas
  factcheck1234 factchecker12 factchecker123 newsroom1234 newsroom12345 journalist123 verification1 stetstetstet
  unitedstates1 unitedkingdom newyorkcity1 newyorkyankees losangeles12 sanfrancisco california123 australia1234
  `
    .trim()
    .split(/\s+/),
)

/** Runs that a password may not merely be a piece of, read in either direction. */
export const commonRuns = [
  '01234567890123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
  'qwertzuiopasdfghjklyxcvbnmqwertzuiop',
  'azertyuiopqsdfghjklmwxcvbnazertyuiop',
  '1234567890qwertyuiopasdfghjklzxcvbnm',
]
