/** What a name, title or role tells of the gender; `null` when nothing does. */
export type Gender = "f" | "m" | null;

// Made by hand: forenames that are common in English-language news and tell the gender by themselves.
const FEMININE = `
Abby Abigail Ada Adriana Agnes Aisha Alexandra Alexandria Alexis Alice Alicia Alina Alison Allison Alyssa Amanda Amber Amelia Amina Amy
Ana Anastasia Andrea Angela Angelina Anita Ann Anna Annalena Anne Annette Annie Antonia April Ariana Arianna Arlene Ashley Aung Autumn Ava
Barbara Beata Beatrice Becky Bella Bernadette Beth Bethany Betsy Betty Beverly Bianca Bonnie Brandi Brenda Brianna Bridget Brittany Brooke
Caitlin Camila Camille Candace Carla Carly Carmen Carol Carole Carolina Caroline Carolyn Carrie Caryn Cassandra Catalina Catherine Cathy Cecile
Cecilia Celeste Charlene Charlotte Chelsea Cheryl Christa Christina Christine Cindy Claire Clara Claudia Colleen Condoleezza Connie Constance
Courtney Crystal Cynthia Daisy Dana Danielle Daniela Darlene Dawn Debbie Deborah Debra Deidre Delia Della Denise Diana Diane Dianne Dolores
Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisa Elisabeth Elise Eliza Elizabeth Ella Ellen Ellie Emily Emma Erica Erika Erin
Esther Eva Eve Evelyn Faith Fatima Felicia Fiona Florence Frances Francesca Gabriela Gabrielle Gail Galina Georgia Geraldine Gina Giorgia Gloria
Grace Greta Gretchen Gwen Hanna Hannah Hatice Hazel Heather Heidi Helen Helena Hilary Hillary Holly Hope Huma Ida Ilana Ilse Ingrid Irene
Irina Iris Isabel Isabella Ivanka Ivy Jackie Jacqueline Jacinda Jane Janet Janice Janine Jasmine Jean Jeanette Jeanne Jeannie Jenna Jennie
Jennifer Jenny Jessica Jill Jo Joan Joanna Joanne Jocelyn Johanna Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julianne Julie Juliet
Kaitlin Kamala Karen Karin Karla Kate Katherine Kathleen Kathryn Kathy Katia Katie Katrina Kayla Kelly Kellyanne Kendra Kiara Kimberly Kirsten
Kirstjen Kristen Kristi Kristin Kristina Kristine Lana Laura Lauren Laurie Layla Leah Leila Lena Leslie Leticia Liana Lila Lillian Lily Linda
Lindsey Lisa Liz Liza Lois Loretta Lori Lorraine Louisa Louise Lucia Lucille Lucy Ludmila Lydia Lynn Lynne Madeleine Madeline Madison Maggie Magdalena
Malala Marcia Margaret Margarita Margot Maria Mariah Mariam Marian Marianne Marie Marilyn Marina Marissa Marjorie Marlene Marsha Martha Mary
Maryam Maureen Maxine Megan Meghan Melania Melanie Melanne Melinda Melissa Mercedes Meredith Mia Michaela Michele Michelle Mildred Milena Mimi
Miranda Miriam Moira Molly Mona Monica Monique Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Neera Nicole Nicola Nigar Nikki Nina
Nora Norma Octavia Olena Olga Olivia Oksana Pamela Patricia Patsy Patti Paula Paulina Pauline Peggy Penelope Penny Petra Phoebe Phyllis Priscilla
Rachael Rachel Rania Raquel Rebecca Regina Renata Renee Rhonda Rita Roberta Rochelle Rosa Rosalind Rose Rosemary Roxana Ruth Sabina Sabrina Sally Samantha
Sandra Sanna Sara Sarah Savannah Selma Serena Sharon Shauna Sheila Shelley Sheryl Shirley Sidney Simone Sofia Sonia Sonya Sophia Sophie Stacey Stacy Stella Stephanie
Sue Summer Susan Susana Susanna Susannah Susanne Suzanne Svetlana Sylvia Tamara Tammy Tania Tanya Tara Tatiana Teresa Tess Tessa Thelma Theresa Therese
Tiffany Tina Toni Tonya Tracey Trish Tulsi Ursula Valentina Valerie Vanessa Vera Veronica Vicki Vicky Victoria Viola Violet Virginia Vivian
Wanda Wendy Whitney Whoopi Winifred Xenia Yasmin Yolanda Yulia Yvette Yvonne Zainab Zahra Zoe Elif Jen Tiina Kaja Mette Marine Ségolène Michèle Marit Solveig Astrid Sigrid Hilde Kirsti Anneke Marijke Femke Saskia Agnieszka Malgorzata Katarzyna Zuzana Ilona Zsuzsa Elzbieta Priya Anjali Sunita Deepa
  Amina Khadija Leyla Ayse Fatma Yuki Akiko Yoko Naoko Lucia Marisol Pilar Concepcion Siobhan Niamh Aoife Carys
`;
const MASCULINE = `
Aaron Abdel Abdul Abdullah Abe Abraham Abu Adam Adel Adnan Adrian Ahmad Ahmed Al Alan Albert Alberto Alejandro Aleksandr Alex Alexander Alexei Alexey Alfred
Ali Alistair Allan Allen Alvin Amir Anatoly Anders Andre Andreas Andrei Andres Andrew Andrey Andriy Andrzej Andy Angus Anthony Antony Anton Antonio Antonin Antti
Archie Armando Arnold Art Arthur Arturo Asa Asad Ashraf Austin Avi Axel Barack Barry Bart Bashar Ben Benedict Benjamin Benny Bernard Bernie Bert Bill Billy
Bjorn Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Bryce Byron Caleb Calvin Carl Carlo Carlos Carter Cedric Cesar
Chad Charles Charlie Chester Chip Chris Christian Christoph Christophe Christopher Chuck Clarence Clark Claude Clay Clifford Clint Clinton Clive Cody Colin Conor Conrad Corey Cory
Craig Curt Curtis Cyril Dale Damian Damon Dan Daniel Danny Darrell Darren Darryl Dave David Davis Dean Dennis Denis Derek Derrick Devin Dexter
Diego Dick Dimitri Dirk Dmitri Dmitriy Dmitry Dmytro Dominic Dominique Don Donald Doug Douglas Drew Duncan Dustin Dwight Earl Eddie Edgar Edmund Eduardo Edward Edwin
Efraim Ehud Eli Elias Elijah Elliot Elliott Elmar Elon Emad Emanuel Emil Emmanuel Enrique Eric Erik Ernest Ernesto Esteban Ethan Eugene Evan Evgeny
Fabian Fareed Farid Felipe Felix Ferdinand Fernando Fidel Filip Florian Francis Francisco Francois François Frank Franklin Franz Fred Freddie Frederick Friedrich
Gabriel Garrett Garry Gary Gavin Gene Geoff Geoffrey George Gerald Gerard Gerhard Gilbert Giles Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregg Gregory
Guillermo Gus Gustavo Guy Hakan Hamad Hamid Hank Hans Harold Harry Harvey Hassan Hector Heiko Heinz Henri Henrik Henry Herbert Herman Homer Horst Howard Hubert
Hugh Hugo Hussein Iain Ian Ibrahim Igor Ilham Ilya Imran Isaac Ismail Ivan Jack Jackson Jacob Jacques Jaime Jair Jake Jakob Jamal James Jamie Jan Janez
Jared Jason Javad Javier Jay Jean-Claude Jean-Marc Jean-Yves Jeb Jed Jeff Jeffery Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joaquin Joe Joel
Joerg Johan Johann Johannes John Johnny Jon Jonah Jonas Jonathan Jordan Jorge Jose José Josef Joseph Josep Josh Joshua Juan Jürgen Julian Julio Julius Junior Justin
Karl Karim Kassym Keith Keir Ken Kenneth Kenny Kent Kerry Kevin Khaled Khalid Khalil Kieran Kirill Kirk Klaus Kofi Konstantin Kurt Kyle Kyriakos
Lamar Lance Larry Lars Laurence Laurent Lawrence Lee Leo Leon Leonard Leonid Leroy Lev Levi Lewis Liam Lincoln Lindsay Lionel Lloyd Lorenzo Lou Louis Luc Luca Lucas
Luis Luiz Luke Lutz Lyle Lyndon Magnus Mahmoud Majid Malcolm Manfred Manuel Marc Marcel Marco Marcos Marcus Mario Mark Marshall Martin Marty Marvin Mateusz Matt
Matteo Matthew Matthias Maurice Mauricio Max Maxim Mehmet Mel Melvin Michael Michel Mick Miguel Mike Mikhail Miles Milo Milos Mitch Mitchell Mitt Mohamed Mohammad
Mohammed Mohsen Morgan Morris Moses Muhammad Murray Mustafa Nabil Narendra Nasser Nate Nathan Nathaniel Neal Ned Neil Nelson Newt Nicholas Nick Nicolas Nicolás Nigel Niklas Nikolai
Nikolay Nikol Noah Noam Noel Norbert Norman Olaf Oleg Oleksandr Oleksiy Oleksii Oliver Olivier Omar Oscar Oskar Osama Otto Owen Pablo Paddy Pascal Pat Patrick Paul Paulo Pavel
Pedro Per Perry Pete Peter Petr Petro Phil Philip Philipp Philippe Phillip Pier Pierre Piotr Qasem Quentin Rafael Rahm Rahul Ralph Ramon Ramzan Rand Randall Randy Raphael
Rashid Raul Ravi Ray Raymond Recep Reed Reggie Reinhard Reince Rene René Rex Reza Ricardo Riccardo Rich Richard Rick Ricky Rishi Rob Robby Robert Roberto Robin Rod Rodney
Rodrigo Rodrigo Roger Roland Rolf Roman Ron Ronald Ronnie Rory Ross Roy Ruben Rudolf Rudy Rudolph Rupert Ruslan Russ Russell Rustem Ryan Saad Saddam Saeed Saif Sajid Salman Salvador
Salvatore Sam Sami Samir Samuel Sandor Santiago Sauli Saul Scott Sean Sebastian Sebastien Sepp Sergei Sergey Serhii Sergio Seth Seymour Shane Shaun Shawn Sheldon Shinzo Sid
Sidney Sigmar Silvio Simon Solomon Spencer Stan Stanislav Stanley Stefan Steffen Stephen Sterling Steve Steven Stewart Stuart Sven Sylvester Tarek Taro Tariq Taylor Ted Terence Terry
Tex Thabo Theodore Thom Thomas Thorsten Tim Timothy Toby Todd Tom Tommy Tony Travis Trent Trevor Tyler Umar Valery Vasily Vasyl Vernon Victor Viktor Vikram Vin Vince Vincent
Vitali Vitaliy Vitaly Vladimir Volodymyr Vyacheslav Wade Wallace Walt Walter Warren Wayne Wendell Werner Wesley Wilbur Wiley Will Willem William Willie Wilson Winston Wolfgang Woody
Xavier Xi Yair Yanis Yevgeny Yitzhak Yoav Yuri Yury Yusuf Yves Zac Zach Zachary Ziad Zoran Enver Fuad Marko Pieter Jeroen Bram Joris Ruud Geert Tomas Matteusz Lukasz Pawel Jakub Jiri Vaclav Zdenek Gabor Istvan Laszlo Viorel Ion Mihai Andrius
  Gitanas Egils Toomas Urmas Petteri Jukka Mikko Antti Kjell Knut Odd Geir Trygve Haakon Gunnar Leif Stig Torsten Gareth Rhys Dev Raj Sanjay Arun Ashok Anil Suresh Rajesh Vijay Hiroshi Kenji
  Takeshi Yoshihide Fumio Brett Eamonn Declan Padraig Oisin Seamus
`;
// Read in news of both women and men; they mark a forename and nothing more.
const EITHER = `Alex Ariel Ashton Avery Bailey Blair Cameron Carey Casey Chris Dana Drew Evan Frankie Jackie Jamie Jan Jean Jessie Jo Jody Jordan Jules Kai Kelly Kerry
Kim Kris Lane Lee Leigh Leslie Lindsay Lindsey Logan Loren Lynn Mackenzie Marion Mel Micah Morgan Nicola Nikita Pat Quinn Reese Riley Robin Rowan Sam Sasha Shannon Sidney Skyler
Stacy Sydney Taylor Terry Toni Tracy Val Whitney Yuki Hilary Andrea Robbie Casey Sandy`;

const genders = new Map<string, Gender>();
for (const [names, gender] of [
  [FEMININE, "f"],
  [MASCULINE, "m"],
  [EITHER, null],
] as const) {
  for (const name of names.trim().split(/\s+/)) genders.set(name, gender);
}

/** "Lucía" as "Lucia"; of "Jean-Claude" the first part when the whole is unknown. */
function genderOf(word: string): Gender | undefined {
  const known = genders.get(word);
  if (known !== undefined) return known;
  // Most words are unknown, and without accent or hyphen there is nothing more to try.
  if (/^[A-Za-z]*$/.test(word)) return undefined;
  const plain = /[^ -~]/.test(word) ? word.normalize("NFKD").replace(/\p{M}/gu, "") : word;
  return genders.get(plain) ?? (genders.has(plain) ? null : genders.get(plain.split("-", 1)[0]!));
}

/** True for a known forename. */
export function isForename(word: string): boolean {
  return genderOf(word) !== undefined;
}

/** The gender a forename tells, `null` when it is unknown or used of both. */
export function genderOfForename(word: string): Gender {
  return genderOf(word) ?? null;
}
