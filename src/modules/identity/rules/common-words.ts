/**
 * Words that lists of stolen passwords are made of, in the three languages of the product. Own list: no list of whole passwords is
 * bundled, because nearly none of the usual ones has twelve characters; is-common-password.ts judges what people make of these words.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passwort passw0rd pass word contrasena contrasenia contraseña clave clavesegura miclave micontrasena senha senhas minhasenha
  admin administrador administrator root user usuario usuaria guest invitado test testing prueba demo temporal temp default changeme cambiame
  login ingreso entrar acceso access secret secreto segredo segura seguro segura1 welcome bienvenido bienvenida bemvindo hello hola ola
  letmein dejameentrar open abrir sesamo master maestro super superman batman spiderman pokemon naruto dragon dragonball starwars matrix
  monkey mono tiger tigre lion leon perro gato gatito perrito cachorro dog cat princess princesa prince principe reina rey queen king angel
  angelito angeles diablo dios jesus jesuscristo cristo maria virgen amor amorcito amo teamo tequiero mivida miamor iloveyou loveyou love
  lovely corazon cariño carino bebe baby familia family mama papa mami papi madre padre hijo hija hijos hermano hermana abuela abuelo amigo
  amiga amigos sunshine sol luna moon star estrella cielo flor flores flower rosa rose jardin garden summer verano winter invierno spring
  primavera autumn otono enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre january february march
  april june july august september october november december lunes martes miercoles jueves viernes sabado domingo monday tuesday wednesday
  thursday friday saturday sunday football futbol soccer baseball basketball hockey boca bocajuniors riverplate river racing independiente
  sanlorenzo velez huracan rosariocentral newells estudiantes gimnasia talleres belgrano colon union campeon campeones goool messi
  lionelmessi maradona diegomaradona argentina argentino buenosaires cordoba mendoza rosario brasil brazil flamengo corinthians palmeiras
  santos vasco gremio internacional cruzeiro mexico chile uruguay paraguay bolivia peru colombia venezuela ecuador españa espana america
  juan jose carlos luis miguel pedro jorge diego martin pablo daniel david andres alejandro roberto ricardo fernando eduardo sergio nicolas
  sebastian matias facundo agustin lucas tomas santiago joaquin francisco antonio manuel javier gustavo marcelo walter hector raul ruben
  oscar ana laura marta lucia sofia valentina camila martina julieta florencia agustina micaela daniela andrea paula carolina natalia
  gabriela silvia monica patricia claudia susana graciela rosa maria joao paulo rafael bruno gabriel guilherme felipe gustavo leticia
  juliana fernanda amanda beatriz larissa michael jennifer jessica ashley jordan thomas charlie andrew matthew robert william joshua
  computer computadora internet google facebook instagram whatsapp twitter youtube gmail hotmail yahoo windows microsoft apple iphone samsung
  android linux oracle mysql server servidor network wifi router telefono celular phone
  negocio comercio tienda shop store kiosco ferreteria almacen supermercado caja cajero venta ventas stock precio dueño dueno empresa
  company trabajo work oficina office escuela school colegio casa house hogar home auto coche carro ford chevrolet fiat renault toyota moto
  dinero plata money dolar pesos rico pizza chocolate cookie coffee cafe mate cerveza beer vino fernet asado comida food
  freedom libertad paz peace guerra war hunter hunter2 shadow sombra ninja killer asesino hacker cracker trustno1 whatever ranger
  buster soccer1 mustang access14 starwars1 solo corona covid qazwsx qweasd asdfgh zxcvbn qwerty azerty asdf qwer zxcv abcdef abcd abc aaa
  mostrador counter sistema system programa puntodeventa pos`.split(/\s+/),
);
