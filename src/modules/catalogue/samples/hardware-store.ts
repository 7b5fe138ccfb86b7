/** A hardware store's shelf; see read-sample.ts for the marks. Prices in ARS with VAT. */
export const HARDWARE_STORE = `
# Plomería > Caños y conexiones | 42
Caño PVC 1/2" x 4 m | 8450
Caño PVC 3/4" x 4 m | 11200
Caño PVC desagüe 40 mm x 4 m | 13900
Caño PVC desagüe 110 mm x 4 m | 38600
Caño termofusión 20 mm x 4 m | 9700 | Termosur
Caño termofusión 25 mm x 4 m | 14300 | Termosur
Codo 90° PVC 1/2" | 620
Codo 90° PVC 110 mm | 3120.50
Codo 45° PVC 110 mm | 2980
Codo termofusión 20 mm | 480 | Termosur
Tee PVC 1/2" | 790
Tee termofusión 20 mm | 650 | Termosur
Cupla termofusión 20 mm | 390 | Termosur
Reducción PVC 110 a 63 mm | 2450
Adhesivo para PVC 250 cm³ | 7800 | Selmax
Cinta teflón 3/4" x 20 m | 1650
# Plomería > Grifería y sanitarios | 48
Canilla de jardín 1/2" bronce | 12900 | Aguaclara
Canilla esférica 1/2" | 9850 | Aguaclara
Llave de paso 1/2" | 11400 | Aguaclara
Grifería monocomando cocina | 86500 | Aguaclara
Flexible mallado 1/2" x 40 cm | 6200
Flexible mallado 1/2" x 60 cm | 7350
Sifón doble para pileta | 10800
Flotante para tanque 1/2" | 9400
Mecanismo para mochila de inodoro | 21500
Asiento de inodoro blanco | 18900
Sopapa para lavatorio | 5300
Destapacaños de goma | 4700
# Electricidad > Cables | 38
Cable unipolar 1,5 mm² | 720 || m
Cable unipolar 2,5 mm² | 1180 || m
Cable unipolar 4 mm² | 1890 || m
Cable unipolar 6 mm² | 2790 || m
Cable tipo taller 2 x 1,5 mm² | 1980 || m
Cable tipo taller 3 x 2,5 mm² | 4150 || m
Cable coaxil RG6 | 690 || m
Cinta aisladora 10 m | 1490 | Aislar | x10
Caño corrugado 3/4" | 540 || m
# Electricidad > Llaves y tomas | 46
Toma doble 10 A con módulos | 6900 | Lumbrera
Tecla punto simple | 4300 | Lumbrera
Tecla combinación | 5100 | Lumbrera
Tapa ciega rectangular | 1250 | Lumbrera
Bastidor 5 x 10 | 890 | Lumbrera
Caja rectangular PVC | 760
Llave térmica 2 x 16 A | 14800 | Lumbrera
Llave térmica 2 x 25 A | 15600 | Lumbrera
Disyuntor diferencial 2 x 25 A | 58900 | Lumbrera
Prolongador 5 m 4 tomas | 18700
Ficha macho 10 A | 1850
Ficha hembra 10 A | 2050
Portalámparas E27 colgante | 2300
# Electricidad > Iluminación | 44
Lámpara LED 9 W luz fría | 2450 | Claralux | x10
Lámpara LED 9 W luz cálida | 2450 | Claralux | x10
Lámpara LED 12 W luz fría | 3150 | Claralux | x10
Tubo LED 18 W 120 cm | 6400 | Claralux
Reflector LED 30 W exterior | 19800 | Claralux
Panel LED 18 W embutir | 9900 | Claralux
Linterna recargable | 16500 | Claralux
Pila AA alcalina x 2 | 3200 | Voltio | x12
Pila AAA alcalina x 2 | 3200 | Voltio | x12
Batería 9 V | 5900 | Voltio
# Bulonería > Tornillos | 62
Tornillo T1 punta aguja 8 x 1/2" | 18 || -
Tornillo T2 punta aguja 6 x 1" | 24 || -
Tornillo T1 punta aguja 8 x 1/2" (100 u) | 1690 || box
Tornillo autoperforante 8 x 1" (100 u) | 4990 || box
Tornillo para madera 4 x 40 mm (100 u) | 4350 || box
Tornillo para madera 5 x 60 mm (50 u) | 4600 || box
Tirafondo 1/4" x 2" | 210 || -
Bulón hexagonal 5/16" x 2" | 390 || -
Bulón hexagonal 3/8" x 3" | 780 || -
Tuerca hexagonal 5/16" | 90 || -
Arandela plana 5/16" | 45 || -
Varilla roscada 5/16" x 1 m | 3900
# Bulonería > Clavos y tarugos | 55
Clavo punta París 2" | 4200 || kg -
Clavo punta París 2 1/2" | 4150 || kg -
Clavo espiralado para chapa | 7900 || kg -
Tarugo nylon 6 mm (100 u) | 2650 | Fijar | box
Tarugo nylon 8 mm (100 u) | 3490 | Fijar | box
Tarugo nylon 10 mm (50 u) | 3100 | Fijar | box
Alambre galvanizado N° 14 | 5600 || kg -
Precinto plástico 20 cm (100 u) | 4800 || pack
Gancho L con tarugo 8 mm | 320 || -
# Pinturería > Pinturas | 36
Látex interior blanco 4 L | 28900 | Colorín
Látex interior blanco 10 L | 58700 | Colorín
Látex interior blanco 20 L | 104500 | Colorín
Látex exterior blanco 10 L | 79900 | Colorín
Látex cielorraso 4 L | 26400 | Colorín
Esmalte sintético blanco 1 L | 17800 | Colorín
Esmalte sintético negro 1 L | 17800 | Colorín
Esmalte sintético verde 1 L | 17800 | Colorín
Barniz marino 1 L | 19900 | Colorín
Antióxido rojo 1 L | 15600 | Colorín
Impermeabilizante techos 20 kg | 118000 | Colorín
Fijador al agua 4 L | 21700 | Colorín
Enduido plástico interior 4 L | 18500 | Colorín
Aerosol negro mate 240 cm³ | 7400 | Colorín | x6
Aerosol blanco brillante 240 cm³ | 7400 | Colorín | x6
# Pinturería > Accesorios de pintor | 52
Pincel N° 10 | 2100 | Cerdal
Pincel N° 20 | 3900 | Cerdal
Rodillo lana 22 cm | 8600 | Cerdal
Rodillo epoxi 10 cm | 3300 | Cerdal
Bandeja para pintura | 4200
Espátula 6 cm | 3700
Lija al agua N° 180 | 690
Lija al agua N° 320 | 690
Lija para madera N° 100 | 620
Cinta de papel 24 mm x 40 m | 3400 | Pegal | x6
Thinner 1 L | 6300
Aguarrás 1 L | 5200
# Herramientas > Manuales | 45
Martillo galponero 25 mm | 17900 | Yunque
Martillo bolita 300 g | 15200 | Yunque
Pinza universal 8" | 19800 | Yunque
Alicate corte oblicuo 6" | 17400 | Yunque
Destornillador plano 5 x 100 mm | 5900 | Yunque
Destornillador Phillips N° 2 | 5900 | Yunque
Juego de llaves Allen 9 piezas | 13800 | Yunque
Llave francesa 10" | 24500 | Yunque
Pico de loro 10" | 23900 | Yunque
Serrucho 22" | 21600 | Yunque
Arco de sierra 12" | 14900 | Yunque
Hoja de sierra 12" | 2600 | Yunque | x10
Cinta métrica 5 m | 8900 | Yunque
Nivel de aluminio 40 cm | 15700 | Yunque
Trincheta 18 mm | 4100 | Yunque
Cuchara de albañil 7" | 12300 | Yunque
Balde de albañil 10 L | 5400
# Herramientas > Eléctricas y accesorios | 30
Taladro percutor 13 mm 650 W | 98500 | Motriz | 10.5
Amoladora angular 115 mm 750 W | 92400 | Motriz | 10.5
Atornillador a batería 12 V | 134900 | Motriz | 10.5
Sierra caladora 500 W | 87600 | Motriz | 10.5
Disco de corte 115 mm metal | 1950 | Motriz | x10
Disco flap 115 mm grano 60 | 4600 | Motriz
Disco diamantado 115 mm | 11900 | Motriz
Mecha widia 6 mm | 3300 | Motriz
Mecha widia 8 mm | 3900 | Motriz
Mecha acero rápido 5 mm | 2900 | Motriz
Punta Phillips PH2 x 3 | 3600 | Motriz
# Construcción y seguridad | 28
Cemento 50 kg | 13900 | Cerro Gris
Cal hidratada 25 kg | 7600 | Cerro Gris
Pegamento para cerámicos 30 kg | 14800 | Cerro Gris
Pastina gris 1 kg | 3200 | Cerro Gris
Sellador de silicona transparente 280 ml | 8700 | Selmax | x12
Espuma de poliuretano 500 ml | 15400 | Selmax
Candado 40 mm | 12600 | Cerrojo
Cerradura doble paleta | 36900 | Cerrojo
Guantes de trabajo moteados | 2400 || pair
Antiparras de seguridad | 5700
Barbijo con filtro | 1900
Escalera de aluminio 5 escalones | 94500
# Jardín y limpieza | 40
Manguera de riego 1/2" | 1350 || m
Pistola de riego 7 funciones | 11800
Tierra fértil 10 L | 4300
Tijera de podar | 19600 | Yunque
Pala ancha con mango | 27900 | Yunque
Rastrillo metálico | 17200 | Yunque
Escobillón con cabo | 7900
Lampazo de algodón | 6400
`;
