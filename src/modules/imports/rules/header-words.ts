import { foldText } from "./fold-text.ts";
import type { ImportField } from "./import-values.ts";

/** What people write above a column, folded. Spanish, Portuguese and English lists all arrive here. */
const WORDS: Readonly<Record<ImportField | "ignored", string>> = {
  sku:
    "sku|codigo|cod|cod art|codigo articulo|codigo de articulo|codigo producto|codigo de producto|cod producto|cod prod|cod articulo|codigo interno|cod interno|articulo|art|nro articulo|n articulo|" +
    "num articulo|nro|n art|nro art|id|id producto|product id|productid|item id|item no|item number|item|code|product code|internal code|ref|referencia|reference|plu|codigo do produto|referencia interna|stockcode|stock code|clave",
  barcode:
    "ean|ean 13|ean13|cod ean|codigo ean|codigo de barras|codigo de barra|codigo barras|codigo barra|cod barras|cod barra|cod de barras|cod de barra|codbarra|codbarras|barras|barra|c barra|c barras|cb|barcode|bar code|" +
    "upc|gtin|gtin 13|dun 14|codigo upc|codigos de barras|scan code",
  name:
    "nombre|nombre producto|nombre del producto|nombre articulo|descripcion|descripcion producto|descripcion del producto|descripcion articulo|descripcion del articulo|descrip|descripc|desc|detalle|detalle articulo|producto|" +
    "productos|articulo|articulos|denominacion|designacion|mercaderia|concepto|name|product|product name|title|item name|item description|description|nome|nome do produto|produto|descricao|descricao do produto|mercadoria",
  description: "descripcion|descripcion larga|descripcion ampliada|descripcion completa|detalle|observaciones|long description|description|details|descricao|descricao longa|detalhes|caracteristicas",
  category:
    "rubro|rubros|categoria|categorias|familia|linea|grupo|seccion|departamento|sector|tipo|clase|category|product category|department|group|family|section|type|product type|setor|secao|tipo de producto|sub rubro|subrubro|subcategoria",
  brand: "marca|marcas|fabricante|laboratorio|brand|manufacturer|maker|editorial|bodega",
  unit: "unidad|unidades|unidad de medida|unidad medida|un|u|um|u m|und|unid|u med|un med|u medida|unit|units|uom|unit of measure|unidade|unidade de medida|medida|presentacion",
  costPrice:
    "costo|costos|costo unitario|costo neto|costo s iva|costo sin iva|costo c iva|costo con iva|costo final|p costo|pr costo|precio costo|precio de costo|precio compra|precio de compra|p compra|compra|ult costo|ultimo costo|" +
    "costo reposicion|costo lista|cost|unit cost|cost price|purchase price|net cost|supply price|wholesale cost|custo|preco de custo|preco custo|preco de compra|custo unitario|precio proveedor|precio gremio|precio mayorista",
  salePrice:
    "precio|precios|pr|precio unitario|p unit|p unitario|pu|p u|precio unit|precio venta|precio de venta|p venta|pventa|p vta|pr venta|precio vta|venta|pvp|p v p|precio publico|p publico|precio al publico|publico|precio final|p final|" +
    "final|precio c iva|precio con iva|p c iva|precio iva incluido|precio iva inc|con iva|c iva|precio lista|precio de lista|p lista|plista|lista|lista 1|precio 1|precio contado|contado|precio efectivo|efectivo|precio minorista|" +
    "minorista|precio mostrador|mostrador|importe|valor|precio neto|p neto|neto|precio s iva|precio sin iva|p s iva|sin iva|s iva|precio mas iva|mas iva|price|unit price|sale price|selling price|retail price|retail|list price|net price|" +
    "default price|msrp|preco|precos|preco de venda|preco venda|venda|preco unitario|preco final|preco lista|preco de tabela|precio tarjeta|tarjeta|precio lista 1|precio lista 2|lista 2|precio 2",
  taxRate: "iva|porc iva|iva porc|alicuota|alicuota iva|alic iva|alic|tasa iva|tasa de iva|tasa|impuesto|impuestos|tipo iva|tax|tax rate|vat|vat rate|porc vat|imposto|aliquota|icms|igv|itbms",
  stock:
    "stock|stock actual|stock disponible|existencia|existencias|cantidad|cant|cantidades|disponible|disponibilidad|en stock|inventario|saldo|quantity|qty|on hand|qty on hand|quantity on hand|in stock|inventory|current stock|estoque|" +
    "estoque atual|quantidade|qtd|qtde",
  minStock: "stock minimo|stock min|minimo|min|punto de pedido|punto pedido|punto de reposicion|cantidad minima|reorder point|reorder level|min stock|minimum stock|low stock|estoque minimo|minimo estoque",
  supplierCode:
    "codigo proveedor|codigo de proveedor|codigo del proveedor|cod proveedor|cod prov|codigo prov|cod de proveedor|art proveedor|articulo proveedor|codigo fabrica|cod fabrica|codigo de fabrica|codigo fabricante|supplier code|" +
    "supplier sku|supplier item|vendor code|vendor sku|manufacturer part number|mpn|part number|codigo do fornecedor|codigo fornecedor|cod fornecedor|ref fornecedor",
  ignored:
    "proveedor|supplier|vendor|fornecedor|fecha|vigencia|date|data|moneda|currency|foto|imagen|image|link|url|bulto|bultos|x bulto|por bulto|u x bulto|un x bulto|unidades por bulto|cantidad por bulto|cant por bulto|cant x bulto|" +
    "cantidad minima de compra|pack|caja|unidades por caja|peso|weight|dto|dtos|descuento|desc porc|porc desc|porc dto|bonif|bonificacion|margen|markup|porc margen|utilidad|ganancia|porc ganancia|recargo|variacion|porc variacion|aumento|" +
    "porc aumento|ubicacion|origen|precio anterior|precio viejo|manufacturer id|brand id|category id|size|package size|pedido|cantidad pedida|subtotal|total",
  // After what is passed over: a pack means something only beside the code of one.
  packBarcode:
    "codigo de barras bulto|codigo de barras del bulto|codigo barras bulto|cod barras bulto|codigo bulto|cod bulto|ean bulto|barras bulto|codigo de barras caja|codigo de barras de la caja|ean caja|ean 14|ean14|itf 14|itf14|gtin 14|gtin14|" +
    "dun 14|dun14|dun|case barcode|case gtin|case ean|pack barcode|codigo de barras da caixa|ean caixa|codigo caixa",
  packSize:
    "bulto|bultos|x bulto|por bulto|u x bulto|un x bulto|unidades por bulto|unidades x bulto|cantidad por bulto|cant por bulto|cant x bulto|uxb|u x b|pack|caja|por caja|x caja|unidades por caja|unidades x caja|uxc|package size|pack size|" +
    "case size|units per case|units per pack|case pack|unidades por caixa|por caixa|qtd por caixa",
  packUnit: "tipo de bulto|unidad de bulto|unidad bulto|unidad del bulto|envase|tipo de envase|case unit|pack unit|embalagem|tipo de embalagem",
};

const EXACT = new Map<string, Map<ImportField | "ignored", number>>();
for (const [field, words] of Object.entries(WORDS)) {
  words.split("|").forEach((word) => {
    const fields = EXACT.get(word) ?? new Map<ImportField | "ignored", number>();
    // A word listed under two fields is weaker evidence for the second.
    fields.set(field as ImportField, fields.size === 0 ? 1 : 0.85);
    EXACT.set(word, fields);
  });
}

const LONGEST_PHRASE = 5;

/** Fields that a label may mean, with how sure its words make it: 1 the exact words, less when they stand among others. */
export function fieldsOfLabel(label: string): ReadonlyMap<ImportField | "ignored", number> {
  const words = foldText(label).split(" ").filter((word) => word !== "");
  const exact = EXACT.get(words.join(" ")) ?? EXACT.get(words.join(""));
  if (exact !== undefined) return exact;
  // "PRECIO LISTA MARZO 2026": the longest known phrase inside speaks for the label, weaker the more it leaves unsaid.
  for (let size = Math.min(LONGEST_PHRASE, words.length - 1); size > 0; size -= 1) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const fields = EXACT.get(words.slice(at, at + size).join(" "));
      if (fields === undefined || (size === 1 && words[at]!.length < 3)) continue;
      const share = size / words.length;
      return new Map([...fields].map(([field, weight]) => [field, weight * (0.5 + share * 0.4)]));
    }
  }
  return NO_FIELDS;
}

const NO_FIELDS: ReadonlyMap<ImportField | "ignored", number> = new Map();

/** What a price's label says about VAT; null when it says nothing. */
export function taxOfLabel(label: string): boolean | null {
  const folded = ` ${foldText(label)} `;
  if (/ (s|sin|sem|mas|excl|excluido|without|ex|before) (iva|imp|impuestos?|impostos?|vat|tax) | netos? | net | gremio | mayorista /.test(folded)) return false;
  if (/ (c|con|com|with|inc|incl|incluido|incluye) (iva|imp|impuestos?|impostos?|vat|tax) | (iva|vat|tax) (inc|incl|incluido|included) | final | publico | pvp | p v p | mostrador | msrp /.test(folded)) return true;
  return null;
}

/** Whether the words alone tell a sale price from a purchase price: "precio" and "lista" do not. */
export function isPlainPrice(label: string): boolean {
  return !/ (venta|vta|publico|pvp|p v p|final|mostrador|minorista|contado|efectivo|tarjeta|retail|sale|selling|venda|msrp|costo|cost|custo|compra|purchase) /.test(` ${foldText(label)} `);
}
