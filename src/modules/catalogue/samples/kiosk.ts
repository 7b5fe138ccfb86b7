/** A kiosk's shelf; see read-sample.ts for the marks. Prices in ARS with VAT. */
export const KIOSK = `
# Golosinas > Alfajores | 48
Alfajor simple chocolate 50 g | 950 | Pampero | x18
Alfajor simple blanco 50 g | 950 | Pampero | x18
Alfajor triple chocolate 70 g | 1450 | Pampero | x24
Alfajor triple blanco 70 g | 1450 | Pampero | x24
Alfajor de maicena 55 g | 1100 | Doña Elsa | x12
Alfajor mousse 60 g | 1650 | Sierra Alta | x12
Alfajor de arroz 25 g | 780 | Liviano | x20
Conitos de dulce de leche x 6 | 5900 | Sierra Alta
# Golosinas > Chocolates | 45
Chocolate con leche 25 g | 1350 | Nevado | x20
Chocolate con leche 100 g | 4600 | Nevado
Chocolate con maní 100 g | 4900 | Nevado
Chocolate blanco 100 g | 4800 | Nevado
Chocolate amargo 70 % 80 g | 5300 | Nevado
Bocadito de dulce de leche | 550 | Nevado | x36
Oblea bañada 30 g | 900 | Crocan | x20
Barrita de chocolate y maní 45 g | 1500 | Crocan | x24
Confites de chocolate 40 g | 1400 | Arcoíris
Bombón suelto | 480 | Nevado | -
# Golosinas > Caramelos y chicles | 70
Caramelo ácido surtido | 60 || -
Caramelo masticable | 70 || -
Caramelo de miel | 60 || -
Caramelos ácidos bolsa 150 g | 2300 | Arcoíris
Chicle menta x 5 | 700 | Globito | x20
Chicle tutti frutti x 5 | 700 | Globito | x20
Chicle sin azúcar menta x 12 | 1600 | Globito | x16
Pastillas de mentol | 1150 | Fresquín | x12
Pastillas de frutas | 1050 | Fresquín | x12
Gomitas frutales 60 g | 1500 | Arcoíris
Gomitas ácidas 60 g | 1550 | Arcoíris
Chupetín corazón | 250 | Arcoíris | x48
Chupetín relleno con chicle | 300 | Arcoíris | x48
Malvaviscos 100 g | 2100 | Arcoíris
Turrón de maní 25 g | 380 | Crocan | x50
Garrapiñada de maní 80 g | 1200
Pochoclo dulce 100 g | 1700
# Golosinas > Galletitas | 38
Galletitas de agua 3 x 100 g | 2300 | Molino Viejo
Galletitas dulces vainilla 150 g | 1500 | Molino Viejo
Galletitas rellenas chocolate 118 g | 1900 | Molino Viejo | x36
Galletitas rellenas frutilla 118 g | 1900 | Molino Viejo | x36
Galletitas surtidas 300 g | 3200 | Molino Viejo
Galletitas con chips 125 g | 2100 | Molino Viejo
Bizcochitos de grasa 200 g | 1600 | Molino Viejo
Magdalenas x 6 | 2700 | Doña Elsa
Budín de vainilla 200 g | 2900 | Doña Elsa
Barra de cereal 23 g | 850 | Liviano | x20
# Snacks | 42
Papas fritas clásicas 40 g | 1700 | Crujín
Papas fritas clásicas 85 g | 3100 | Crujín
Papas fritas clásicas 150 g | 4900 | Crujín
Papas sabor queso 85 g | 3200 | Crujín
Palitos salados 80 g | 1700 | Crujín
Chizitos 80 g | 1900 | Crujín
Nachos 90 g | 2700 | Crujín
Maní salado 100 g | 1500 | Crujín
Maní japonés 100 g | 1800 | Crujín
Mix de frutos secos 50 g | 2600 | Liviano
Tutucas 80 g | 1200
# Bebidas > Gaseosas y jugos | 32
Gaseosa cola 500 ml | 1900 | Burbuja | x12
Gaseosa cola 1,5 L | 3600 | Burbuja | x6
Gaseosa cola 2,25 L | 4700 | Burbuja | x6
Gaseosa cola sin azúcar 500 ml | 1900 | Burbuja | x12
Gaseosa cola lata 354 ml | 1700 | Burbuja | x6
Gaseosa lima limón 500 ml | 1850 | Burbuja | x12
Gaseosa lima limón 2,25 L | 4500 | Burbuja | x6
Gaseosa naranja 500 ml | 1850 | Burbuja | x12
Gaseosa pomelo 1,5 L | 3500 | Burbuja | x6
Agua tónica 500 ml | 1800 | Burbuja
Jugo de naranja cartón 200 ml | 950 | Huerta | x18
Jugo de manzana cartón 200 ml | 950 | Huerta | x18
Jugo en polvo naranja 18 g | 450 | Huerta | x20
Chocolatada cartón 200 ml | 1350 | La Ubre | x18
# Bebidas > Aguas y energizantes | 35
Agua mineral sin gas 500 ml | 1200 | Vertiente | x12
Agua mineral sin gas 1,5 L | 1900 | Vertiente | x6
Agua mineral con gas 500 ml | 1200 | Vertiente | x12
Agua saborizada pera 500 ml | 1700 | Vertiente | x12
Agua saborizada pomelo 1,5 L | 2600 | Vertiente | x6
Soda sifón 2 L | 2400 | Vertiente
Energizante lata 250 ml | 2800 | Rayo | x24
Energizante lata 473 ml | 3400 | Rayo | x12
Bebida isotónica manzana 500 ml | 2300 | Rayo | x6
# Bebidas > Cervezas y vinos | 34
Cerveza rubia lata 473 ml | 2600 | Cervecería del Puerto | x6
Cerveza rubia botella 1 L | 3900 | Cervecería del Puerto
Cerveza roja lata 473 ml | 2900 | Cervecería del Puerto | x6
Cerveza negra lata 473 ml | 2900 | Cervecería del Puerto | x6
Cerveza sin alcohol lata 354 ml | 2500 | Cervecería del Puerto | x6
Vino tinto malbec 750 ml | 6400 | Tres Álamos
Vino blanco torrontés 750 ml | 6100 | Tres Álamos
Vino tinto en caja 1 L | 2700 | Tres Álamos | x12
Aperitivo de hierbas 750 ml | 11900
# Cigarrillos y tabaco | 12
Cigarrillos box x 20 | 5200 | Marca A | x10
Cigarrillos comunes x 20 | 4900 | Marca A | x10
Cigarrillos mentolados x 20 | 5300 | Marca A | x10
Cigarrillos económicos x 20 | 2900 | Marca B | x10
Cigarrillos económicos x 10 | 1600 | Marca B | x10
Tabaco para armar 30 g | 5900 | Marca B
Papel para armar | 900 || pack
Filtros para armar | 1200 || pack
Encendedor | 1100 | Llama | x25
Fósforos x 200 | 950 | Llama
# Lácteos y panificados | 24
Leche entera sachet 1 L | 1750 | La Ubre | 0
Leche descremada sachet 1 L | 1800 | La Ubre | 0
Leche larga vida 1 L | 2200 | La Ubre | 0
Yogur bebible frutilla 900 g | 3100 | La Ubre
Yogur firme vainilla 120 g | 1150 | La Ubre
Manteca 100 g | 2500 | La Ubre
Queso crema 290 g | 4300 | La Ubre
Dulce de leche 400 g | 3600 | La Ubre
Pan lactal blanco 400 g | 3200 | Molino Viejo | 10.5
Pan francés | 2600 || kg 10.5 -
Facturas surtidas | 700 || -
Sándwich de miga triple | 1900 || -
# Fiambres y helados | 38
Salamín picado fino | 18900 || kg -
Jamón cocido feteado | 15800 || kg -
Queso barra feteado | 13900 || kg -
Helado palito de agua | 900 | Iglú | x24
Helado palito bombón | 1900 | Iglú | x24
Helado cono | 2600 | Iglú | x20
Helado pote 1 L | 8900 | Iglú
Hielo bolsa 2 kg | 2800
# Almacén | 26
Yerba mate 500 g | 3400 | Monte Rojo | x10
Yerba mate 1 kg | 6300 | Monte Rojo | x10
Azúcar 1 kg | 1500 | Cañaveral | x10
Café instantáneo 50 g | 4900 | Monte Rojo
Té en saquitos x 25 | 1600 | Monte Rojo
Mate cocido x 25 | 1700 | Monte Rojo
Fideos tirabuzón 500 g | 1600 | Molino Viejo
Arroz largo fino 1 kg | 2100 | Cañaveral
Harina 0000 1 kg | 1300 | Molino Viejo | 10.5
Aceite de girasol 900 ml | 3300 | Cañaveral
Puré de tomate 520 g | 1100 | Huerta
Atún al natural 170 g | 3200
Sal fina 500 g | 900 | Cañaveral
Mayonesa 237 g | 1900 | Huerta
Huevos x 6 | 2300 || pack
# Higiene y limpieza | 34
Papel higiénico x 4 | 3200 | Suavel
Pañuelos descartables x 10 | 750 | Suavel
Jabón de tocador 90 g | 1100 | Suavel
Desodorante en aerosol 150 ml | 3700 | Suavel
Pasta dental 70 g | 2300 | Suavel
Cepillo dental | 1900 | Suavel
Máquina de afeitar descartable | 1400
Preservativos x 3 | 3100
Toallitas femeninas x 8 | 2100 | Suavel
Detergente 500 ml | 1900 | Brillo
Lavandina 1 L | 1400 | Brillo
Rollo de cocina x 3 | 2900 | Suavel
# Librería y varios | 60
Lapicera azul | 700 | Trazo | x50
Lapicera negra | 700 | Trazo | x50
Cuaderno rayado 48 hojas | 2900 | Trazo
Resma A4 75 g | 11500 | Trazo
Cinta adhesiva 12 mm | 800 | Pegal
Adhesivo instantáneo 2 g | 2200 | Pegal
Pila AA x 2 | 3200 | Voltio | x12
Pila AAA x 2 | 3200 | Voltio | x12
Cargador USB C | 9900
Cable USB C 1 m | 5600
Auriculares con cable | 7800
Diario | 2500 || 0
Revista de pasatiempos | 2900 || 0
Mazo de naipes españoles | 4300
Globos x 10 | 1700
`;
